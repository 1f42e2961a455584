import type { Amount } from '../../src/catalogue/amount.ts';
import type { CivilDate } from '../../src/catalogue/civil-date.ts';
import type { ActivityCode, ObjectCode, Source } from '../../src/catalogue/codes.ts';
import type { LedgerRecord, PlanVersion } from '../../src/catalogue/events.ts';
import type { StatedActivity, StatedForm } from '../../src/catalogue/stated-form.ts';
import { activityCodes, type Recipe } from './arbitraries.ts';
import { activityOfCell, amountOf, movesOf } from './oracle.ts';
import { availableFrom, controlCells } from './oracle-control.ts';

/** One stated cell: group, column, programmed and executed centavos. */
export type CellOfForm = readonly [string | null, 'TGN' | 'OTRAS', bigint, bigint];

export const statedActivity = (
  code: string,
  position: number,
  cells: readonly CellOfForm[],
): StatedActivity => ({
  code: code as ActivityCode,
  operation: null,
  name: `Actividad ${code}`,
  start: null,
  end: null,
  indicator: null,
  position,
  accumulated: null,
  place: `${position}`,
  cells: cells.map(([object, source, programmed, executed], index) => ({
    object: object as ObjectCode | null,
    source: source as Source,
    programmed: amountOf(programmed) as Amount,
    executed: amountOf(executed) as Amount,
    place: `${position}.${index}`,
  })),
});

export const statedForm = (
  { file, corte, version }: { file: string; corte: string; version: PlanVersion },
  activities: readonly StatedActivity[],
): StatedForm => ({
  file,
  entity: { code: '41', name: 'MINISTERIO' },
  area: { sigla: 'SENAVEX', name: 'SERVICIO' },
  fiscalYear: 2020,
  corte: corte as CivilDate,
  version,
  isAdjusted: !version.name.startsWith('POA '),
  activities,
});

export const unadjusted: PlanVersion = {
  name: 'POA 2020',
  day: '2020-01-01' as CivilDate,
  assumed: false,
};

const june: PlanVersion = { name: 'AJUSTADO JUNIO', day: '2020-06-30' as CivilDate, assumed: true };

const lastOfMonth = (day: string): string =>
  new Date(Date.UTC(2020, Number(day.slice(5, 7)), 0)).toISOString().slice(0, 10);

/** What measures together come to in a cell by a day. */
const standing = (
  records: readonly LedgerRecord[],
  { cell, day }: { readonly cell: string; readonly day: string },
  measures: readonly string[],
): bigint => {
  let sum = 0n;
  for (const move of movesOf(records)) {
    if (move.cell === cell && !(move.day > day) && measures.includes(move.measure))
      sum += move.cents;
  }
  return sum;
};

const planned = ['original', 'distributed', 'adjustments'];

/** What stands in a cell at a corte, with some more executed, and by a twist programmed. */
const cellFor = (
  records: readonly LedgerRecord[],
  { corte, cell }: { corte: string; cell: string },
  { share, twist }: Recipe,
): CellOfForm => {
  const [, group = null, column = null] = JSON.parse(cell) as (string | null)[];
  const { cents } = availableFrom(records, 'cell', cell, corte);
  const more = cents > 0n ? (cents * BigInt(share)) / 200n : 0n;
  const at = { cell, day: corte };
  return [
    group,
    column === 'OTRAS' ? 'OTRAS' : 'TGN',
    standing(records, at, planned) + (twist % 3 === 0 ? 500n : 0n),
    standing(records, at, ['executed']) + more,
  ];
};

/** A form that goes on from what the ledger holds; one activity may be absent. */
export const statedFormFor = (recipe: Recipe, records: readonly LedgerRecord[]): StatedForm => {
  const corte = lastOfMonth(recipe.day);
  const absent = recipe.other % 4 === 0 ? recipe.other % activityCodes.length : -1;
  const activities = activityCodes.flatMap((code, index) => {
    if (index === absent) return [];
    const cells = controlCells(records, 'cell').filter((cell) => activityOfCell(cell) === code);
    const stated = cells.map((cell) => cellFor(records, { corte, cell }, recipe));
    return [statedActivity(code, index + 1, stated)];
  });
  const version = corte < june.day || recipe.pick % 3 === 0 ? unadjusted : june;
  return statedForm({ file: `form-${records.length}`, corte, version }, activities);
};
