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
import type { CopyProgress, Draft, Standing, Upkeep } from '../../application/ports/upkeep.ts';

type Store = EventStore & Files & PaperLog & Upkeep;

/** A store that is made by the first thing written to it: until then it is empty and leaves no trace. */
export class StoreOnDemand implements EventStore, Files, PaperLog, Upkeep {
  readonly #make: () => Promise<Store>;
  #store: Store;
  #making: Promise<Store> | undefined;

  /** @param empty what is read of before anything is written */
  constructor(empty: Store, make: () => Promise<Store>) {
    this.#store = empty;
    this.#make = make;
  }

  async append(
    stream: StreamId,
    expected: number,
    records: readonly KeptRecord[],
  ): Promise<AppendOutcome> {
    return (await this.#made()).append(stream, expected, records);
  }

  async keep(bytes: Uint8Array): Promise<string> {
    return (await this.#made()).keep(bytes);
  }

  async appendPapers(
    drawer: Drawer,
    expected: number,
    texts: readonly string[],
  ): Promise<AppendOutcome> {
    return (await this.#made()).appendPapers(drawer, expected, texts);
  }

  readPapers(drawer: Drawer, from: number): Promise<readonly PaperEntry[]> {
    return this.#store.readPapers(drawer, from);
  }

  forgetPapers(drawer: Drawer, before: number): Promise<void> {
    return this.#store.forgetPapers(drawer, before);
  }

  read(stream: StreamId, from: number, countMax?: number): AsyncIterable<readonly KeptRecord[]> {
    return this.#store.read(stream, from, countMax);
  }

  head(stream: StreamId): Promise<number> {
    return this.#store.head(stream);
  }

  streams(category: string): Promise<readonly StreamId[]> {
    return this.#store.streams(category);
  }

  follow(from: Position | null, signal: AbortSignal): AsyncIterable<FollowedRecord> {
    return this.#store.follow(from, signal);
  }

  find(sha256: string): Promise<Uint8Array | null> {
    return this.#store.find(sha256);
  }

  check(): Promise<void> {
    return this.#store.check();
  }

  keptFiles(): Promise<readonly string[]> {
    return this.#store.keptFiles();
  }

  backUp(file: string, onProgress?: CopyProgress): Promise<Draft> {
    return this.#store.backUp(file, onProgress);
  }

  standing(): Promise<Standing> {
    return this.#store.standing();
  }

  close(): Promise<void> {
    return this.#store.close();
  }

  /** A failed making is tried again by the next write. */
  #made(): Promise<Store> {
    this.#making ??= this.#make().then(
      (store) => (this.#store = store),
      (error: unknown) => {
        this.#making = undefined;
        throw error;
      },
    );
    return this.#making;
  }
}
