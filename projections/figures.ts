import {
  add,
  type Amount,
  type Centavos,
  type Percentage,
  percentage,
  toAmount,
} from '../src/catalogue/amount.ts';
import type { SourceClass } from '../src/catalogue/classifiers.ts';
import type { ActivityId, ObjectCode } from '../src/catalogue/codes.ts';
import { isBefore, type ViewLine } from './classified-lines.ts';
import { type Measure, measures } from './entries.ts';
import type { Dimension, Statement, Sums } from './statement.ts';

export type { ViewLine } from './classified-lines.ts';
export { type Dimension, type Statement, statementOf } from './statement.ts';

/** The measures of one row; what is not known is null, and so is a rate of nothing. */
export interface Figures {
  readonly original: Amount | null;
  readonly distributed: Amount | null;
  readonly adjustments: Amount | null;
  /** presupuesto vigente = original + distributed + adjustments */
  readonly current: Amount;
  readonly reserved: Amount | null;
  readonly committed: Amount | null;
  readonly executed: Amount;
  readonly paid: Amount | null;
  readonly executionRate: Percentage | null;
}

/** The dimensions by which views group; null is a value of its own, a missing one is not looked at. */
export interface Scope {
  readonly activity?: ActivityId | null;
  readonly group?: ObjectCode | null;
  readonly source?: SourceClass | null;
}

const width = measures.length;

/** The measures of one row in their order. */
export type Totals = Float64Array;

export const noTotals = (): Totals => new Float64Array(width);

/** @throws TOTAL_TOO_LARGE */
export const addRow = (totals: Totals, sums: Float64Array, row: number): void => {
  for (let measure = 0; measure < width; measure += 1) {
    totals[measure] = add(totals[measure] ?? 0, sums[row * width + measure] ?? 0);
  }
};

export const totalsOf = ({ sums, rows }: Sums<{ readonly index: number }>): Totals => {
  const totals = noTotals();
  for (const { index } of rows) addRow(totals, sums, index);
  return totals;
};

/** What of a statement says which measures are known. */
type Knowledge = Pick<Statement, 'isUntold' | 'isOriginalKnownBy'>;

/** The original is known of a row whose every dimension it was programmed by, and of what has none. */
const isOriginalKnown = (
  { isOriginalKnownBy: by }: Knowledge,
  { activity, group, source }: Scope,
): boolean =>
  by !== null &&
  (by.activity || typeof activity !== 'string') &&
  (by.group || typeof group !== 'string') &&
  (by.source || typeof source !== 'string');

/** Where each measure stands in totals. */
const place = Object.fromEntries(measures.map((measure, at) => [measure, at])) as Record<
  Measure,
  number
>;

const textOf = (totals: Totals, at: number): Amount => toAmount(totals[at] ?? 0);

/** The figures of a row from its totals. */
export const figuresFrom = (statement: Knowledge, totals: Totals, scope: Scope): Figures => {
  const { isUntold } = statement;
  const isKnown = isOriginalKnown(statement, scope);
  const current = currentOf(totals);
  return {
    original: isKnown ? textOf(totals, place.original) : null,
    distributed: isKnown ? textOf(totals, place.distributed) : null,
    adjustments: isKnown ? textOf(totals, place.adjustments) : null,
    current: toAmount(current),
    reserved: isUntold.reserved ? null : textOf(totals, place.reserved),
    committed: isUntold.committed ? null : textOf(totals, place.committed),
    executed: textOf(totals, place.executed),
    paid: isUntold.paid ? null : textOf(totals, place.paid),
    executionRate: percentage(totals[place.executed] ?? 0, current),
  };
};

const currentOf = (totals: Totals): Centavos =>
  add(
    add(totals[place.original] ?? 0, totals[place.distributed] ?? 0),
    totals[place.adjustments] ?? 0,
  );

/** The figures of the lines of a scope. */
export const figuresOf = (
  statement: Statement,
  lines: readonly ViewLine[],
  scope: Scope,
): Figures =>
  figuresFrom(statement, totalsOf({ sums: statement.balances.cells, rows: lines }), scope);

/** Splits rows by one dimension, groups and sources in rising order with null last. */
export const splitBy = <D extends Dimension, Row extends Readonly<Record<D, string | null>>>(
  rows: readonly Row[],
  dimension: D,
): [Row[D], Row[]][] =>
  [...Map.groupBy(rows, (row) => row[dimension])].sort(([one], [other]) =>
    isBefore(one, other) ? -1 : 1,
  );
