import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { dirname } from 'node:path';

import { Failure } from '../../catalogue/failure.ts';
import { fileCode, syncFolder } from './file-system.ts';
import { schema } from './schema.ts';
import { storeFailure } from './store-failure.ts';

/**
 * Made under another name and linked to its own when it is whole: of two processes that begin at
 * once one wins and both go on with its file, and an empty `poa.sqlite` is always damage, never a
 * beginning that was cut off.
 * @throws STORE_NOT_WRITABLE, STORE_FULL, STORE_DAMAGED where the folder is none
 */
export const createDatabase = (folder: string, file: string): void => {
  try {
    const made = mkdirSync(folder, { recursive: true });
    createIn(folder, file);
    if (made !== undefined) syncFolder(dirname(made));
  } catch (error) {
    throw storeFailure(fileFailure(error, folder), folder, 'writing');
  }
};

const createIn = (folder: string, file: string): void => {
  const draft = `${file}.${randomUUID()}.new`;
  try {
    write(draft);
    link(draft, file);
    syncFolder(folder);
  } finally {
    for (const rest of ['', '-wal', '-shm']) rmSync(`${draft}${rest}`, { force: true });
  }
};

const write = (draft: string): void => {
  const database = new DatabaseSync(draft);
  try {
    database.exec('PRAGMA synchronous = FULL; PRAGMA journal_mode = WAL');
    database.exec(`BEGIN; ${schema.statements} COMMIT`);
  } finally {
    database.close();
  }
};

const link = (draft: string, file: string): void => {
  try {
    linkSync(draft, file);
  } catch (error) {
    if (fileCode(error) !== 'EEXIST') throw error;
  }
};

/** What the file system says in the words of the port. */
const fileFailure = (error: unknown, path: string): unknown => {
  switch (fileCode(error)) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new Failure('STORE_NOT_WRITABLE', { path });
    case 'ENOSPC':
    case 'EDQUOT':
      return new Failure('STORE_FULL', { path });
    case 'ENOTDIR':
    case 'EEXIST':
      return new Failure('STORE_DAMAGED', { path, reason: 'no es una carpeta' });
    default:
      return error;
  }
};
