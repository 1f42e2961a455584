import type { EventLog, RecordedEvent } from './event-log.ts';
import { isGone, isSoftDeleted, metastreamOf } from './stream-rules.ts';

export type ExpectedRevision = bigint | 'any' | 'no_stream' | 'stream_exists';

export type CommitCheck =
  | { readonly decision: 'write' | 'wrong-revision'; readonly current: bigint }
  | { readonly decision: 'repeated'; readonly last: RecordedEvent }
  | { readonly decision: 'deleted' };

interface Request {
  readonly log: EventLog;
  readonly stream: string;
  readonly ids: readonly string[];
  readonly current: bigint;
}

/** An id may stand anywhere in the stream: the last events written under the ids are looked at. */
const checkAnywhere = ({ log, stream, ids, current }: Request): CommitCheck => {
  const known = ids.map((id) => log.withId(id)).map((event) => event?.stream === stream && event);
  const unknown = known.findIndex((event) => !event);
  if (unknown > 0) return { decision: 'wrong-revision', current };
  const last = known.at(-1);
  return unknown === 0 || !last ? { decision: 'write', current } : { decision: 'repeated', last };
};

/** The ids have to stand just behind the expected revision, as a blind repeat finds them. */
const checkBehind = (expected: bigint, { log, stream, ids, current }: Request): CommitCheck => {
  const events = log.eventsOf(stream);
  const first = Number(expected) + 1;
  const unknown = ids.findIndex((id, index) => events[first + index]?.id !== id);
  const last = events[first + ids.length - 1];
  if (unknown === -1 && ids.length > 0 && last !== undefined) return { decision: 'repeated', last };

  const beginsAnew = expected === -1n && unknown <= 0 && isSoftDeleted(log, stream);
  return { decision: beginsAnew ? 'write' : 'wrong-revision', current };
};

const checkExisting = (request: Request): CommitCheck => {
  const { log, stream, current } = request;
  if (isSoftDeleted(log, stream)) return { decision: 'deleted' };
  const isThere = current >= 0n || log.lastRevision(metastreamOf(stream)) >= 0n;
  return isThere ? checkAnywhere(request) : { decision: 'wrong-revision', current };
};

/** Whether an append is written, refused, or answered as it was the first time. */
export const checkCommit = (
  log: EventLog,
  stream: string,
  expected: ExpectedRevision,
  ids: readonly string[],
): CommitCheck => {
  if (isGone(log, stream)) return { decision: 'deleted' };
  const current = log.lastRevision(stream);
  const request = { log, stream, ids, current };
  if (expected === 'stream_exists') return checkExisting(request);
  if (expected === 'any') return checkAnywhere(request);

  const revision = expected === 'no_stream' ? -1n : expected;
  if (revision < current) return checkBehind(revision, request);
  return { decision: revision === current ? 'write' : 'wrong-revision', current };
};
