import { Connection } from './connection.ts';
import { held } from './held.ts';
import { schema } from './schema.ts';

/** A way to read the database. */
export interface DatabaseAccess {
  /** What is handed in must be done when it returns. */
  read<T>(work: (connection: Connection) => T): T;
  /** One state of the database for as long as the work takes, whatever others write meanwhile. */
  hold<T>(work: (connection: Connection) => Promise<T>): Promise<T>;
  close(): void;
}

/** Opened for writing too. */
export interface WritableAccess extends DatabaseAccess {
  readonly connection: Connection;
}

/** Nothing is changed before the file is known to be ours. */
export const openWritable = (file: string, path: string, pagesMax?: number): WritableAccess => {
  const connection = new Connection(file, { mode: 'rw' });
  try {
    schema.check(connection, path);
    connection.execute(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      PRAGMA foreign_keys = ON;
      PRAGMA secure_delete = ON;
      ${pagesMax === undefined ? '' : `PRAGMA max_page_count = ${String(pagesMax)};`}
    `);
  } catch (error) {
    connection.close();
    throw error;
  }
  return {
    connection,
    read: (work) => work(connection),
    hold: (work) => held(new Connection(file, { mode: 'rw' }), work),
    close: () => {
      connection.close();
    },
  };
};
