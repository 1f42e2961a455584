import { join } from 'node:path';
import {
  openSqliteStore,
  type SqliteOptions,
} from '../../src/adapters/sqlite/open-sqlite-store.ts';
import { sqliteRestores } from '../../src/adapters/sqlite/restore-store.ts';
import { backUpStore, restoreStore, type Restoring } from '../../src/application/back-up-store.ts';
import type { VerifiedStore } from '../../src/application/verify-store.ts';
import { takeTwoLedgers } from './two-ledgers.ts';

/** Fills a folder with a closed store of two ledgers. */
export const filled = async (folder: string): Promise<string> => {
  const store = await openSqliteStore(folder);
  await takeTwoLedgers(store);
  await store.close();
  return folder;
};

export const backedUp = async (
  folder: string,
  file: string,
  options: SqliteOptions = {},
): Promise<VerifiedStore> => {
  const store = await openSqliteStore(folder, { mustExist: true, ...options });
  try {
    return await backUpStore(store, file);
  } finally {
    await store.close();
  }
};

/** A backup of a store of two ledgers in a folder, with what was found of it. */
export const backupIn = async (folder: string): Promise<VerifiedStore & { file: string }> => {
  const file = join(folder, 'poa.bak');
  return { file, ...(await backedUp(await filled(join(folder, 'store')), file)) };
};

export const restored = (
  file: string,
  folder: string,
  said: Partial<Restoring> = {},
): Promise<VerifiedStore> => restoreStore(sqliteRestores, { file, folder, ...said });
