import {
  add,
  type Amount,
  centavos,
  type Centavos,
  sum,
  toAmount,
} from '../../src/catalogue/amount.ts';
import type { Classifiers } from '../../src/catalogue/classifiers.ts';
import type { ResolvedCutOff } from '../cut-off.ts';
import { type Entries, type Measure, measures } from '../entries.ts';
import {
  eachMeasure,
  entryMeasuresOf,
  type Money,
  shownIn,
  type ShownMeasure,
} from '../figure-measures.ts';
import { figuresFrom, type Scope, type Statement } from '../figures.ts';
import type { Level } from '../line-dimensions.ts';
import type { RegisteredActivity } from '../register.ts';
import { candidateRows, type RowLabel, type RowSums, rowSumsOf } from './compared-rows.ts';
import { explain, type Explained, type Part, parts } from './explain.ts';

/** One of the two references with what is seen at it. */
export interface ComparedSide {
  readonly cutOff: Pick<ResolvedCutOff, 'effective' | 'known'>;
  readonly statement: Statement;
  readonly activities: readonly RegisteredActivity[];
  /** the measures of the budget alone */
  readonly isPlanOnly: boolean;
}

export interface ComparedPair {
  readonly from: ComparedSide;
  readonly to: ComparedSide;
}

/** What one record brings to the difference of a row. */
export interface Explaining {
  readonly revision: number;
  readonly part: Part;
  /** only the measures that it moves and that are known on both sides */
  readonly amounts: Readonly<Partial<Record<ShownMeasure, Amount>>>;
}

/** Per measure; null where a reference is not known at the level. */
export interface Difference {
  readonly from: Money;
  readonly to: Money;
  readonly difference: Money;
  /** of entries effective after the earlier of the two days */
  readonly newFacts: Money;
  /** of entries effective by the earlier of the two days, which one reference did not know */
  readonly lateRecorded: Money;
  /** of reversals, corrections and breakdowns */
  readonly corrections: Money;
  /** what the entries leave of the difference: nothing */
  readonly unexplained: Money;
}

export interface Explainable<Row> {
  readonly row: Row;
  /** in the order of their revisions; made when it is asked for, since it may be long */
  readonly explanation: () => readonly Explaining[];
}

export interface Comparison {
  readonly rows: readonly Explainable<RowLabel & Difference>[];
  readonly total: Explainable<Difference>;
}

/** Where the plan is not known as it was programmed, the original is no reference at all. */
const moneyAt = (
  { statement, isPlanOnly }: ComparedSide,
  { sums }: RowSums,
  { row, scope }: { readonly row: number; readonly scope: Scope },
): Money => {
  const totals = sums.subarray(row * measures.length, (row + 1) * measures.length);
  const figures = figuresFrom(statement, totals, scope);
  if (!isPlanOnly) return eachMeasure((measure) => figures[measure]);
  const { original, distributed, adjustments } = figures;
  const current = original === null ? null : figures.current;
  return { ...eachMeasure(() => null), original, distributed, adjustments, current };
};

const placeOf = Object.fromEntries(measures.map((measure, place) => [measure, place])) as Record<
  Measure,
  number
>;

const between = (from: Amount | null, to: Amount | null): Centavos | null =>
  from === null || to === null ? null : add(centavos(to), -centavos(from));

const amountOf = (value: Centavos | null): Amount | null =>
  value === null ? null : toAmount(value);

/** The difference of the figures beside the sums of the entries: neither is made of the other. */
const differenceOf = (
  [from, to]: readonly [Money, Money],
  explained: Explained,
  row: number,
): Difference => {
  const differences = eachMeasure((measure) => between(from[measure], to[measure]));
  const sumOf = (part: Part, measure: ShownMeasure): Centavos =>
    sum(entryMeasuresOf(measure).map((each) => explained.sumOf(row, part, placeOf[each])));
  const known = (valueOf: (measure: ShownMeasure, difference: Centavos) => Centavos): Money =>
    eachMeasure((measure) => {
      const difference = differences[measure];
      return difference === null ? null : toAmount(valueOf(measure, difference));
    });
  return {
    from,
    to,
    difference: eachMeasure((measure) => amountOf(differences[measure])),
    newFacts: known((measure) => sumOf('newFacts', measure)),
    lateRecorded: known((measure) => sumOf('lateRecorded', measure)),
    corrections: known((measure) => sumOf('corrections', measure)),
    unexplained: known((measure, difference) =>
      add(difference, -sum(parts.map((part) => sumOf(part, measure)))),
    ),
  };
};

/** A record that moves nothing of what is known here explains nothing here. */
const explanationOf = (
  explained: Explained,
  row: number,
  { difference }: Difference,
): Explaining[] => {
  const known = shownIn.map((shown) => shown.filter((each) => difference[each] !== null));
  const found: Explaining[] = [];
  for (const { revision, part, measure, centavos: change } of explained.sharesOf(row)) {
    const moved = known[measure] ?? [];
    if (change === 0 || moved.length === 0) continue;
    const amounts: Partial<Record<ShownMeasure, Amount>> = {};
    const amount = toAmount(change);
    for (const each of moved) amounts[each] = amount;
    found.push({ revision, part, amounts });
  }
  return found;
};

/** The later reference is the same one whichever stands first. */
const laterFirst = ({ from, to }: ComparedPair): readonly ComparedSide[] => {
  const [one, other] = [from.cutOff, to.cutOff];
  const isFromLater =
    one.known.revision === other.known.revision
      ? one.effective > other.effective
      : one.known.revision > other.known.revision;
  return isFromLater ? [from, to] : [to, from];
};

/** The money of one side row by row. */
interface RowMoney {
  readonly at: (row: number, scope: Scope) => Money;
  readonly has: (row: number) => boolean;
}

const rowMoneyOf = (side: ComparedSide, sums: RowSums): RowMoney => ({
  at: (row, scope) => moneyAt(side, sums, { row, scope }),
  has: (row) => sums.hasMoney[row] === 1,
});

/** Everything that differs between two references, and the entries that make it differ. */
export const compare = (
  entries: Entries,
  pair: ComparedPair,
  by: Level,
  classifiers: Classifiers,
): Comparison => {
  const activities = laterFirst(pair).flatMap((side) => side.activities);
  const { keys, rowOfLine } = candidateRows(by, entries, activities, classifiers);
  const total = keys.length;
  const cutOffs = { from: pair.from.cutOff, to: pair.to.cutOff };
  const explained = explain(entries, cutOffs, { rowOfLine, total });
  const [from, to] = [pair.from, pair.to].map((side) =>
    rowMoneyOf(side, rowSumsOf(side.statement.balances.cells, rowOfLine, total)),
  ) as [RowMoney, RowMoney];
  const explainable = <Label extends object>(
    label: Label,
    row: number,
    scope: Scope,
  ): Explainable<Label & Difference> => {
    const money = [from.at(row, scope), to.at(row, scope)] as const;
    const difference = differenceOf(money, explained, row);
    const explanation = () => explanationOf(explained, row, difference);
    return { row: { ...label, ...difference }, explanation };
  };
  const listed = by === 'activity' ? new Set(activities.map(({ id }) => id)).size : 0;
  // rows of activities that either register knows stand first, with money or without
  const isThere = (row: number): boolean =>
    row < listed || from.has(row) || to.has(row) || explained.isTouched(row);
  const rows = keys.flatMap(({ label, scope }, row) =>
    isThere(row) ? [explainable(label, row, scope)] : [],
  );
  return { rows, total: explainable({}, total, {}) };
};
