import { type EventData, NO_STREAM } from '@eventstore/db-client';

import type { AppendOutcome, StreamId } from '../../application/ports/event-store.ts';
import { Failure } from '../../catalogue/failure.ts';
import { appendSize } from './append-limit.ts';
import type { Connection } from './connection.ts';
import { inTime } from './in-time.ts';
import {
  actualRevisionIn,
  appendLimitIn,
  isOutcomeUnknown,
  isStreamDeleted,
  isSurelyUnsent,
} from './server-error.ts';
import { damaged, tombstoned } from './stream-damage.ts';

export interface Appending {
  readonly name: string;
  readonly expected: number;
  readonly events: readonly EventData[];
}

/** Beyond the client's own deadline: in case that it never answers. */
const grace = 1000;

/** The revision that the stream then has. */
const send = async (
  connection: Connection,
  { name, expected, events }: Appending,
): Promise<number> => {
  const { client, writing } = connection;
  const answer = client.appendToStream(name, [...events], {
    expectedRevision: expected === -1 ? NO_STREAM : BigInt(expected),
    ...writing,
  });
  try {
    const result = await inTime(answer, { millisecondsMax: writing.deadline + grace });
    return Number(result?.nextExpectedRevision);
  } catch (error) {
    // the client turns away from a server that is gone, but stays with one that is silent
    if (isOutcomeUnknown(error)) connection.leave(client);
    throw error;
  }
};

const outcomeOf = (error: unknown, events: readonly EventData[]): AppendOutcome => {
  const actual = actualRevisionIn(error);
  if (actual !== undefined) return { outcome: 'conflict', actual };
  const limit = appendLimitIn(error);
  if (limit !== undefined)
    throw new Failure('CHANGE_TOO_LARGE', { size: appendSize(events), limit });
  if (isOutcomeUnknown(error)) return { outcome: 'unknown' };
  throw error;
};

/**
 * All of the events or none. What surely never left is sent again while the patience lasts.
 * @throws CHANGE_TOO_LARGE, STORE_UNREACHABLE, STORE_ACCESS_DENIED: then nothing was written
 */
export const appendEvents = async (
  connection: Connection,
  appending: Appending,
): Promise<AppendOutcome & { readonly revision?: number }> => {
  const until = performance.now() + connection.patience.millisecondsMax;
  for (let turn = 0; ; turn += 1) {
    try {
      return { outcome: 'appended', revision: await send(connection, appending) };
    } catch (error) {
      if (!isSurelyUnsent(error)) return handed(connection, error, appending);
      if (performance.now() + connection.pauseAt(turn) >= until) throw connection.failure(error);
    }
    await connection.pause(turn);
  }
};

const handed = (connection: Connection, error: unknown, { events }: Appending): AppendOutcome => {
  try {
    return outcomeOf(error, events);
  } catch (other) {
    throw connection.failure(other);
  }
};

/** @throws LEDGER_DAMAGED where the stream is not one that began with its first record */
export const appendRecords = async (
  connection: Connection,
  stream: StreamId,
  appending: Appending,
): Promise<AppendOutcome> => {
  const { expected, events } = appending;
  const answer = appendEvents(connection, appending).catch((error: unknown) => {
    throw isStreamDeleted(error) ? tombstoned(stream) : error;
  });
  const { revision, ...outcome } = await answer;
  if (outcome.outcome === 'appended' && revision !== expected + events.length) {
    const found = String(revision);
    throw damaged(
      stream,
      expected + 1,
      `el servidor lo puso de modo que el último es el ${found}: el libro había sido borrado`,
    );
  }
  return outcome;
};
