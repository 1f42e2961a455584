import { printAmount, type Amount, type Percentage } from '../catalogue/amount.ts';
import { printDate } from '../catalogue/civil-date.ts';
import { printInstant } from '../catalogue/instant.ts';
import type { Answer } from '../bus/messages.ts';
import { textTable } from '../reports/text-table.ts';
import type { Figures } from '../../projections/figures.ts';
import type { Output } from './output.ts';

/** «Datos al 31/12/2020 según lo registrado hasta el 15/01/2021 18:00» */
export const printCutOff = ({ ledger, title, zone, cutOff, root }: Answer<unknown>): string => {
  const { effective, known, isProvisional } = cutOff;
  const until = printInstant(known.recordedAt, zone);
  return [
    `${ledger} · ${title}`,
    `Datos al ${printDate(effective)} según lo registrado hasta el ${until} (registro ${String(known.revision)})${isProvisional ? ', provisional' : ''}`,
    `Cabeza ${String(known.revision)}:${root}`,
  ].join('\n');
};

const shown = (value: Amount | Percentage | null, unknown: string): string =>
  value === null ? unknown : printAmount(value);

const columns: readonly (readonly [string, keyof Figures, string])[] = [
  ['Original', 'original', 'no conocido'],
  ['Modificaciones', 'adjustments', 'no conocido'],
  ['Distribuido', 'distributed', 'no conocido'],
  ['Vigente', 'current', ''],
  ['Preventivo', 'reserved', 'no informado'],
  ['Compromiso', 'committed', 'no informado'],
  ['Devengado', 'executed', ''],
  ['Pagado', 'paid', 'no informado'],
  ['% Ejec.', 'executionRate', 'sin presupuesto'],
];

export interface LabelledFigures {
  readonly label: readonly string[];
  readonly figures: Figures;
}

/** A table of figures; measures that no row knows are left out and named below. */
export const printFigures = (
  output: Output,
  heads: readonly string[],
  rows: readonly LabelledFigures[],
): void => {
  const isUnknown = ([, field]: (typeof columns)[number]): boolean =>
    field !== 'executionRate' && rows.every(({ figures }) => figures[field] === null);
  const used = columns.filter((column) => !isUnknown(column));
  const unknown = columns.filter(isUnknown);
  const cells = rows.map(({ label, figures }) => [
    ...label,
    ...used.map(([, field, text]) => shown(figures[field], text)),
  ]);
  const right = used.map((_, index) => heads.length + index);
  const widths = heads.map((head) => (head === 'Actividad' ? 48 : null));
  output.write(textTable([...heads, ...used.map(([head]) => head)], cells, { right, widths }));
  for (const [head, , text] of unknown) output.write(`${head}: ${text}`);
};
