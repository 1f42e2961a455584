import type { EventStore, KeptRecord, StreamId } from './ports/event-store.ts';

/** One record of a stream, undefined where it does not reach that far. */
export const recordAt = async (
  store: EventStore,
  stream: StreamId,
  revision: number,
): Promise<KeptRecord | undefined> => {
  for await (const page of store.read(stream, revision, 1)) return page[0];
  return undefined;
};
