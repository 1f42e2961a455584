import { assertAppendable } from '../../application/ports/assert-appendable.ts';
import { createHash } from 'node:crypto';

import type {
  AppendOutcome,
  EventStore,
  FollowedRecord,
  KeptRecord,
  Position,
  StreamId,
} from '../../application/ports/event-store.ts';
import type { Files } from '../../application/ports/files.ts';
import type { PaperEntry, PaperLog } from '../../application/ports/paper-log.ts';
import type { Drawer } from '../../application/ports/papers.ts';
import type { Draft, Standing, Upkeep } from '../../application/ports/upkeep.ts';
import { Failure } from '../../catalogue/failure.ts';

interface Stream {
  readonly stream: StreamId;
  readonly records: KeptRecord[];
}

const pageMax = 1000;

const turn = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

/** Records and files for tests: nothing outlives the process. It answers in a later turn, as a store of files does. */
export class MemoryStore implements EventStore, Files, PaperLog, Upkeep {
  readonly #streams = new Map<string, Stream>();
  readonly #log: FollowedRecord[] = [];
  readonly #files = new Map<string, Uint8Array>();
  readonly #papers = new Map<Drawer, PaperEntry[]>();
  readonly #wakes = new Set<() => void>();
  #isClosed = false;

  async append(
    stream: StreamId,
    expected: number,
    records: readonly KeptRecord[],
  ): Promise<AppendOutcome> {
    this.#assertOpen();
    assertAppendable(expected, records);
    await turn();
    const actual = this.#headOf(stream);
    if (actual !== expected) return { outcome: 'conflict', actual };
    this.#write(stream, records);
    return { outcome: 'appended' };
  }

  async *read(
    stream: StreamId,
    from: number,
    countMax = Number.POSITIVE_INFINITY,
  ): AsyncGenerator<readonly KeptRecord[], void> {
    const last = Math.min(await this.head(stream), from + countMax - 1);
    for (let start = from; start <= last; start += pageMax) {
      const end = Math.min(start + pageMax, last + 1);
      yield this.#streams.get(keyOf(stream))?.records.slice(start, end) ?? [];
      await turn();
    }
  }

  async head(stream: StreamId): Promise<number> {
    this.#assertOpen();
    await turn();
    return this.#headOf(stream);
  }

  async streams(category: string): Promise<readonly StreamId[]> {
    this.#assertOpen();
    await turn();
    return [...this.#streams.values()]
      .map(({ stream }) => stream)
      .filter((stream) => stream.category === category);
  }

  async *follow(from: Position | null, signal: AbortSignal): AsyncGenerator<FollowedRecord, void> {
    this.#assertOpen();
    const isOver = (): boolean => signal.aborted || this.#isClosed;
    let next = from === null ? 0 : Number(from) + 1;
    while (!isOver()) {
      const followed = this.#log[next];
      if (followed === undefined) {
        await this.#more(signal);
      } else {
        next += 1;
        yield followed;
      }
    }
  }

  async keep(bytes: Uint8Array): Promise<string> {
    this.#assertOpen();
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const copy = bytes.slice();
    await turn();
    this.#files.set(sha256, copy);
    return sha256;
  }

  async find(sha256: string): Promise<Uint8Array | null> {
    this.#assertOpen();
    await turn();
    return this.#files.get(sha256)?.slice() ?? null;
  }

  async appendPapers(
    drawer: Drawer,
    expected: number,
    texts: readonly string[],
  ): Promise<AppendOutcome> {
    this.#assertOpen();
    await turn();
    const entries = this.#papers.get(drawer) ?? [];
    const actual = entries.at(-1)?.revision ?? -1;
    if (actual !== expected) return { outcome: 'conflict', actual };
    const more = texts.map((text, index) => ({ revision: expected + 1 + index, text }));
    this.#papers.set(drawer, [...entries, ...more]);
    return { outcome: 'appended' };
  }

  async readPapers(drawer: Drawer, from: number): Promise<readonly PaperEntry[]> {
    this.#assertOpen();
    await turn();
    return (this.#papers.get(drawer) ?? []).filter(({ revision }) => revision >= from);
  }

  async forgetPapers(drawer: Drawer, before: number): Promise<void> {
    this.#papers.set(drawer, [...(await this.readPapers(drawer, before))]);
  }

  async check(): Promise<void> {
    this.#assertOpen();
    await turn();
  }

  async keptFiles(): Promise<readonly string[]> {
    this.#assertOpen();
    await turn();
    return [...this.#files.keys()];
  }

  backUp(): Promise<Draft> {
    return Promise.reject(new Failure('BACKUP_NOT_SUPPORTED', {}));
  }

  async standing(): Promise<Standing> {
    this.#assertOpen();
    await turn();
    return { kind: 'memory', version: null, account: null, appendSizeMax: null, findings: [] };
  }

  async close(): Promise<void> {
    await turn();
    this.#isClosed = true;
    this.#wake();
  }

  #headOf(stream: StreamId): number {
    return (this.#streams.get(keyOf(stream))?.records.length ?? 0) - 1;
  }

  #write({ category, id }: StreamId, records: readonly KeptRecord[]): void {
    const stream = Object.freeze({ category, id });
    const key = keyOf(stream);
    const kept = this.#streams.get(key) ?? { stream, records: [] };
    this.#streams.set(key, kept);
    for (const { revision, id: recordId, root, text } of records) {
      const record = Object.freeze({ revision, id: recordId, root, text });
      kept.records.push(record);
      this.#log.push(Object.freeze({ stream, record, position: String(this.#log.length) }));
    }
    this.#wake();
  }

  #more(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        this.#wakes.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.#wakes.add(wake);
      signal.addEventListener('abort', wake);
    });
  }

  #wake(): void {
    for (const wake of [...this.#wakes]) wake();
  }

  #assertOpen(): void {
    if (this.#isClosed) throw new Error('the store is closed');
  }
}

/** Unlike one text behind the other, no two streams have the same key. */
const keyOf = ({ category, id }: StreamId): string => JSON.stringify([category, id]);
