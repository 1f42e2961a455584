import { mkdirSync, readdirSync, rmdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

import type { CopyProgress, Draft, Restores } from '../../application/ports/upkeep.ts';
import { Failure, isFailure } from '../../catalogue/failure.ts';
import { assertBackup } from './assert-backup.ts';
import { copyFailure } from './copy-failure.ts';
import { draftCopy } from './draft-copy.ts';
import { fileCode, syncFolder } from './file-system.ts';
import { openSqliteFile } from './open-sqlite-store.ts';
import { ReadOnlyAccess } from './read-only-access.ts';

/** @returns the first folder that had to be made */
const makeFolder = (folder: string): string | undefined => {
  assertEmpty(folder);
  try {
    return mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw copyFailure(error, folder);
  }
};

const assertEmpty = (folder: string): void => {
  const exists = (found: string): Failure => new Failure('TARGET_EXISTS', { path: folder, found });
  try {
    const [first] = readdirSync(folder);
    if (first !== undefined) throw exists(`tiene ${first}`);
  } catch (error) {
    if (fileCode(error) === 'ENOENT') return;
    throw fileCode(error) === 'ENOTDIR' ? exists('no es una carpeta') : copyFailure(error, folder);
  }
};

/** Takes away what was made, as long as nobody else put something there. */
const removeFolders = (folder: string, made: string | undefined): void => {
  if (made === undefined) return;
  try {
    const first = resolve(made);
    for (let last = resolve(folder); last.length >= first.length; last = dirname(last))
      rmdirSync(last);
  } catch {
    return;
  }
};

/** What opening says of a store, said of the backup. */
const backupFailure = (error: unknown, path: string): unknown => {
  if (!isFailure(error)) return error;
  switch (error.code) {
    case 'STORE_DAMAGED':
      return new Failure('BACKUP_DAMAGED', { path, reason: error.detail });
    case 'STORE_FROM_NEWER_VERSION': {
      const { version } = error.facts as { version: number };
      return new Failure('BACKUP_FROM_NEWER_VERSION', { path, version });
    }
    case 'STORE_NOT_READABLE':
      return new Failure('FILE_NOT_FOUND', { path });
    default:
      return error;
  }
};

const draftIn = async (
  file: string,
  folder: string,
  onProgress: CopyProgress | undefined,
): Promise<Draft> => {
  try {
    return await draftCopy({
      source: new ReadOnlyAccess(file),
      patience: { path: file, millisecondsMax: 5000 },
      target: join(folder, 'poa.sqlite'),
      open: (copy) => openSqliteFile(copy, file),
      onProgress,
    });
  } catch (error) {
    throw backupFailure(error, file);
  }
};

/** Makes the store in a folder of a file that `backUp` left. */
export const sqliteRestores: Restores = {
  async restore(file, folder, onProgress) {
    assertBackup(file);
    const made = makeFolder(folder);
    let isPublished = false;
    try {
      const draft = await draftIn(file, folder, onProgress);
      return {
        store: draft.store,
        publish: async () => {
          await draft.publish();
          isPublished = true;
          if (made !== undefined) syncFolder(dirname(made));
        },
        discard: async () => {
          await draft.discard();
          if (!isPublished) removeFolders(folder, made);
        },
      };
    } catch (error) {
      removeFolders(folder, made);
      throw error;
    }
  },
};
