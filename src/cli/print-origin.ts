import { printAmount } from '../catalogue/amount.ts';
import { printDate } from '../catalogue/civil-date.ts';
import { printInstant } from '../catalogue/instant.ts';
import type { BudgetLine } from '../catalogue/budget-line.ts';
import type { FigureOrigin, TracedSum } from '../bus/audit-messages.ts';
import type { Answer } from '../bus/messages.ts';
import { textTable } from '../reports/text-table.ts';
import type { OriginMeasure } from '../../projections/origin/cell.ts';
import { measureWords } from './figure-words.ts';
import type { Output } from './output.ts';
import { printCutOff } from './print-view.ts';
import { backingOf, nameOfRecord } from './record-words.ts';

const words: Readonly<Record<OriginMeasure, string>> = {
  ...measureWords,
  uncommitted: 'Saldo no comprometido',
  unexecuted: 'Saldo no ejecutado',
  unpaid: 'Saldo por pagar',
  executionRate: '% de ejecución',
};

const roleWords = {
  amount: 'Registros de la cifra',
  numerator: 'Numerador: devengado',
  denominator: 'Denominador: vigente',
} as const;

const reasonWords = {
  effectiveLater: 'cuenta después de la fecha de corte',
  recordedLater: 'registrado después',
} as const;

const named = (value: string | null | undefined, none: string): string[] =>
  value === undefined ? [] : [value ?? none];

const cellText = ({
  activity,
  group,
  source,
  code,
  name,
  measure,
}: FigureOrigin['cell']): string => {
  const row = [
    ...(code === undefined ? named(activity, 'sin distribuir') : [`${code} ${name ?? ''}`]),
    ...named(group, 'sin grupo'),
    ...named(source, 'sin fuente'),
  ];
  return [...(row.length === 0 ? ['TOTAL'] : row), words[measure]].join(' · ');
};

const lineText = ({ activity, object, source }: BudgetLine): string =>
  [activity ?? 'sin distribuir', object ?? 'sin grupo', source ?? 'sin fuente'].join(' · ');

const placeText = ({ file, place }: TracedSum['entries'][number]): string =>
  file === undefined ? '' : [`${file.slice(0, 8)}…`, place ?? ''].join(' ').trim();

const printEntries = (output: Output, zone: string, { entries }: TracedSum): void => {
  const rows = entries.map((entry) => [
    String(entry.revision),
    printDate(entry.effectiveOn),
    printInstant(entry.recordedAt, zone),
    nameOfRecord(entry),
    lineText(entry.line),
    backingOf(entry),
    placeText(entry),
    printAmount(entry.amount),
    printAmount(entry.running),
  ]);
  const head = ['N.º', 'Efecto', 'Registrado', 'Registro', 'Línea', 'Respaldo', 'Archivo'];
  const widths = head.map((text) => (text === 'Respaldo' ? 36 : null));
  output.write(textTable([...head, 'Monto', 'Acumulado'], rows, { right: [0, 7, 8], widths }));
};

const printLater = (output: Output, zone: string, { later }: TracedSum): void => {
  if (later.length === 0) return;
  const rows = later.map((record) => [
    String(record.revision),
    printDate(record.effectiveOn),
    printInstant(record.recordedAt, zone),
    nameOfRecord(record),
    backingOf(record),
    record.reasons.map((reason) => reasonWords[reason]).join('; '),
    printAmount(record.amount),
  ]);
  const head = ['N.º', 'Efecto', 'Registrado', 'Registro', 'Respaldo', 'Por qué no está', 'Monto'];
  const widths = head.map((text) => (text === 'Respaldo' ? 36 : null));
  output.write('\nLo que vino después y no está en la cifra');
  output.write(textTable(head, rows, { right: [0, 6], widths }));
};

const valueText = ({ cell, value }: FigureOrigin): string => {
  if (value !== null) return printAmount(value);
  return cell.measure === 'executionRate' ? 'sin presupuesto' : 'no se conoce';
};

export const printOrigin = (output: Output, answer: Answer<FigureOrigin>): void => {
  const { view, zone } = answer;
  output.write(printCutOff(answer));
  output.write(`\n${cellText(view.cell)}: ${valueText(view)}`);
  for (const part of view.parts) {
    output.write(`\n${roleWords[part.role]}`);
    if (part.entries.length === 0) output.write('ningún registro');
    else printEntries(output, zone, part);
    printLater(output, zone, part);
  }
};
