import { add, type Centavos, sum } from '../src/catalogue/amount.ts';
import type { BudgetLine } from '../src/catalogue/budget-line.ts';
import type { CivilDate } from '../src/catalogue/civil-date.ts';
import type { AdjustmentKind, Instrument } from '../src/catalogue/events.ts';
import type { Instant } from '../src/catalogue/instant.ts';
import { isInForce } from '../src/timeline/timeline.ts';
import type { ResolvedCutOff } from './cut-off.ts';
import type { Entries } from './entries.ts';
import { eachMove } from './moves.ts';
import type { AdjustmentRecord, PlanHistory } from './plan-history.ts';

/** What an adjustment does to one line, never zero. */
export interface LineChange {
  readonly line: BudgetLine;
  readonly centavos: Centavos;
}

/** The records of an adjustment that have one day, together. */
interface DatedChanges {
  readonly day: CivilDate;
  readonly changes: readonly LineChange[];
}

/** One adjustment of the plan as it stands at a cut-off: all its records together. */
export interface PlanAdjustment {
  readonly id: string;
  readonly name: string | null;
  /** `stated` until an instrument gives it another */
  readonly kind: AdjustmentKind;
  readonly instrument: Instrument | null;
  readonly counterpart: AdjustmentRecord['counterpart'];
  /** of its first record, as are the next two */
  readonly day: CivilDate;
  readonly recordedAt: Instant;
  /** all who recorded any of it */
  readonly actors: readonly string[];
  readonly revisions: readonly number[];
  /** by line, over all its days */
  readonly changes: readonly LineChange[];
  readonly byDay: readonly DatedChanges[];
}

type Sides = Pick<ResolvedCutOff, 'effective' | 'known'>;
type Dated = AdjustmentRecord & { readonly day: CivilDate };
type Sums = Map<number, Centavos>;

const isDated = (record: AdjustmentRecord): record is Dated => record.day !== null;

/** The signed changes of each record of an adjustment, by the index of their line. */
const sumsByRevision = (entries: Entries, cutOff: Sides): Map<number, Sums> => {
  const byRevision = new Map<number, Sums>();
  eachMove(entries, cutOff, ['adjustments'], ({ revision, line, centavos }) => {
    const sums = byRevision.get(revision) ?? new Map<number, Centavos>();
    sums.set(line, add(sums.get(line) ?? 0, centavos));
    byRevision.set(revision, sums);
  });
  return byRevision;
};

class Changes {
  readonly #entries: Entries;
  readonly #byRevision: Map<number, Sums>;

  constructor(entries: Entries, cutOff: Sides) {
    this.#entries = entries;
    this.#byRevision = sumsByRevision(entries, cutOff);
  }

  of(records: readonly Dated[]): LineChange[] {
    const sums: Sums = new Map();
    for (const { revision } of records) {
      for (const [line, centavos] of this.#byRevision.get(revision) ?? []) {
        sums.set(line, add(sums.get(line) ?? 0, centavos));
      }
    }
    return [...sums].flatMap(([index, centavos]) => {
      const line = this.#entries.lines[index];
      return line === undefined || centavos === 0 ? [] : [{ line, centavos }];
    });
  }
}

/** What was said last of something, where anything was. */
const saidLast = <Value>(
  records: readonly AdjustmentRecord[],
  said: (record: AdjustmentRecord) => Value | null,
): Value | null => records.map(said).findLast((value) => value !== null) ?? null;

/** What documents an adjustment says its kind too; a name is that of its last record. */
const saidOf = (records: readonly AdjustmentRecord[], { name }: Dated) => ({
  name,
  kind: saidLast(records, ({ kind }) => (kind === 'stated' ? null : kind)) ?? ('stated' as const),
  instrument: saidLast(records, ({ instrument }) => instrument),
  counterpart: saidLast(records, ({ counterpart }) => counterpart),
});

const adjustmentOf = (
  id: string,
  records: readonly AdjustmentRecord[],
  changes: Changes,
): PlanAdjustment[] => {
  const dated = records
    .filter(isDated)
    .sort((one, other) =>
      one.day === other.day ? one.revision - other.revision : one.day < other.day ? -1 : 1,
    );
  const [first] = dated;
  if (first === undefined) return [];
  return [
    {
      id,
      ...saidOf(records, records.findLast(isDated) ?? first),
      day: first.day,
      recordedAt: first.recordedAt,
      actors: [...new Set(records.map(({ actor }) => actor))],
      revisions: records.map(({ revision }) => revision),
      changes: changes.of(dated),
      byDay: [...Map.groupBy(dated, ({ day }) => day)].map(([day, own]) => ({
        day,
        changes: changes.of(own),
      })),
    },
  ];
};

/** The adjustments in force at a cut-off, by their day and then in the order of recording. */
export const adjustmentsAt = (
  { adjustments }: PlanHistory,
  entries: Entries,
  cutOff: Sides,
): PlanAdjustment[] => {
  const seen = adjustments.filter(
    ({ day, revision }) =>
      revision <= cutOff.known.revision && (day === null || isInForce(day, cutOff.effective)),
  );
  const changes = new Changes(entries, cutOff);
  return [...Map.groupBy(seen, ({ adjustment }) => adjustment)]
    .flatMap(([id, records]) => adjustmentOf(id, records, changes))
    .sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
};

/** Increases, decreases (zero or less) and the net effect of changes. */
export const sumsOf = (
  changes: readonly LineChange[],
): { readonly increases: Centavos; readonly decreases: Centavos; readonly net: Centavos } => {
  const amounts = changes.map(({ centavos }) => centavos);
  const increases = sum(amounts.filter((centavos) => centavos > 0));
  const decreases = sum(amounts.filter((centavos) => centavos < 0));
  return { increases, decreases, net: add(increases, decreases) };
};
