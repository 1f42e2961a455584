import type { Command as Program } from 'commander';
import { printAmount } from '../catalogue/amount.ts';
import { printDate } from '../catalogue/civil-date.ts';
import { type AskedScope, ViewSeries } from '../bus/oversight-messages.ts';
import { viewAsJson } from '../bus/view-as-json.ts';
import { textTable } from '../reports/text-table.ts';
import type { Series, SeriesMeasure, SeriesMonth } from '../../projections/series/series.ts';
import type { Surroundings } from './connection.ts';
import { measureWords, unknownText } from './figure-words.ts';
import type { Output } from './output.ts';
import { activityNamed } from './parse.ts';
import { printCutOff } from './print-view.ts';
import { runRead } from './run-read.ts';

const measures = ['current', 'committed', 'executed', 'paid'] as const;

const isTold = (months: readonly SeriesMonth[], measure: SeriesMeasure): boolean =>
  months.some((month) => month[measure].accumulated !== null);

/** A month inside an interval has no figure of its own; after the last corte nobody told yet. */
const unknownIn = (months: readonly SeriesMonth[], { from }: SeriesMonth): string =>
  months.some(({ intervals }) => intervals.some(({ to }) => to >= from))
    ? 'sin desglose mensual'
    : 'no informado';

const cellsOf = (months: readonly SeriesMonth[], month: SeriesMonth, measure: SeriesMeasure) => {
  const { ofMonth, accumulated } = month[measure];
  const unknown = measure === 'executed' ? unknownIn(months, month) : unknownText(measure);
  return [
    ofMonth === null ? unknown : printAmount(ofMonth),
    accumulated === null ? unknown : printAmount(accumulated),
  ];
};

/** What forms say of several months together, and what of it documents tell. */
const printIntervals = (output: Output, months: readonly SeriesMonth[]): void => {
  for (const { intervals } of months) {
    for (const { from, to, amount } of intervals) {
      const days = `del ${printDate(from)} al ${printDate(to)}`;
      output.write(`Devengado ${days}, sin desglose mensual: ${printAmount(amount)}`);
    }
  }
  const parts = months.filter(
    ({ executed, executedByDocument }) =>
      executed.ofMonth === null && executedByDocument !== '0.00',
  );
  for (const { month, executedByDocument } of parts) {
    output.write(`De ${month}, por documento se conocen ${printAmount(executedByDocument)}`);
  }
};

const printSeries = (output: Output, { months }: Series): void => {
  const told = measures.filter((measure) => isTold(months, measure));
  const rows = months.map((month) => [
    month.month,
    ...told.flatMap((measure) => cellsOf(months, month, measure)),
  ]);
  const heads = told.flatMap((measure) => [
    `${measureWords[measure]}\ndel mes`,
    `${measureWords[measure]}\nacumulado`,
  ]);
  const right = heads.map((_, index) => index + 1);
  output.write(textTable(['Mes', ...heads], rows, { right }));
  for (const measure of measures) {
    if (!told.includes(measure)) output.write(`${measureWords[measure]}: no informado`);
  }
  printIntervals(output, months);
};

interface SeriesOptions {
  readonly activity?: string;
  readonly group?: string;
}

const named = (text: string): string | null => (text === 'none' ? null : activityNamed(text));

export const addSeriesCommand = (program: Program, surroundings: Surroundings): void => {
  program
    .command('series')
    .description('mes por mes hasta la fecha de corte: del mes y acumulado')
    .option('--activity <code>', 'de una actividad; none: sin distribuir')
    .option('--group <group>', 'de un grupo de gasto; none: sin grupo')
    .action(({ activity, group }: SeriesOptions, command: Program) =>
      runRead(command, surroundings, async (context, connection) => {
        const asked: AskedScope = {
          ...(activity !== undefined && { activity: named(activity) }),
          ...(group !== undefined && { group: named(group) }),
        };
        const ledger = await context.ledger(connection);
        const query = new ViewSeries(ledger, context.cutOff, asked);
        const answer = await connection.queries.execute(query);
        if (context.isJson) context.writeJson(viewAsJson(answer, answer.view));
        else {
          context.write(`${printCutOff(answer)}\n`);
          printSeries(context, answer.view);
        }
      }),
    );
};
