import { binaryEvent, type EventData } from '@eventstore/db-client';

import { Failure } from '../../catalogue/failure.ts';
import type { Connection } from './connection.ts';
import { actualRevisionIn, appendLimitIn } from './server-error.ts';

/** No server is set to take less, so nobody is asked about appends up to here. */
const surelyTaken = 64 * 1024;

/** What a server takes unless it is set, and just over the most to which one can be set. */
const mebibyte = 1024 * 1024;
const probes = [1, 16];

/** A revision that no stream has: an append there is refused whatever else it is. */
const impossible = BigInt(Number.MAX_SAFE_INTEGER);
const probeStream = 'limitProbe-poa';

const bytesOf = (value: unknown): number =>
  value instanceof Uint8Array ? value.length : Buffer.byteLength(JSON.stringify(value));

/** The bytes of an append as the server counts them, or some more: some versions pass over metadata. */
export const appendSize = (events: readonly EventData[]): number =>
  events.reduce(
    (sum, { type, data, metadata }) => sum + 2 * type.length + bytesOf(data) + bytesOf(metadata),
    0,
  );

/** undefined where the server takes as much. */
const limitBelow = (connection: Connection, mebibytes: number): Promise<number | undefined> =>
  connection.patiently(async (client) => {
    const part = binaryEvent({ type: 'Probe', data: new Uint8Array(mebibyte) });
    const rest = binaryEvent({ type: 'Probe', data: new Uint8Array(1) });
    const events = [...Array.from({ length: mebibytes }, () => part), rest];
    try {
      await client.appendToStream(probeStream, events, {
        expectedRevision: impossible,
        ...connection.writing,
      });
    } catch (error) {
      const limit = appendLimitIn(error);
      if (limit === undefined && actualRevisionIn(error) === undefined) throw error;
      return limit;
    }
    return undefined;
  });

/** The largest append that the server takes: configured, or asked when it first matters. */
export class AppendLimit {
  readonly #connection: Connection;
  #max: Promise<number> | undefined;

  constructor(connection: Connection, configured: number | undefined) {
    this.#connection = connection;
    if (configured !== undefined) this.#max = Promise.resolve(configured);
  }

  /**
   * Bytes. The server is asked by an append that it must refuse in any case, so nothing is written;
   * of several events, since one that is too large for a message says nothing of the limit.
   */
  max(): Promise<number> {
    this.#max ??= this.#ask().catch((error: unknown) => {
      this.#max = undefined;
      throw error;
    });
    return this.#max;
  }

  /** @throws CHANGE_TOO_LARGE */
  async assertFits(events: readonly EventData[]): Promise<void> {
    const size = appendSize(events);
    if (size <= surelyTaken) return;
    const limit = await this.max();
    if (size > limit) throw new Failure('CHANGE_TOO_LARGE', { size, limit });
  }

  async #ask(): Promise<number> {
    for (const mebibytes of probes) {
      const limit = await limitBelow(this.#connection, mebibytes);
      if (limit !== undefined) return limit;
    }
    return 16 * mebibyte;
  }
}
