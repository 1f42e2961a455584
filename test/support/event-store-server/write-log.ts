import { randomUUID } from 'node:crypto';

import { checkCommit, type ExpectedRevision } from './check-commit.ts';
import { endOfDeletedStream, type EventLog, type ProposedEvent } from './event-log.ts';
import {
  isMetastream,
  isSoftDeleted,
  lastObjectIn,
  metastreamOf,
  originalStreamOf,
} from './stream-rules.ts';

export type WriteAnswer =
  | { readonly outcome: 'written'; readonly revision: bigint; readonly position: bigint }
  | { readonly outcome: 'wrong-revision'; readonly current: bigint }
  | { readonly outcome: 'deleted' };

export interface Write {
  readonly stream: string;
  readonly expected: ExpectedRevision;
}

const writeMetadata = (log: EventLog, stream: string, json: string, now: number): void => {
  const bytes = Buffer.from(json);
  const event = { id: randomUUID(), type: '$metadata', isJson: true, data: bytes };
  log.append(metastreamOf(stream), [{ ...event, metadata: new Uint8Array() }], now);
};

/** A soft-deleted stream that is written to again shows what comes after its deletion. */
const beginAnew = (log: EventLog, stream: string, revision: bigint, now: number): void => {
  const rules = { ...lastObjectIn(log, metastreamOf(stream)), $tb: Number(revision) };
  writeMetadata(log, stream, JSON.stringify(rules), now);
};

/** @returns the position of the last event written, or of the record that stands for none */
const writeEvents = (
  log: EventLog,
  stream: string,
  events: readonly ProposedEvent[],
  now: number,
): bigint => {
  const original = isMetastream(stream) ? originalStreamOf(stream) : stream;
  const wasDeleted = isSoftDeleted(log, original);
  const next = log.lastRevision(original) + 1n;
  const position = log.append(stream, events, now);
  if (wasDeleted) beginAnew(log, original, next, now);
  return position;
};

export const appendToLog = (
  log: EventLog,
  { stream, expected }: Write,
  events: readonly ProposedEvent[],
  now: number,
): WriteAnswer => {
  const ids = events.map(({ id }) => id);
  const check = checkCommit(log, stream, expected, ids);
  if (check.decision === 'deleted') return { outcome: 'deleted' };
  if (check.decision === 'wrong-revision')
    return { outcome: 'wrong-revision', current: check.current };
  if (check.decision === 'repeated')
    return { outcome: 'written', revision: check.last.revision, position: check.last.position };

  const position = writeEvents(log, stream, events, now);
  return { outcome: 'written', revision: log.lastRevision(stream), position };
};

export const deleteFromLog = (
  log: EventLog,
  { stream, expected }: Write,
  now: number,
): WriteAnswer => {
  const check = checkCommit(log, stream, expected, [randomUUID()]);
  if (check.decision === 'deleted') return { outcome: 'deleted' };
  const current = log.lastRevision(stream);
  const wasNeverThere = current < 0n && log.lastRevision(metastreamOf(stream)) < 0n;
  if (check.decision !== 'write' || wasNeverThere) return { outcome: 'wrong-revision', current };

  const position = log.end;
  writeMetadata(log, stream, `{"$tb":${String(endOfDeletedStream)}}`, now);
  return { outcome: 'written', revision: current, position };
};

export const tombstoneInLog = (
  log: EventLog,
  { stream, expected }: Write,
  now: number,
): WriteAnswer => {
  const check = checkCommit(log, stream, expected, [randomUUID()]);
  if (check.decision === 'deleted') return { outcome: 'deleted' };
  const current = log.lastRevision(stream);
  if (check.decision !== 'write') return { outcome: 'wrong-revision', current };

  const position = log.end;
  log.tombstone(stream, randomUUID(), now);
  return { outcome: 'written', revision: endOfDeletedStream, position };
};
