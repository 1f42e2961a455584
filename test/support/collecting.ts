import type {
  EventStore,
  FollowedRecord,
  KeptRecord,
  Position,
  StreamId,
} from '../../src/application/ports/event-store.ts';

export const readAll = async (
  store: EventStore,
  stream: StreamId,
  from = 0,
  countMax?: number,
): Promise<KeptRecord[]> => {
  const records: KeptRecord[] = [];
  for await (const page of store.read(stream, from, countMax)) records.push(...page);
  return records;
};

/** Follows until as many records of a category have come as are awaited; other categories are passed over. */
export const followUntil = async (
  store: EventStore,
  category: string,
  count: number,
  from: Position | null = null,
): Promise<FollowedRecord[]> => {
  const stop = new AbortController();
  const followed: FollowedRecord[] = [];
  for await (const next of store.follow(from, stop.signal)) {
    if (next.stream.category === category) followed.push(next);
    if (followed.length >= count) stop.abort();
  }
  return followed;
};
