import { add, type Amount, centavos, type Percentage, toAmount } from '../catalogue/amount.ts';
import { defaultClassifiers } from '../catalogue/classifiers.ts';
import type { ActivityCode } from '../catalogue/codes.ts';
import type { LedgerRecord } from '../catalogue/events.ts';
import type { CutOff } from '../../projections/cut-off.ts';
import { type Figures, figuresOf, type Scope } from '../../projections/figures.ts';
import {
  type OriginMeasure,
  type OriginView,
  type TermPart,
  type Term,
  termsOf,
} from '../../projections/origin/cell.ts';
import {
  type LaterShare,
  linesOf,
  type OriginEntry,
  originOf,
  type OriginSum,
} from '../../projections/origin/origin.ts';
import type { RecordDetails } from '../../projections/record-details.ts';
import { type AskedCell, cellIn, viewOf } from './asked-cell.ts';
import type { EventStore } from './ports/event-store.ts';
import { detailsIn, recordsWith } from './read-records.ts';
import { type Sight, statementAt } from './sight.ts';

export interface AskedOrigin extends AskedCell {
  readonly measure: OriginMeasure;
  readonly cutOff: CutOff;
}

/** An entry with what stands behind it, and its place in the file that it came from. */
export type TracedEntry = RecordDetails &
  Pick<OriginEntry, 'line' | 'measure' | 'amount' | 'running'> & { readonly place: string | null };

export type LaterRecord = RecordDetails & Pick<LaterShare, 'amount' | 'reasons'>;

export interface TracedSum {
  readonly role: TermPart;
  /** null where the view does not know it */
  readonly amount: Amount | null;
  readonly entries: readonly TracedEntry[];
  /** what touches the cell and is not in it */
  readonly later: readonly LaterRecord[];
}

export interface FigureOrigin {
  readonly cell: Scope & {
    readonly by: OriginView;
    readonly code?: ActivityCode;
    readonly name?: string;
    readonly measure: OriginMeasure;
  };
  /** as the view shows it; null where it is not known */
  readonly value: Amount | Percentage | null;
  readonly parts: readonly TracedSum[];
}

/** What the view says of a sum: its first measure, less the others. */
const shownBy = ({ shown }: Term, figures: Figures): Amount | null => {
  const [whole = null, ...less] = shown.map((measure) => figures[measure]);
  if (whole === null || less.includes(null)) return null;
  const taken = less.map((amount) => (amount === null ? 0 : -centavos(amount)));
  return toAmount(taken.reduce(add, centavos(whole)));
};

type Details = ReadonlyMap<number, RecordDetails>;
type Records = ReadonlyMap<number, LedgerRecord>;

const traced = ({ entries }: OriginSum, details: Details, records: Records): TracedEntry[] =>
  entries.flatMap(({ revision, index, line, measure, amount, running }) => {
    const own = details.get(revision);
    const place = records.get(revision)?.origin?.places[index] ?? null;
    return own === undefined ? [] : [{ ...own, line, measure, amount, running, place }];
  });

const waiting = ({ later }: OriginSum, details: Details): LaterRecord[] =>
  later.flatMap(({ revision, ...share }) => {
    const own = details.get(revision);
    return own === undefined ? [] : [{ ...own, ...share }];
  });

/** A figure of a view down to its entries, with their papers and their places in the files. */
export const originOfFigure = async (
  sight: Sight,
  store: EventStore,
  asked: AskedOrigin,
): Promise<FigureOrigin> => {
  const { book, cutOff } = sight;
  const { entries, register } = book;
  const by = viewOf(asked);
  const isOfActivities = by === 'form-5b';
  const classifiers = register.opened?.value.classifiers ?? defaultClassifiers;
  const all = linesOf(entries, { scope: {}, isOfActivities }, classifiers);
  const { scope, row } = cellIn(sight, asked, all);
  const lines = linesOf(entries, { scope, isOfActivities }, classifiers);
  const figures = figuresOf(statementAt(sight), lines, scope);
  const sums = termsOf(asked.measure).map((term) => ({
    term,
    sum: originOf(entries, cutOff, lines, term),
  }));
  const revisions = sums.flatMap(({ sum }) => [...sum.entries, ...sum.later]);
  const records = await recordsWith(
    store,
    book.ledger,
    revisions.map(({ revision }) => revision),
  );
  const details = await detailsIn(store, book, records.values(), cutOff.known.revision);
  const now = await detailsIn(store, book, records.values(), book.revision);
  const parts = sums.map(({ term, sum }) => ({
    role: term.role,
    amount: shownBy(term, figures),
    entries: traced(sum, details, records),
    later: waiting(sum, now),
  }));
  const { measure } = asked;
  const own = row === null ? {} : { code: row.code, name: row.name };
  return {
    cell: { by, ...scope, ...own, measure },
    value: measure === 'executionRate' ? figures.executionRate : (parts[0]?.amount ?? null),
    parts,
  };
};
