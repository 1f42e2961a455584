import { eventTypeFilter, type Position as ServerPosition } from '@eventstore/db-client';

import type { Connection } from './connection.ts';
import { firstTypes } from './recorded-event.ts';
import { streamIdOf } from './stream-name.ts';
import { scan } from './subscribed.ts';

const metastream = '$$';

/** A deleted or truncated stream leaves these alone behind: it is listed, and found damaged when it is read. */
export const traces = String.raw`\$metadata$|\$streamDeleted$`;

/** The stream that an event or its metadata is of. */
export const subjectOf = (name: string): string =>
  name.startsWith(metastream) ? name.slice(metastream.length) : name;

/**
 * The streams of a category, found by the type with which they begin: the server looks for it, and
 * the next asking goes on from where this one ended.
 */
export class StreamList {
  readonly #connection: Connection;
  readonly #category: string;
  readonly #ids = new Set<string>();
  #after: ServerPosition | null = null;
  #reading: Promise<unknown> = Promise.resolve();

  constructor(connection: Connection, category: string) {
    this.#connection = connection;
    this.#category = category;
  }

  /** The ids in the order in which the streams began. */
  async ids(): Promise<readonly string[]> {
    const reading = this.#reading.then(() => this.#readOn());
    this.#reading = reading.catch(() => undefined);
    await reading;
    return [...this.#ids];
  }

  async #readOn(): Promise<void> {
    const regex = `^(?:${firstTypes(this.#category)}|${traces})`;
    const filter = eventTypeFilter({ regex });
    const scanning = { after: this.#after, filter };
    this.#after = await scan(this.#connection, scanning, ({ streamId }) => {
      const { category, id } = streamIdOf(subjectOf(streamId));
      if (category === this.#category) this.#ids.add(id);
    });
  }
}
