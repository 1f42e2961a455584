import type { Command as Program } from 'commander';
import { type Amount, type Percentage, printAmount } from '../catalogue/amount.ts';
import { printDate } from '../catalogue/civil-date.ts';
import type { AdjustmentKind, Instrument } from '../catalogue/events.ts';
import { printInstant } from '../catalogue/instant.ts';
import { ViewAdjustments } from '../bus/oversight-messages.ts';
import { viewAsJson } from '../bus/view-as-json.ts';
import { textTable } from '../reports/text-table.ts';
import type {
  AdjustedSums,
  AdjustmentCount,
  AdjustmentRow,
  Adjustments,
} from '../../projections/adjustments/adjustments.ts';
import type { Surroundings } from './connection.ts';
import type { Output } from './output.ts';
import { printCutOff } from './print-view.ts';
import { printRevisions } from './revision-runs.ts';
import { runRead } from './run-read.ts';

const kindWords: Readonly<Record<AdjustmentKind, string>> = {
  additional: 'presupuesto adicional',
  reduction: 'disminución',
  transfer: 'traspaso',
  reformulation: 'reformulación del POA',
  stated: 'según formulario',
};

const instrumentText = (instrument: Instrument | null): string =>
  instrument === null
    ? 'no conocido'
    : `${instrument.kind} ${instrument.number} de ${printDate(instrument.date)}`;

const rateText = (rate: Percentage | null): string =>
  rate === null ? 'no conocido' : printAmount(rate);

const sumCells = ({ increases, decreases, net, netRate, movedRate }: AdjustedSums): string[] => [
  ...[increases, decreases, net].map((value: Amount) => printAmount(value)),
  rateText(netRate),
  rateText(movedRate),
];

const sumHeads = ['Aumenta', 'Disminuye', 'Efecto neto', '% neto', '% movido'];

const printRows = (output: Output, rows: readonly AdjustmentRow[], zone: string): void => {
  const cells = rows.map((row) => [
    printDate(row.day),
    row.name ?? row.adjustment,
    kindWords[row.kind],
    instrumentText(row.instrument),
    ...sumCells(row).slice(0, 3),
    String(row.lines.length),
    printInstant(row.recordedAt, zone),
    row.actors.join(', '),
    printRevisions(row.revisions),
  ]);
  const heads = ['Efecto', 'Modificación', 'Clase', 'Instrumento', ...sumHeads.slice(0, 3)];
  output.write(
    textTable([...heads, 'Líneas', 'Registrada', 'Por', 'Registros'], cells, {
      right: [4, 5, 6, 7],
      widths: [null, 32, null, 40],
    }),
  );
};

const printCounts = (
  output: Output,
  head: string,
  counts: readonly (readonly [string, AdjustmentCount])[],
): void => {
  const cells = counts.map(([label, count]) => [label, String(count.number), ...sumCells(count)]);
  output.write('');
  output.write(
    textTable([head, 'N.º', ...sumHeads], cells, { right: [1, 2, 3, 4, 5, 6], widths: [48] }),
  );
};

const printAdjustments = (
  output: Output,
  { original, rows, byKind, byInstrument, byMonth, total }: Adjustments,
  zone: string,
): void => {
  if (rows.length === 0) {
    output.write('sin modificaciones a esa fecha');
    return;
  }
  printRows(output, rows, zone);
  printCounts(output, 'Clase', [
    ...byKind.map((count) => [kindWords[count.kind], count] as const),
    ['TOTAL', total],
  ]);
  printCounts(
    output,
    'Instrumento',
    byInstrument.map((count) => [instrumentText(count.instrument), count] as const),
  );
  printCounts(
    output,
    'Mes',
    byMonth.map((count) => [count.month, count] as const),
  );
  const whole = original === null ? 'no conocido' : printAmount(original);
  output.write(`\nLos porcentajes son sobre el original: ${whole}`);
};

export const addAdjustmentsCommand = (program: Program, surroundings: Surroundings): void => {
  program
    .command('adjustments')
    .description('las modificaciones de la gestión: cuántas, cuánto, de qué clase y bajo qué')
    .action((_options: object, command: Program) =>
      runRead(command, surroundings, async (context, connection) => {
        const ledger = await context.ledger(connection);
        const query = new ViewAdjustments(ledger, context.cutOff, undefined);
        const answer = await connection.queries.execute(query);
        if (context.isJson) context.writeJson(viewAsJson(answer, answer.view));
        else {
          context.write(`${printCutOff(answer)}\n`);
          printAdjustments(context, answer.view, answer.zone);
        }
      }),
    );
};
