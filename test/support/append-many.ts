import type { EventStore, KeptRecord, StreamId } from '../../src/application/ports/event-store.ts';
import { keptRecords } from './kept-records.ts';

/** An append may have a largest size: many records go in by the hundred. */
export const appendMany = async (
  store: EventStore,
  stream: StreamId,
  count: number,
): Promise<readonly KeptRecord[]> => {
  const records = keptRecords(stream, -1, count);
  for (let start = 0; start < count; start += 500)
    await store.append(stream, start - 1, records.slice(start, start + 500));
  return records;
};
