import { type EventLog, endOfDeletedStream, type RecordedEvent } from './event-log.ts';

/** Roles by the letters under which the server stores them; one role may stand without a list. */
export type StoredAcl = Readonly<
  Partial<Record<'$r' | '$w' | '$d' | '$mr' | '$mw', string | string[]>>
>;

export interface StreamRules {
  readonly $maxCount?: number;
  readonly $maxAge?: number;
  readonly $tb?: number;
  readonly $acl?: StoredAcl;
}

export const isMetastream = (stream: string): boolean => stream.startsWith('$$');
export const metastreamOf = (stream: string): string => `$$${stream}`;
export const originalStreamOf = (metastream: string): string => metastream.slice(2);

/** The JSON object of a stream's last event; nothing where there is none. */
export const lastObjectIn = (log: EventLog, stream: string): Readonly<Record<string, unknown>> => {
  const last = log.eventsOf(stream).at(-1);
  if (last === undefined) return {};
  try {
    const value: unknown = JSON.parse(Buffer.from(last.data).toString('utf8'));
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
};

/** A metadata stream has no metadata of its own: only its last event counts. */
export const rulesOf = (log: EventLog, stream: string): StreamRules =>
  isMetastream(stream) ? { $maxCount: 1 } : lastObjectIn(log, metastreamOf(stream));

/** The number is beyond what JSON keeps exactly in this language, so it is compared as rounded. */
export const isSoftDeleted = (log: EventLog, stream: string): boolean =>
  !isMetastream(stream) && rulesOf(log, stream).$tb === Number(endOfDeletedStream);

/** With the tombstone of a stream its metadata is gone too. */
export const isGone = (log: EventLog, stream: string): boolean =>
  log.isTombstoned(isMetastream(stream) ? originalStreamOf(stream) : stream);

/** The revision before which the stream hides what it holds, its age aside. */
export const hiddenBefore = (log: EventLog, stream: string): number => {
  const { $maxCount = Infinity, $tb = 0 } = rulesOf(log, stream);
  return Math.max($tb, log.eventsOf(stream).length - $maxCount);
};

/** What a reader sees of a stream. */
export const visibleEvents = (
  log: EventLog,
  stream: string,
  now: number,
): readonly RecordedEvent[] | 'missing' | 'deleted' => {
  if (isGone(log, stream)) return 'deleted';
  const events = log.eventsOf(stream);
  if (events.length === 0 || isSoftDeleted(log, stream)) return 'missing';

  const { $maxAge = Infinity } = rulesOf(log, stream);
  const visible = events.slice(Math.max(0, hiddenBefore(log, stream)));
  return visible.filter(({ created }) => created >= now - $maxAge * 1_000);
};
