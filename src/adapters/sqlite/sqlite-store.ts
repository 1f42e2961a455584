import { setImmediate as turn } from 'node:timers/promises';

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
import { Failure } from '../../catalogue/failure.ts';
import { appendRecords } from './append-records.ts';
import { assertAppendable } from '../../application/ports/assert-appendable.ts';
import { backUpStore } from './back-up-store.ts';
import { checkStructure } from './check-structure.ts';
import type { Connection } from './connection.ts';
import type { DatabaseAccess } from './database-access.ts';
import { followStore } from './follow-store.ts';
import { CommitUnknown, type GroupCommit } from './group-commit.ts';
import { keptFiles } from './kept-files.ts';
import { keptPapers } from './kept-papers.ts';
import { patiently, type Patience } from './patiently.ts';
import { recordPage } from './record-page.ts';
import { streamHead } from './stream-head.ts';
import type { Tail } from './tail.ts';

export interface StoreParts {
  readonly access: DatabaseAccess;
  /** absent in a store that may only be read */
  readonly commits: GroupCommit | undefined;
  readonly tail: Tail;
  readonly patience: Patience;
  /** opens a copy of this store's file to be read */
  readonly openCopy: (file: string) => Promise<Draft['store']>;
}

/** Records, files and papers in one SQLite database. Made by `openSqliteStore`. */
export class SqliteStore implements EventStore, Files, PaperLog, Upkeep {
  readonly #parts: StoreParts;
  #closing: Promise<void> | undefined;

  constructor(parts: StoreParts) {
    this.#parts = parts;
  }

  async append(
    stream: StreamId,
    expected: number,
    records: readonly KeptRecord[],
  ): Promise<AppendOutcome> {
    assertAppendable(expected, records);
    return this.#append((connection) => appendRecords(connection, stream, expected, records));
  }

  /** Each page is a reading of its own, so a slow reader never holds back the log. */
  async *read(
    stream: StreamId,
    from: number,
    countMax = Number.POSITIVE_INFINITY,
  ): AsyncGenerator<readonly KeptRecord[], void> {
    // one record is there or not: what comes after it need not be asked for
    const last = countMax === 1 ? from : Math.min(await this.head(stream), from + countMax - 1);
    let next = from;
    while (next <= last) {
      const start = next;
      const page = await this.#read((connection) => recordPage(connection, stream, start, last));
      const end = page.at(-1);
      if (end === undefined) return;
      next = end.revision + 1;
      yield page;
      await turn();
    }
  }

  head(stream: StreamId): Promise<number> {
    return this.#read((connection) => streamHead(connection, stream));
  }

  async streams(category: string): Promise<readonly StreamId[]> {
    const rows = await this.#read((connection) =>
      connection
        .statement('SELECT id FROM streams WHERE category = ? ORDER BY number')
        .all(category),
    );
    return rows.map(({ id }) => ({ category, id: String(id) }));
  }

  follow(from: Position | null, signal: AbortSignal): AsyncGenerator<FollowedRecord, void> {
    return followStore((work) => this.#read(work), this.#parts.tail, from, signal);
  }

  /** A commit of unknown outcome counts as failed: to keep the same bytes again changes nothing. */
  async keep(bytes: Uint8Array): Promise<string> {
    const copy = bytes.slice();
    const sha256 = keptFiles.hashOf(copy);
    if (await this.#read((connection) => keptFiles.has(connection, sha256))) return sha256;
    try {
      await this.#commits().write((connection) => {
        keptFiles.keep(connection, sha256, copy);
      });
    } catch (error) {
      if (!(error instanceof CommitUnknown)) throw error;
      throw new Failure('STORE_FULL', { path: this.#parts.patience.path });
    }
    return sha256;
  }

  find(sha256: string): Promise<Uint8Array | null> {
    return this.#read((connection) =>
      keptFiles.find(connection, sha256, this.#parts.patience.path),
    );
  }

  appendPapers(drawer: Drawer, expected: number, texts: readonly string[]): Promise<AppendOutcome> {
    return this.#append((connection) => keptPapers.append(connection, drawer, expected, texts));
  }

  readPapers(drawer: Drawer, from: number): Promise<readonly PaperEntry[]> {
    return this.#read((connection) => keptPapers.read(connection, drawer, from));
  }

  /** What is deleted is overwritten, and the log of changes that still had it is emptied. */
  async forgetPapers(drawer: Drawer, before: number): Promise<void> {
    await this.#commits().write((connection) => {
      keptPapers.forget(connection, drawer, before);
    });
    await this.#read((connection) => {
      connection.execute('PRAGMA wal_checkpoint(TRUNCATE)');
    });
  }

  check(): Promise<void> {
    return this.#read((connection) => {
      checkStructure(connection, this.#parts.patience.path);
    });
  }

  keptFiles(): Promise<readonly string[]> {
    return this.#read(keptFiles.hashes);
  }

  backUp(file: string, onProgress?: CopyProgress): Promise<Draft> {
    this.#assertOpen();
    const { access: source, patience, openCopy: open } = this.#parts;
    return backUpStore({ source, patience, target: file, open, onProgress });
  }

  standing(): Promise<Standing> {
    return this.#read((connection) => ({
      kind: 'sqlite',
      version: String(connection.value('SELECT sqlite_version()')),
      account: null,
      appendSizeMax: null,
      findings: [],
    }));
  }

  /** Followers end, what waits to be written is answered first. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    this.#parts.tail.close();
    await this.#parts.commits?.settled();
    this.#parts.access.close();
  }

  async #append(work: (connection: Connection) => AppendOutcome): Promise<AppendOutcome> {
    try {
      return await this.#commits().write(work);
    } catch (error) {
      if (error instanceof CommitUnknown) return { outcome: 'unknown' };
      throw error;
    }
  }

  async #read<T>(work: (connection: Connection) => T): Promise<T> {
    this.#assertOpen();
    return patiently(this.#parts.patience, () => this.#parts.access.read(work));
  }

  #commits(): GroupCommit {
    this.#assertOpen();
    const { commits, patience } = this.#parts;
    if (commits === undefined) throw new Failure('STORE_NOT_WRITABLE', { path: patience.path });
    return commits;
  }

  #assertOpen(): void {
    if (this.#closing !== undefined) throw new Error('the store is closed');
  }
}
