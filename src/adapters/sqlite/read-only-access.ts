import { statSync } from 'node:fs';

import { Connection } from './connection.ts';
import type { DatabaseAccess } from './database-access.ts';
import { held } from './held.ts';
import { isRefused, StoreInMotion } from './store-failure.ts';

/**
 * Reads a store that may only be read. A database with a write-ahead log is read through its `-wal`
 * and `-shm` files, which a reader without the right to write cannot make:
 *
 * - a writer is at work, or was killed: the files are there and an ordinary read-only connection
 *   works. It holds a lock by which the files stay, so it is kept.
 * - the last writer closed: the files are gone and an ordinary connection is refused. All is in the
 *   main file, which is opened as immutable for one reading. That takes no lock and would not see a
 *   log, so the reading counts only if there was no log and the file did not change meanwhile.
 * - a log without its `-shm` (a copy of half a store): refused, since without the log records would
 *   be missing without a word.
 */
export class ReadOnlyAccess implements DatabaseAccess {
  readonly #file: string;
  #lasting: Connection | undefined;

  constructor(file: string) {
    this.#file = file;
  }

  read<T>(work: (connection: Connection) => T): T {
    if (this.#lasting !== undefined) return work(this.#lasting);
    return hasLog(this.#file) ? this.#readWithLog(work) : this.#readAtRest(work);
  }

  async hold<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    return hasLog(this.#file) ? held(this.#openWithLog(), work) : this.#holdAtRest(work);
  }

  close(): void {
    this.#lasting?.close();
    this.#lasting = undefined;
  }

  #readWithLog<T>(work: (connection: Connection) => T): T {
    this.#lasting = this.#openWithLog();
    return work(this.#lasting);
  }

  #openWithLog(): Connection {
    const connection = new Connection(this.#file, { mode: 'ro', readonly_shm: '1' });
    try {
      connection.value('SELECT count(*) FROM sqlite_schema');
    } catch (error) {
      connection.close();
      // a writer makes the log a moment before its `-shm`, and takes both away when it closes
      throw isRefused(error) ? new StoreInMotion('log not open', { cause: error }) : error;
    }
    return connection;
  }

  #readAtRest<T>(work: (connection: Connection) => T): T {
    const assertAtRest = stillness(this.#file);
    const connection = this.#openAtRest();
    try {
      const answer = work(connection);
      assertAtRest();
      return answer;
    } catch (error) {
      assertAtRest();
      throw error;
    } finally {
      connection.close();
    }
  }

  async #holdAtRest<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    const assertAtRest = stillness(this.#file);
    try {
      return await held(this.#openAtRest(), work);
    } finally {
      assertAtRest();
    }
  }

  #openAtRest(): Connection {
    return new Connection(this.#file, { mode: 'ro', immutable: '1' });
  }
}

const hasLog = (file: string): boolean =>
  (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;

/** @returns what throws when the file did not rest since */
const stillness = (file: string): (() => void) => {
  const before = fingerprint(file);
  return () => {
    if (hasLog(file) || fingerprint(file) !== before) throw new StoreInMotion('a writer began');
  };
};

const fingerprint = (file: string): string => {
  const { ino, size, mtimeNs, ctimeNs } = statSync(file, { bigint: true });
  return [ino, size, mtimeNs, ctimeNs].join();
};
