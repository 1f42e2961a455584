import type {
  AppendOutcome,
  EventStore,
  FollowedRecord,
  KeptRecord,
  Position,
  StreamId,
} from '../../application/ports/event-store.ts';
import { assertAppendable } from '../../application/ports/assert-appendable.ts';
import type { Files } from '../../application/ports/files.ts';
import type { PaperEntry, PaperLog } from '../../application/ports/paper-log.ts';
import type { Drawer } from '../../application/ports/papers.ts';
import type { Draft, Standing, Upkeep } from '../../application/ports/upkeep.ts';
import { Failure } from '../../catalogue/failure.ts';
import type { AppendLimit } from './append-limit.ts';
import { appendRecords } from './append-records.ts';
import { checkStreams } from './check-streams.ts';
import type { Connection } from './connection.ts';
import { followStore } from './follow-store.ts';
import { findFile, keepFile } from './kept-files.ts';
import { appendPapers, forgetPapers, readPapers } from './kept-papers.ts';
import { assertBeginning, headOf, recordPage } from './read-records.ts';
import { type CanonicalText, eventOf } from './recorded-event.ts';
import { standingOf } from './standing.ts';
import { assertNeverWas } from './stream-damage.ts';
import { StreamList } from './stream-list.ts';
import { fileCategory, streamName } from './stream-name.ts';

export interface StoreParts {
  readonly connection: Connection;
  readonly canonicalText: CanonicalText;
  readonly limit: AppendLimit;
  /** of the server */
  readonly version: string;
}

/** Records, files and papers in an EventStoreDB. Made by `openEventStoreDb`. */
export class EventStoreDbStore implements EventStore, Files, PaperLog, Upkeep {
  readonly #parts: StoreParts;
  readonly #lists = new Map<string, StreamList>();
  /** streams of which this process has seen the first record */
  readonly #begun = new Set<string>();
  readonly #works = new Set<Promise<unknown>>();
  #closing: Promise<void> | undefined;

  constructor(parts: StoreParts) {
    this.#parts = parts;
  }

  append(
    stream: StreamId,
    expected: number,
    records: readonly KeptRecord[],
  ): Promise<AppendOutcome> {
    return this.#work(async ({ connection, canonicalText, limit }) => {
      assertAppendable(expected, records);
      const name = streamName(stream);
      const events = records.map((record) => eventOf(canonicalText, stream, record));
      // the server would go on behind what was deleted as if it were a new stream
      if (expected === -1) await assertNeverWas(connection, stream);
      await limit.assertFits(events);
      return appendRecords(connection, stream, { name, expected, events });
    });
  }

  /** Each page is a call of its own, so a slow reader holds nothing open. */
  async *read(
    stream: StreamId,
    from: number,
    countMax = Number.POSITIVE_INFINITY,
  ): AsyncGenerator<readonly KeptRecord[], void> {
    const last = Math.min(await this.head(stream), from + countMax - 1);
    if (from > last) return;
    if (from > 0) await this.#assertBeginning(stream);
    let next = from;
    while (next <= last) {
      const start = next;
      const page = await this.#work(({ connection, canonicalText }) =>
        recordPage(connection, canonicalText, stream, { from: start, last }),
      );
      next = start + page.length;
      this.#begun.add(streamName(stream));
      yield page;
    }
  }

  head(stream: StreamId): Promise<number> {
    return this.#work(({ connection }) => headOf(connection, stream));
  }

  async streams(category: string): Promise<readonly StreamId[]> {
    const ids = await this.#ids(category);
    return ids.map((id) => ({ category, id }));
  }

  async *follow(from: Position | null, signal: AbortSignal): AsyncGenerator<FollowedRecord, void> {
    this.#assertOpen();
    const { connection, canonicalText } = this.#parts;
    const ending = AbortSignal.any([signal, connection.closing]);
    yield* followStore({ connection, canonicalText, signal: ending }, from);
  }

  keep(bytes: Uint8Array): Promise<string> {
    const copy = bytes.slice();
    return this.#work(({ connection }) => keepFile(connection, copy));
  }

  find(sha256: string): Promise<Uint8Array | null> {
    return this.#work(({ connection }) => findFile(connection, sha256));
  }

  appendPapers(drawer: Drawer, expected: number, texts: readonly string[]): Promise<AppendOutcome> {
    return this.#work(({ connection }) => appendPapers(connection, drawer, expected, texts));
  }

  readPapers(drawer: Drawer, from: number): Promise<readonly PaperEntry[]> {
    return this.#work(({ connection }) => readPapers(connection, drawer, from));
  }

  forgetPapers(drawer: Drawer, before: number): Promise<void> {
    return this.#work(({ connection }) => forgetPapers(connection, drawer, before));
  }

  check(): Promise<void> {
    return this.#work(({ connection }) => checkStreams(connection));
  }

  keptFiles(): Promise<readonly string[]> {
    return this.#ids(fileCategory);
  }

  backUp(): Promise<Draft> {
    return Promise.reject(new Failure('BACKUP_NOT_SUPPORTED', {}));
  }

  standing(): Promise<Standing> {
    return this.#work(standingOf);
  }

  /** Followers end, what was begun is answered first. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    const { connection } = this.#parts;
    connection.beginClosing();
    await Promise.allSettled(this.#works);
    await connection.close();
  }

  /** A stream that reads well from its beginning cannot lose it unseen: its metadata are looked at by `check`. */
  async #assertBeginning(stream: StreamId): Promise<void> {
    const name = streamName(stream);
    if (this.#begun.has(name)) return;
    await this.#work(({ connection }) => assertBeginning(connection, stream));
    this.#begun.add(name);
  }

  #ids(category: string): Promise<readonly string[]> {
    return this.#work(({ connection }) => {
      const list = this.#lists.get(category) ?? new StreamList(connection, category);
      this.#lists.set(category, list);
      return list.ids();
    });
  }

  #work<T>(work: (parts: StoreParts) => Promise<T>): Promise<T> {
    if (this.#closing !== undefined) return Promise.reject(new Error('the store is closed'));
    const working = work(this.#parts);
    const done = working.then(
      () => undefined,
      () => undefined,
    );
    this.#works.add(done);
    void done.then(() => this.#works.delete(done));
    return working;
  }

  #assertOpen(): void {
    if (this.#closing !== undefined) throw new Error('the store is closed');
  }
}
