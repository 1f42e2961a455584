import { accessSync, constants, statSync } from 'node:fs';
import { join } from 'node:path';

import { Failure } from '../../catalogue/failure.ts';
import { createDatabase } from './create-database.ts';
import { type DatabaseAccess, openWritable } from './database-access.ts';
import { GroupCommit } from './group-commit.ts';
import { patiently, type Patience } from './patiently.ts';
import { ReadOnlyAccess } from './read-only-access.ts';
import { schema } from './schema.ts';
import { SqliteStore } from './sqlite-store.ts';
import { Tail } from './tail.ts';

export interface SqliteOptions {
  /** nothing is created, and every append is refused */
  readonly readOnly?: boolean;
  /** a store that is not there is refused instead of created */
  readonly mustExist?: boolean;
  /** how long to wait for a store that another process has locked */
  readonly waitMillisecondsMax?: number;
  /** how often to look for what other processes appended */
  readonly pollMilliseconds?: number;
  /** the store is full at this many pages of 4 KiB */
  readonly pagesMax?: number;
  /** told of every transaction, with the number of writes that shared it */
  readonly onCommit?: (writes: number) => void;
}

/**
 * Opens the store in a folder, one file `poa.sqlite`, and creates both where they are missing. Who
 * has no right to write gets a store that reads, and refuses when something is to be written.
 * @throws STORE_NOT_FOUND, STORE_NOT_READABLE, STORE_NOT_WRITABLE (it cannot be created),
 *   STORE_DAMAGED, STORE_FROM_NEWER_VERSION, STORE_LOCKED
 */
export const openSqliteStore = async (
  folder: string,
  options: SqliteOptions = {},
): Promise<SqliteStore> => {
  const { readOnly = false, mustExist = readOnly, waitMillisecondsMax = 5000 } = options;
  const patience: Patience = { path: folder, millisecondsMax: waitMillisecondsMax };
  const file = fileIn(folder, mustExist);
  const open = readOnly || !mayWrite(file, folder) ? openToRead : openToWrite;
  return open(file, patience, options);
};

const fileIn = (folder: string, mustExist: boolean): string => {
  const file = join(folder, 'poa.sqlite');
  if (!isThere(file, folder)) {
    if (mustExist) throw new Failure('STORE_NOT_FOUND', { path: folder });
    createDatabase(folder, file);
  }
  return file;
};

/** Opens one file to be read alone. @param path names it in failures */
export const openSqliteFile = (file: string, path: string): Promise<SqliteStore> =>
  openToRead(file, { path, millisecondsMax: 5000 }, {});

const openToRead = async (
  file: string,
  patience: Patience,
  options: SqliteOptions,
): Promise<SqliteStore> => {
  const access = new ReadOnlyAccess(file);
  try {
    await patiently(patience, () => {
      access.read((connection) => {
        schema.check(connection, patience.path);
      });
    });
  } catch (error) {
    access.close();
    throw error;
  }
  const tail = tailOf(access, options);
  return new SqliteStore({
    access,
    commits: undefined,
    tail,
    patience,
    openCopy: copyOf(patience),
  });
};

const openToWrite = async (
  file: string,
  patience: Patience,
  options: SqliteOptions,
): Promise<SqliteStore> => {
  const access = await patiently(patience, () =>
    openWritable(file, patience.path, options.pagesMax),
  );
  const tail = tailOf(access, options);
  const commits = new GroupCommit(access.connection, patience, (writes) => {
    options.onCommit?.(writes);
    tail.wake();
  });
  return new SqliteStore({ access, commits, tail, patience, openCopy: copyOf(patience) });
};

const copyOf =
  ({ path }: Patience) =>
  (file: string): Promise<SqliteStore> =>
    openSqliteFile(file, path);

const tailOf = (access: DatabaseAccess, { pollMilliseconds = 50 }: SqliteOptions): Tail =>
  new Tail(
    () =>
      access.read((connection) => Number(connection.value('SELECT max(position) FROM records'))),
    pollMilliseconds,
  );

const isThere = (file: string, path: string): boolean => {
  try {
    return statSync(file, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Failure('STORE_NOT_READABLE', { path, reason });
  }
};

/** The folder too: writing makes and removes files beside the database. */
const mayWrite = (file: string, folder: string): boolean => {
  try {
    accessSync(file, constants.W_OK);
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
};
