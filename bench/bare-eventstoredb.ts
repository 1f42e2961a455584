import { randomUUID } from 'node:crypto';
import client, { type EventStoreDBClient } from '@eventstore/db-client';
import type { KeptRecord } from '../src/application/ports/event-store.ts';
import { seconds } from './measure.ts';

/** What a call gives along so that the client takes the same path as ours. */
const credentials = { username: 'admin', password: 'changeit' };

export const bareClient = (address: string): EventStoreDBClient =>
  client.EventStoreDBClient.connectionString(address);

/** The peer: every event read and parsed by the client, nothing more. */
export const bareReplay = async (
  peer: EventStoreDBClient,
  stream: string,
  count: number,
): Promise<void> => {
  let found = 0;
  for await (const { event } of peer.readStream(stream)) if (event !== undefined) found += 1;
  if (found !== count) throw new Error(`${found} events instead of ${count}`);
};

/** Events a second, each in an append of its own that knows the revision before it. */
const appends = async (
  peer: EventStoreDBClient,
  { text, root }: KeptRecord,
  count: number,
): Promise<void> => {
  const stream = `bare-${randomUUID()}`;
  const { data, type, ...metadata } = JSON.parse(text) as { data: object; type: string };
  for (let next = 0n; next < BigInt(count); next += 1n) {
    const event = { id: randomUUID(), type, data, metadata: { ...metadata, root } };
    const expectedRevision = next === 0n ? client.NO_STREAM : next - 1n;
    await peer.appendToStream(stream, client.jsonEvent(event as never), {
      expectedRevision,
      credentials,
      requiresLeader: true,
    });
  }
};

export const appendsOneByOne = async (
  peer: EventStoreDBClient,
  record: KeptRecord,
  count: number,
): Promise<number> => count / (await seconds(() => appends(peer, record, count)));

export const appendsAtOnce = async (
  peer: EventStoreDBClient,
  record: KeptRecord,
  { count, writers }: { readonly count: number; readonly writers: number },
): Promise<number> => {
  const each = Array.from({ length: writers }, () => count / writers);
  const time = await seconds(() => Promise.all(each.map((own) => appends(peer, record, own))));
  return count / time;
};
