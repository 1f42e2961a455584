import type { LedgerRecord } from '../catalogue/events.ts';
import type { RecordDetails } from '../../projections/record-details.ts';
import type { Book } from './book.ts';
import type { EventStore } from './ports/event-store.ts';
import { detailsIn } from './read-records.ts';

/** An event as it was recorded, with what stands behind it. */
export type EventRow = RecordDetails &
  Pick<LedgerRecord, 'version' | 'data' | 'commandId' | 'correlationId'>;

/** Records as rows, with what is known of them at a revision. */
export const eventRows = async (
  store: EventStore,
  book: Book,
  records: readonly LedgerRecord[],
  known: number,
): Promise<EventRow[]> => {
  const details = await detailsIn(store, book, records, known);
  return records.flatMap((record) => {
    const own = details.get(record.revision);
    const { version, data, commandId, correlationId } = record;
    return own === undefined ? [] : [{ ...own, version, commandId, correlationId, data }];
  });
};
