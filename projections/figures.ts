import {
  add,
  type Amount,
  type Centavos,
  type Percentage,
  percentage,
  toAmount,
} from '../src/catalogue/amount.ts';
import type { BudgetLine } from '../src/catalogue/budget-line.ts';
import {
  type Classifiers,
  groupOf,
  sourceClassOf,
  type SourceClass,
} from '../src/catalogue/classifiers.ts';
import type { ActivityId, ObjectCode } from '../src/catalogue/codes.ts';
import type { Balances } from './balances.ts';
import { type Measure, measures } from './entries.ts';

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
export type Dimension = keyof Scope;

/** A line with its dimensions as views see them, and where its balances are. */
export interface ViewLine {
  readonly index: number;
  readonly activity: ActivityId | null;
  readonly group: ObjectCode | null;
  readonly source: SourceClass | null;
}

/** Balances together with what is needed to say what is known. */
export interface Statement {
  readonly balances: Balances;
  readonly lines: readonly ViewLine[];
  /** forms say nothing of reserved, committed and paid */
  readonly hasForms: boolean;
  /** the dimensions in which the original is known, null where there is none at all */
  readonly originalKnownBy: ReadonlySet<Dimension> | null;
}

const dimensions: readonly Dimension[] = ['activity', 'group', 'source'];

const viewLineOf = (line: BudgetLine, index: number, classifiers: Classifiers): ViewLine => ({
  index,
  activity: line.activity,
  group: line.object === null ? null : groupOf(line.object),
  source: line.source === null ? null : sourceClassOf(line.source, classifiers),
});

const hasMoney = (balances: Balances, index: number): boolean =>
  measures.some((measure) => balances.balance(index, measure) !== 0);

export const statementOf = (
  balances: Balances,
  classifiers: Classifiers,
  hasForms: boolean,
): Statement => {
  const all = balances.lines.map((line, index) => viewLineOf(line, index, classifiers));
  const programmed = all.filter(({ index }) => balances.balance(index, 'original') !== 0);
  const knownBy = dimensions.filter((dimension) =>
    programmed.every((line) => line[dimension] !== null),
  );
  return {
    balances,
    lines: all.filter(({ index }) => hasMoney(balances, index)),
    hasForms,
    originalKnownBy: programmed.length === 0 ? null : new Set(knownBy),
  };
};

/** The original is known of a row whose every dimension it was programmed by, and of what has none. */
const isOriginalKnown = ({ originalKnownBy }: Statement, scope: Scope): boolean =>
  originalKnownBy !== null &&
  dimensions.every(
    (dimension) =>
      scope[dimension] === undefined || scope[dimension] === null || originalKnownBy.has(dimension),
  );

const totalsOf = (
  { balances }: Statement,
  lines: readonly ViewLine[],
): Record<Measure, Centavos> => {
  const total = (measure: Measure): Centavos =>
    lines.reduce((sum, { index }) => add(sum, balances.balance(index, measure)), 0);
  return Object.fromEntries(measures.map((measure) => [measure, total(measure)])) as Record<
    Measure,
    Centavos
  >;
};

const currentOf = ({ original, distributed, adjustments }: Record<Measure, Centavos>): Centavos =>
  add(add(original, distributed), adjustments);

/** The figures of the lines of a scope. */
export const figuresOf = (
  statement: Statement,
  lines: readonly ViewLine[],
  scope: Scope,
): Figures => {
  const totals = totalsOf(statement, lines);
  const current = currentOf(totals);
  const isKnown = isOriginalKnown(statement, scope);
  const planned = (measure: Measure) => (isKnown ? toAmount(totals[measure]) : null);
  const staged = (measure: Measure) =>
    statement.hasForms && !statement.balances.has(measure) ? null : toAmount(totals[measure]);
  return {
    original: planned('original'),
    distributed: planned('distributed'),
    adjustments: planned('adjustments'),
    current: toAmount(current),
    reserved: staged('reserved'),
    committed: staged('committed'),
    executed: toAmount(totals.executed),
    paid: staged('paid'),
    executionRate: percentage(totals.executed, current),
  };
};

/** Splits lines by one dimension, groups and sources in rising order with null last. */
export const splitBy = <D extends Dimension>(
  lines: readonly ViewLine[],
  dimension: D,
): [ViewLine[D], ViewLine[]][] =>
  [...Map.groupBy(lines, (line) => line[dimension])].sort(([one], [other]) =>
    (one ?? '~') < (other ?? '~') ? -1 : 1,
  );
