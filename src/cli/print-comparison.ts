import {
  add,
  centavos,
  type Amount,
  percentage,
  printAmount,
  toAmount,
} from '../catalogue/amount.ts';
import { printDate } from '../catalogue/civil-date.ts';
import { printInstant } from '../catalogue/instant.ts';
import type { ComparedView } from '../bus/audit-messages.ts';
import type { Answer } from '../bus/messages.ts';
import { textTable } from '../reports/text-table.ts';
import type { ShownMeasure } from '../../projections/figure-measures.ts';
import { changeText, measureWords, moneyText, wordedMeasures } from './figure-words.ts';
import type { Output } from './output.ts';
import { backingOf, nameOfRecord } from './record-words.ts';

type Row = ComparedView['rows'][number];
type Difference = ComparedView['total'];

const partWords = {
  newFacts: 'hecho nuevo',
  lateRecorded: 'registro tardío',
  corrections: 'corrección',
} as const;

const heads: Readonly<Record<ComparedView['by'], readonly string[]>> = {
  activity: ['Código', 'Actividad'],
  group: ['Grupo', 'Nombre'],
  overall: ['Fuente'],
};

const activityLabel = ({ activity, code, name }: Row): string[] =>
  activity === null ? ['', 'Sin distribuir'] : [code ?? '', name ?? ''];

const labelOf = (by: ComparedView['by'], row: Row): string[] => {
  if (by === 'overall') return [row.source ?? 'sin fuente'];
  return by === 'group' ? [row.group ?? 'sin grupo', row.name ?? ''] : activityLabel(row);
};

/** How much of a difference its entries make: 100.00, or something is wrong. */
const explainedText = (difference: Amount | null, unexplained: Amount | null): string => {
  if (difference === null || unexplained === null) return '';
  const found = add(centavos(difference), -centavos(unexplained));
  if (difference === '0.00') return found === 0 ? '' : printAmount(toAmount(-found));
  return `${String(percentage(found, centavos(difference)))} %`;
};

const cellsOf = (row: Difference, measure: ShownMeasure): string[] => [
  ...(['from', 'to', 'difference', 'newFacts', 'lateRecorded', 'corrections'] as const).map(
    (part) => moneyText(row[part][measure], measure),
  ),
  explainedText(row.difference[measure], row.unexplained[measure]),
];

const printMeasure = (output: Output, view: ComparedView, measure: ShownMeasure): void => {
  const { by, from, to, rows, total } = view;
  const labels = heads[by];
  const columns = [from.reference, to.reference, 'Diferencia'];
  const head = [...labels, ...columns, 'Hechos nuevos', 'Tardíos', 'Correcciones', 'Explicado'];
  const cells = [
    ...rows.map((row) => [...labelOf(by, row), ...cellsOf(row, measure)]),
    ['TOTAL', ...labels.slice(1).map(() => ''), ...cellsOf(total, measure)],
  ];
  const right = head.map((_, index) => index).slice(labels.length);
  const widths = head.map((text) => (text === 'Actividad' ? 40 : null));
  output.write(`\n${measureWords[measure]}`);
  output.write(textTable(head, cells, { right, widths }));
};

const isChangedIn = ({ rows, total }: ComparedView, measure: ShownMeasure): boolean =>
  [...rows, total].some(({ difference }) => (difference[measure] ?? '0.00') !== '0.00');

const isKnownIn = ({ rows, total }: ComparedView, measure: ShownMeasure): boolean =>
  [...rows, total].some(({ difference }) => difference[measure] !== null);

const partsOfCurrent: readonly ShownMeasure[] = ['original', 'adjustments', 'distributed'];

/** Vigente stands for its three parts, which are named where they differ. */
const printMeasures = (output: Output, view: ComparedView): void => {
  const known = wordedMeasures.filter((measure) => isKnownIn(view, measure));
  const changed = known.filter((measure) => isChangedIn(view, measure));
  for (const measure of changed.filter((each) => !partsOfCurrent.includes(each))) {
    printMeasure(output, view, measure);
  }
  const named = (title: string, measures: readonly ShownMeasure[]): void => {
    const words = measures.map((measure) => measureWords[measure]);
    if (words.length > 0) output.write(`${title}: ${words.join(', ')}`);
  };
  output.write('');
  named(
    'Cambian también (--measure)',
    changed.filter((measure) => partsOfCurrent.includes(measure)),
  );
  named(
    'Sin diferencia',
    known.filter((measure) => !changed.includes(measure)),
  );
  named(
    'No se conoce en las dos',
    wordedMeasures.filter((measure) => !known.includes(measure)),
  );
};

const printExplanation = (output: Output, zone: string, { explanation }: Difference): void => {
  if (explanation.length === 0) {
    output.write('\nNingún registro cambia el total.');
    return;
  }
  const rows = explanation.map((record) => [
    String(record.revision),
    printDate(record.effectiveOn),
    printInstant(record.recordedAt, zone),
    nameOfRecord(record),
    partWords[record.part],
    backingOf(record),
    changeText(record.amounts),
    record.actor,
  ]);
  const head = ['N.º', 'Efecto', 'Registrado', 'Registro', 'Parte', 'Respaldo', 'Cambio', 'Por'];
  const widths = head.map((text) => (text === 'Respaldo' ? 44 : null));
  output.write('\nLos registros que explican la diferencia del TOTAL');
  output.write(textTable(head, rows, { right: [0], widths }));
};

const referenceText = (
  { reference, title, effective, known, provisional }: ComparedView['from'],
  zone: string,
): string =>
  `${reference} · ${title} · datos al ${printDate(effective)} según lo registrado hasta el ${printInstant(known.recordedAt, zone)} (registro ${String(known.revision)})${provisional === true ? ', provisional' : ''}`;

export const printComparison = (
  output: Output,
  { ledger, zone, view }: Answer<ComparedView>,
  measure?: ShownMeasure,
): void => {
  output.write(ledger);
  output.write(`De ${referenceText(view.from, zone)}`);
  output.write(`A  ${referenceText(view.to, zone)}`);
  if (measure === undefined) printMeasures(output, view);
  else printMeasure(output, view, measure);
  printExplanation(output, zone, view.total);
};
