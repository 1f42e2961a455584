import { add, type Amount, centavos, toAmount } from '../catalogue/amount.ts';
import { type BudgetLine, flatten } from '../catalogue/budget-line.ts';
import { defaultClassifiers } from '../catalogue/classifiers.ts';
import type { LedgerRecord, Origin } from '../catalogue/events.ts';
import { Failure } from '../catalogue/failure.ts';
import { type CutOff, isSeenAt } from '../../projections/cut-off.ts';
import type { Measure } from '../../projections/entries.ts';
import type { Figures } from '../../projections/figures.ts';
import type { LineDimensions } from '../../projections/line-dimensions.ts';
import { activitiesAt } from '../../projections/register.ts';
import { replay } from '../../projections/replay/replay.ts';
import type { CellChange } from '../../projections/replay/running.ts';
import { type EventRow, eventRows } from './event-row.ts';
import { type EventStore, ledgerStream } from './ports/event-store.ts';
import { recordAt } from './record-at.ts';
import { recordsUntil } from './read-records.ts';
import type { Sight } from './sight.ts';

export interface AskedEvent {
  readonly revision: number;
  readonly cutOff: CutOff;
}

/** What the event did to one cell, among what had been recorded before it. */
export interface ChangedCell extends LineDimensions {
  readonly code: string | null;
  readonly measure: Measure;
  readonly before: Amount;
  readonly amount: Amount;
  readonly after: Amount;
}

/** A line of the event and where it stands in the file. */
interface PlacedLine extends BudgetLine {
  readonly amount: Amount;
  readonly place: string | null;
}

export interface EventInFull {
  readonly event: EventRow & {
    /** made of the leaf of the record */
    readonly id: string;
    /** of the ledger up to the record */
    readonly root: string;
    readonly commandHash: string;
  };
  readonly changes: readonly ChangedCell[];
  /** the whole ledger, before and after */
  readonly total: { readonly before: Figures; readonly after: Figures };
  /** null where it came from no file */
  readonly origin: { readonly file: string; readonly lines: readonly PlacedLine[] } | null;
}

/** The one step of the record, in the order of recording. */
const stepOf = (
  { book, cutOff }: Sight,
  records: readonly LedgerRecord[],
  { revision, recordedAt }: LedgerRecord,
): { readonly before: Figures; readonly after: Figures; readonly moved: readonly CellChange[] } => {
  const { classifiers = defaultClassifiers, zone = 'UTC' } = book.register.opened?.value ?? {};
  const seen = { ...cutOff, known: { revision, recordedAt } };
  const asked = { order: 'recorded', unit: 'event', from: revision } as const;
  const { opening, steps } = replay(records, asked, { cutOff: seen, classifiers, zone });
  const { changes: moved = [], total: after = opening } = steps[0] ?? {};
  return { before: opening, after, moved };
};

const changesOf = (
  sight: Sight,
  records: readonly LedgerRecord[],
  record: LedgerRecord,
): Pick<EventInFull, 'changes' | 'total'> => {
  const { book, cutOff } = sight;
  const { before, after, moved } = stepOf(sight, records, record);
  const codes = new Map(activitiesAt(book.register, cutOff).map(({ id, code }) => [id, code]));
  return {
    changes: moved.map(({ balance, amount, measure, ...cell }) => ({
      ...cell,
      code: cell.activity === null ? null : (codes.get(cell.activity) ?? null),
      measure,
      before: toAmount(add(centavos(balance), -centavos(amount))),
      amount,
      after: balance,
    })),
    total: { before, after },
  };
};

const placedLines = ({ data }: LedgerRecord, { places }: Origin): PlacedLine[] =>
  'lines' in data
    ? flatten(data.lines).map(({ centavos: own, ...line }, index) => ({
        ...line,
        amount: toAmount(own),
        place: places[index] ?? null,
      }))
    : [];

/** @throws REVISION_NOT_FOUND, RECORD_NOT_SEEN */
const seenAt = (
  records: readonly LedgerRecord[],
  revision: number,
  { cutOff }: Sight,
): LedgerRecord => {
  const record = records[revision];
  const last = cutOff.known.revision;
  if (record === undefined) throw new Failure('REVISION_NOT_FOUND', { revision, last });
  if (isSeenAt(record, cutOff)) return record;
  const { effectiveOn: day } = record;
  throw new Failure('RECORD_NOT_SEEN', { revision, day, effective: cutOff.effective });
};

/** @throws REVISION_NOT_FOUND, RECORD_NOT_SEEN */
export const eventInFull = async (
  sight: Sight,
  store: EventStore,
  { revision }: AskedEvent,
): Promise<EventInFull> => {
  const { book, cutOff } = sight;
  const records = await recordsUntil(store, book.ledger, Math.min(revision, cutOff.known.revision));
  const record = seenAt(records, revision, sight);
  const [row] = await eventRows(store, book, [record], cutOff.known.revision);
  const kept = await recordAt(store, ledgerStream(sight.book.ledger), revision);
  if (row === undefined || kept === undefined) throw new Error('a record that was read is gone');
  const { origin, commandHash } = record;
  return {
    event: { ...row, id: kept.id, root: kept.root, commandHash },
    ...changesOf(sight, records, record),
    origin: origin === undefined ? null : { file: origin.file, lines: placedLines(record, origin) },
  };
};
