import {
  add,
  type Amount,
  centavos,
  type Centavos,
  type Percentage,
  percentage,
  sum,
  toAmount,
} from '../../src/catalogue/amount.ts';
import type { LineAttributes } from '../../src/catalogue/budget-line.ts';
import type { CivilDate } from '../../src/catalogue/civil-date.ts';
import type { ActivityId, ObjectCode, Source } from '../../src/catalogue/codes.ts';
import type { AdjustmentKind, Instrument } from '../../src/catalogue/events.ts';
import type { Instant } from '../../src/catalogue/instant.ts';
import { type LineChange, type PlanAdjustment, sumsOf } from '../adjustments-at.ts';

export interface AdjustedLine {
  readonly activity: ActivityId | null;
  /** what people call the activity */
  readonly code: string | null;
  readonly object: ObjectCode | null;
  readonly source: Source | null;
  readonly attributes?: LineAttributes;
  readonly amount: Amount;
}

/** How much was changed. */
export interface AdjustedSums {
  readonly increases: Amount;
  /** zero or less */
  readonly decreases: Amount;
  readonly net: Amount;
  /** increases and decreases, signs aside */
  readonly moved: Amount;
  /** net and moved over the original; null where that is not known */
  readonly netRate: Percentage | null;
  readonly movedRate: Percentage | null;
}

export interface AdjustmentRow extends AdjustedSums {
  readonly adjustment: string;
  readonly name: string | null;
  readonly kind: AdjustmentKind;
  readonly instrument: Instrument | null;
  readonly counterpart: PlanAdjustment['counterpart'];
  /** of its first record */
  readonly day: CivilDate;
  readonly recordedAt: Instant;
  readonly actors: readonly string[];
  readonly revisions: readonly number[];
  readonly lines: readonly AdjustedLine[];
}

export interface AdjustmentCount extends AdjustedSums {
  readonly number: number;
}

/** How often, how much and under which rules the budget was adjusted. @see PEFA 21.4 */
export interface Adjustments {
  readonly original: Amount | null;
  readonly rows: readonly AdjustmentRow[];
  readonly byKind: readonly (AdjustmentCount & { readonly kind: AdjustmentKind })[];
  readonly byInstrument: readonly (AdjustmentCount & { readonly instrument: Instrument | null })[];
  /** "2020-06"; an adjustment of several months counts in each with what it changed there */
  readonly byMonth: readonly (AdjustmentCount & { readonly month: string })[];
  readonly total: AdjustmentCount;
}

type CodeOf = (activity: ActivityId) => string | null;

const sumsBeside =
  (original: Amount | null) =>
  (parts: readonly (readonly LineChange[])[]): AdjustedSums => {
    const sums = parts.map(sumsOf);
    const increases = sum(sums.map((each) => each.increases));
    const decreases = sum(sums.map((each) => each.decreases));
    const net = add(increases, decreases);
    const moved = add(increases, -decreases);
    const rate = (part: Centavos): Percentage | null =>
      original === null ? null : percentage(part, centavos(original));
    return {
      increases: toAmount(increases),
      decreases: toAmount(decreases),
      net: toAmount(net),
      moved: toAmount(moved),
      netRate: rate(net),
      movedRate: rate(moved),
    };
  };

type SumsOf = ReturnType<typeof sumsBeside>;

const lineOf = ({ line, centavos: change }: LineChange, codeOf: CodeOf): AdjustedLine => {
  const { activity, object, source, attributes } = line;
  return {
    activity,
    code: activity === null ? null : codeOf(activity),
    object,
    source,
    ...(attributes && { attributes }),
    amount: toAmount(change),
  };
};

const rowOf = (adjustment: PlanAdjustment, sums: SumsOf, codeOf: CodeOf): AdjustmentRow => {
  const { id, name, kind, instrument, counterpart, day, recordedAt, actors, revisions, changes } =
    adjustment;
  return {
    ...{ adjustment: id, name, kind, instrument, counterpart, day, recordedAt, actors, revisions },
    ...sums([changes]),
    lines: changes.map((change) => lineOf(change, codeOf)),
  };
};

/** One part of an adjustment that counts in a table of totals. */
interface Part {
  readonly adjustment: PlanAdjustment;
  readonly changes: readonly LineChange[];
}

interface Labels<Own, Label> {
  readonly keyOf: (part: Own) => string;
  readonly labelOf: (part: Own) => Label;
}

const countedBy = <Own extends Part, Label>(
  parts: readonly Own[],
  sums: SumsOf,
  { keyOf, labelOf }: Labels<Own, Label>,
): (AdjustmentCount & Label)[] =>
  [...Map.groupBy(parts, keyOf).values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const number = new Set(own.map(({ adjustment }) => adjustment.id)).size;
    return [{ ...labelOf(first), number, ...sums(own.map(({ changes }) => changes)) }];
  });

const monthOf = (day: CivilDate): string => day.slice(0, 7);

interface MonthPart extends Part {
  readonly month: string;
}

const partsByMonth = (adjustment: PlanAdjustment): MonthPart[] =>
  adjustment.byDay.map(({ day, changes }) => ({ adjustment, changes, month: monthOf(day) }));

export const adjustments = (
  found: readonly PlanAdjustment[],
  original: Amount | null,
  codeOf: CodeOf,
): Adjustments => {
  const sums = sumsBeside(original);
  const parts: Part[] = found.map((adjustment) => ({ adjustment, changes: adjustment.changes }));
  const months = found
    .flatMap(partsByMonth)
    .sort((one, other) => (one.month < other.month ? -1 : one.month > other.month ? 1 : 0));
  return {
    original,
    rows: found.map((adjustment) => rowOf(adjustment, sums, codeOf)),
    byKind: countedBy(parts, sums, {
      keyOf: ({ adjustment }) => adjustment.kind,
      labelOf: ({ adjustment: { kind } }) => ({ kind }),
    }),
    byInstrument: countedBy(parts, sums, {
      keyOf: ({ adjustment }) => JSON.stringify(adjustment.instrument),
      labelOf: ({ adjustment: { instrument } }) => ({ instrument }),
    }),
    byMonth: countedBy(months, sums, {
      keyOf: ({ month }) => month,
      labelOf: ({ month }) => ({ month }),
    }),
    total: { number: found.length, ...sums(parts.map(({ changes }) => changes)) },
  };
};
