import { randomUUID } from 'node:crypto';

import client, { type EventData, type EventStoreDBClient } from '@eventstore/db-client';

/** Ignored by a server without users, but they choose the call by which the client appends. */
export const credentials = { username: 'admin', password: 'changeit' };

export const event = (n: number, id: string = randomUUID()): EventData =>
  client.jsonEvent({ type: 'Counted', id, data: { n } });

/** An event whose data is so many bytes long. */
export const bytes = (length: number): EventData =>
  client.binaryEvent({ type: 'Filled', data: new Uint8Array(length) });

type Reading = AsyncIterable<{ readonly event?: { readonly revision: bigint } }>;

export const revisionsIn = async (reading: Reading): Promise<(bigint | undefined)[]> => {
  const revisions: (bigint | undefined)[] = [];
  for await (const { event } of reading) revisions.push(event?.revision);
  return revisions;
};

/** The revisions of a stream that a reader sees. */
export const seen = (db: EventStoreDBClient, stream: string): Promise<(bigint | undefined)[]> =>
  revisionsIn(db.readStream(stream));

/** What a call was refused with, by the client's own word for it. */
export const refusal = async (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 'not refused',
    (error: unknown) => (error as { type?: unknown }).type ?? error,
  );
