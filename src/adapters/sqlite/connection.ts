import { backup, DatabaseSync, type StatementSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';

/** `rw` opens what exists and never creates: a store that vanished must not come back empty. */
type Opening =
  | { readonly mode: 'rw' }
  /** `readonly_shm`: a reader leaves no files in the folder, which could keep the owner out */
  | { readonly mode: 'ro'; readonly readonly_shm: '1' }
  | { readonly mode: 'ro'; readonly immutable: '1' };

/** 4 MiB of a backup between two looks at what else there is to do. */
const pagesAtATime = 1024;

/**
 * An open database and its prepared statements. Its waiting for locks is off (no `timeout`): that
 * would block the event loop, whoever calls tries again.
 *
 * While a process has the file open here it must not open and close it by other means: closing any
 * descriptor of a file drops all of the process's POSIX locks on it.
 */
export class Connection {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  constructor(file: string, opening: Opening) {
    const url = pathToFileURL(file);
    url.search = new URLSearchParams({ ...opening }).toString();
    this.#database = new DatabaseSync(url, { readOnly: opening.mode === 'ro' });
  }

  get isInTransaction(): boolean {
    return this.#database.isTransaction;
  }

  execute(sql: string): void {
    this.#database.exec(sql);
  }

  statement(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  /** The one value that a query answers. */
  value(sql: string, ...parameters: (string | number)[]): unknown {
    const row = this.statement(sql).get(...parameters);
    return row === undefined ? undefined : Object.values(row)[0];
  }

  /**
   * Copies the database to another file, some pages at a time, in threads of their own. Inside a
   * transaction it copies what that sees; without one it begins anew whenever another process writes.
   */
  async backup(file: string, onProgress?: (copied: number, total: number) => void): Promise<void> {
    await backup(this.#database, file, {
      rate: pagesAtATime,
      progress: ({ totalPages, remainingPages }) => {
        onProgress?.(totalPages - remainingPages, totalPages);
      },
    });
  }

  close(): void {
    this.#statements.clear();
    this.#database.close();
  }
}
