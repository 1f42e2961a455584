import { defaultClassifiers } from '../catalogue/classifiers.ts';
import type { Pair } from '../catalogue/reference.ts';
import {
  type ComparedSide,
  compare,
  type Difference,
  type Explainable,
  type Explaining,
} from '../../projections/comparison/comparison.ts';
import type { RowLabel } from '../../projections/comparison/compared-rows.ts';
import type { CutOff } from '../../projections/cut-off.ts';
import { shownMeasures } from '../../projections/figure-measures.ts';
import type { Level } from '../../projections/line-dimensions.ts';
import type { RecordDetails } from '../../projections/record-details.ts';
import { type ResolvedReference, resolvePair } from '../../projections/references.ts';
import { activitiesAt, planTitleAt } from '../../projections/register.ts';
import type { EventStore } from './ports/event-store.ts';
import { detailsIn, recordsWith } from './read-records.ts';
import { resolvedIn, type Sight, statementAt } from './sight.ts';

export interface Comparing extends Pair {
  readonly by: Level;
  /** `current` of the references, and until when anything is known */
  readonly cutOff: CutOff;
  /** leaves out the rows in which nothing differs */
  readonly isOnlyChanged?: boolean;
}

/** A record that makes part of a difference, with what stands behind it. */
export type ExplainingRecord = RecordDetails & Pick<Explaining, 'part' | 'amounts'>;

export type Explained<Row> = Row & { readonly explanation: readonly ExplainingRecord[] };

export type ComparedReference = Omit<ResolvedReference, 'isPlanOnly' | 'isProvisional'> & {
  readonly title: string;
  readonly provisional?: true;
};

export interface ComparedView {
  readonly by: Level;
  readonly from: ComparedReference;
  readonly to: ComparedReference;
  readonly rows: readonly Explained<RowLabel & Difference>[];
  readonly total: Explained<Difference>;
}

const sideAt = ({ book }: Sight, reference: ResolvedReference): ComparedSide => {
  const { isPlanOnly, ...cutOff } = reference;
  const statement = statementAt({ book, cutOff });
  return { cutOff, statement, isPlanOnly, activities: activitiesAt(book.register, cutOff) };
};

const named = (
  { book }: Sight,
  { reference, ...cutOff }: ResolvedReference,
): ComparedReference => ({
  reference,
  title: planTitleAt(book.register, cutOff),
  effective: cutOff.effective,
  known: cutOff.known,
  ...(cutOff.isProvisional && { provisional: true }),
});

/** Something differs, though it may come to nothing together, or nothing can be compared at all. */
const isChanged = ({ row: { difference }, explanation }: Explainable<Difference>): boolean => {
  const known = shownMeasures.filter((measure) => difference[measure] !== null);
  const isDifferent = known.some((measure) => difference[measure] !== '0.00');
  return known.length === 0 || isDifferent || explanation().length > 0;
};

/** What differs between two references, and the records that make it differ. */
export const compareReferences = async (
  sight: Sight,
  store: EventStore,
  { by, isOnlyChanged = false, ...pair }: Comparing,
): Promise<ComparedView> => {
  const { book, cutOff: current, now } = sight;
  const { register, entries, moments } = book;
  const { from, to } = resolvePair(pair, {
    milestones: register.milestones,
    entries,
    moments,
    current,
    resolve: (asked) => resolvedIn(book, asked, now),
  });
  const sides = { from: sideAt(sight, from), to: sideAt(sight, to) };
  const classifiers = register.opened?.value.classifiers ?? defaultClassifiers;
  const { rows, total } = compare(entries, sides, by, classifiers);
  const revisions = total.explanation().map(({ revision }) => revision);
  const ofRows = rows.flatMap((row) => row.explanation().map(({ revision }) => revision));
  const records = await recordsWith(store, book.ledger, [...revisions, ...ofRows]);
  const known = Math.max(from.known.revision, to.known.revision);
  const details = await detailsIn(store, book, records.values(), known);
  const explained = <Row extends Difference>({ row, explanation }: Explainable<Row>) => ({
    ...row,
    explanation: explanation().flatMap(({ revision, ...share }): ExplainingRecord[] => {
      const own = details.get(revision);
      return own === undefined ? [] : [{ ...own, ...share }];
    }),
  });
  return {
    by,
    from: named(sight, from),
    to: named(sight, to),
    rows: rows.filter((row) => !isOnlyChanged || isChanged(row)).map(explained),
    total: explained(total),
  };
};
