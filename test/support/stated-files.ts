import { amount, percentageText } from '../../src/catalogue/amount.ts';
import type { ActivityDescription, PlanVersion } from '../../src/catalogue/events.ts';
import type {
  StatedActivity,
  StatedBudget,
  StatedForm,
  StatedFormCell,
} from '../../src/catalogue/stated-form.ts';
import { described } from './commands.ts';
import type { Level } from './events.ts';
import { asked, day, type Line } from './lines.ts';

export const original: PlanVersion = { name: 'POA 2020', day: day('2020-01-01'), assumed: true };
export const june: PlanVersion = { name: 'AJUSTADO JUNIO', day: day('2020-06-30'), assumed: true };
export const september: PlanVersion = {
  name: 'AJUSTADO SEPTIEMBRE',
  day: day('2020-09-30'),
  assumed: true,
};

const cellOf = ([object, source, programmed, executed]: Level, place: string): StatedFormCell =>
  ({
    object,
    source,
    programmed: amount(programmed),
    executed: amount(executed),
    place,
  }) as StatedFormCell;

/** What a form says of an activity beyond its levels. */
export interface Said extends Partial<ActivityDescription> {
  readonly accumulated?: string;
}

const activityOf = (
  [code, levels]: readonly [string, readonly Level[]],
  { accumulated, ...changes }: Said,
  position: number,
): StatedActivity => ({
  ...described(code, { position, ...changes }),
  accumulated: accumulated === undefined ? null : percentageText(accumulated),
  cells: levels.map((level, row) => cellOf(level, `${position}.${row + 1}`)),
  place: String(position),
});

export interface FormOptions {
  /** the file's hash, "form-12" for a corte of December unless given */
  readonly file?: string;
  readonly version?: PlanVersion;
  readonly sigla?: string;
  readonly said?: Readonly<Record<string, Said>>;
}

/** A form at its corte: activity → [object, source, programmed, executed]. */
export const form = (
  corte: string,
  activities: Readonly<Record<string, readonly Level[]>>,
  { file = `form-${corte.slice(5, 7)}`, version = june, sigla, said = {} }: FormOptions = {},
): StatedForm => ({
  file,
  entity: { code: '41', name: 'MINISTERIO' },
  area: { sigla: sigla ?? 'SENAVEX', name: 'SERVICIO' },
  fiscalYear: 2020,
  corte: day(corte),
  version,
  isAdjusted: version.name !== 'POA 2020',
  activities: Object.entries(activities).map((entry, index) =>
    activityOf(entry, said[entry[0]] ?? {}, index + 1),
  ),
});

/** An original budget in a file. */
export const budget = (
  lines: readonly Line[],
  { file = 'original', on = '2020-01-01' }: { readonly file?: string; readonly on?: string } = {},
): StatedBudget => ({
  file,
  entity: '41',
  sigla: 'SENAVEX',
  fiscalYear: 2020,
  effectiveOn: day(on),
  assumed: [],
  lines: asked(lines).map((line, index) => ({ ...line, place: String(index + 2) })),
});
