import { defaultClassifiers } from '../catalogue/classifiers.ts';
import type { LedgerRecord } from '../catalogue/events.ts';
import { Failure } from '../catalogue/failure.ts';
import { type CutOff, isSeenAt } from '../../projections/cut-off.ts';
import type { Figures } from '../../projections/figures.ts';
import type { RecordDetails } from '../../projections/record-details.ts';
import {
  type AskedReplay,
  replay,
  type ReplayOrder,
  type ReplayStep,
  type ReplayUnit,
} from '../../projections/replay/replay.ts';
import type { EventStore } from './ports/event-store.ts';
import { detailsIn, recordsUntil } from './read-records.ts';
import type { Sight } from './sight.ts';

export interface Replaying extends AskedReplay {
  readonly cutOff: CutOff;
}

/** A step with its records as they were written. */
export interface ReplayedStep extends Omit<ReplayStep, 'revisions'> {
  readonly records: readonly (RecordDetails & Pick<LedgerRecord, 'data'>)[];
}

export interface ReplayView {
  readonly order: ReplayOrder;
  readonly step: ReplayUnit;
  readonly opening: Figures;
  readonly steps: readonly ReplayedStep[];
}

/** @throws REVISION_NOT_FOUND, RECORD_NOT_SEEN */
const assertSeen = (
  records: readonly LedgerRecord[],
  from: number | undefined,
  { cutOff }: Sight,
): void => {
  if (from === undefined) return;
  const last = cutOff.known.revision;
  const record = records[from];
  if (record === undefined) throw new Failure('REVISION_NOT_FOUND', { revision: from, last });
  if (isSeenAt(record, cutOff)) return;
  const { effectiveOn: day } = record;
  throw new Failure('RECORD_NOT_SEEN', { revision: from, day, effective: cutOff.effective });
};

/** The history of a ledger step by step. */
export const replayHistory = async (
  sight: Sight,
  store: EventStore,
  { cutOff: _, ...asked }: Replaying,
): Promise<ReplayView> => {
  const { book, cutOff } = sight;
  const records = await recordsUntil(store, book.ledger, cutOff.known.revision);
  assertSeen(records, asked.from, sight);
  const { classifiers = defaultClassifiers, zone = 'UTC' } = book.register.opened?.value ?? {};
  const { opening, steps } = replay(records, asked, { cutOff, classifiers, zone });
  const details = await detailsIn(store, book, records, cutOff.known.revision);
  return {
    order: asked.order,
    step: asked.unit,
    opening,
    steps: steps.map(({ revisions, ...step }) => ({
      ...step,
      records: revisions.flatMap((revision) => {
        const own = details.get(revision);
        const record = records[revision];
        return own === undefined || record === undefined ? [] : [{ ...own, data: record.data }];
      }),
    })),
  };
};
