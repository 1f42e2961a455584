import {
  BACKWARDS,
  END,
  type JSONType,
  type ResolvedEvent,
  type StreamingRead,
} from '@eventstore/db-client';

import type { Connection } from './connection.ts';
import type { GuardedClient } from './guarded-client.ts';
import { isStreamMissing } from './server-error.ts';
import { streamItems } from './stream-items.ts';

/** A page ends here, or with as many bytes, so that large events do not fill the memory. */
const pageMax = 4000;
const pageBytesMax = 4 * 1024 * 1024;

export type ServerEvent = NonNullable<ResolvedEvent['event']>;

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

type Streaming = (client: GuardedClient) => StreamingRead<ResolvedEvent>;

/** How an event is taken, and about how many bytes it then holds. */
export type Take<Item> = (event: ServerEvent) => { readonly item: Item; readonly size: number };

/** null where the stream does not exist, or not any more. */
const itemsOf = <Item>(
  connection: Connection,
  streaming: Streaming,
  take: Take<Item>,
): Promise<Item[] | null> =>
  connection.patiently(async (client) => {
    const stream = streaming(client);
    const found: Item[] = [];
    let bytes = 0;
    try {
      for await (const { event } of streamItems<ResolvedEvent>(stream, {
        cancel: () => stream.cancel(),
        millisecondsMax: () => connection.patience.millisecondsMax,
      })) {
        if (event === undefined) continue;
        const { item, size } = take(event);
        found.push(item);
        bytes += size;
        if (bytes >= pageBytesMax) break;
      }
    } catch (error) {
      if (isStreamMissing(error)) return null;
      throw error;
    }
    return found;
  });

/**
 * What a stream has from a revision on: some, and none past its end or where it does not exist.
 * @param countMax no more than so many, nor more than a page
 */
export const pageOf = async <Item>(
  connection: Connection,
  name: string,
  { from, countMax }: { readonly from: number; readonly countMax: number },
  take: Take<Item>,
): Promise<Item[]> => {
  const items = await itemsOf(
    connection,
    (client) =>
      client.readStream(name, {
        fromRevision: BigInt(from),
        maxCount: Math.min(countMax, pageMax),
        requiresLeader: true,
      }),
    take,
  );
  return items ?? [];
};

/** The last event of a stream: null where there is none, undefined where it exists and shows none. */
export const lastEvent = async (
  connection: Connection,
  name: string,
): Promise<ServerEvent | null | undefined> => {
  const events = await itemsOf(
    connection,
    (client) =>
      client.readStream(name, {
        direction: BACKWARDS,
        fromRevision: END,
        maxCount: 1,
        requiresLeader: true,
      }),
    (event) => ({ item: event, size: 0 }),
  );
  return events === null ? null : events[0];
};

/** What stands in a stream's metadata as it was written there, null where there are none. */
export const metadataOf = async (
  connection: Connection,
  name: string,
): Promise<Readonly<Record<string, unknown>> | null> => {
  const event = await lastEvent(connection, `$$${name}`);
  if (event === null || event === undefined) return null;
  const data: JSONType | Uint8Array = event.data;
  return event.isJson && isObject(data) ? data : {};
};
