import { join } from 'node:path';
import { MemoryStore } from '../adapters/memory/memory-store.ts';
import { StoreOnDemand } from '../adapters/on-demand/store-on-demand.ts';
import { SnapshotFiles } from '../adapters/snapshots/snapshot-files.ts';
import { openSqliteStore } from '../adapters/sqlite/open-sqlite-store.ts';
import type { Parts } from '../app.module.ts';
import { isFailure } from '../catalogue/failure.ts';

/**
 * What to do where there is no store: refuse, create it, create it with the first write (a refusal
 * leaves no trace), or go on with an empty one. `none` does not even look.
 */
type Access = 'must-exist' | 'create' | 'first-write' | 'try' | 'none';

/** The parts of the application over the embedded store in a folder. */
export const openParts = async (folder: string, access: Access): Promise<Parts> => {
  if (access === 'none') return { store: new MemoryStore() };
  const snapshots = new SnapshotFiles(join(folder, 'snapshots'));
  try {
    const store = await openSqliteStore(folder, { mustExist: access !== 'create' });
    return { store, snapshots };
  } catch (error) {
    const isMissing = isFailure(error) && error.code === 'STORE_NOT_FOUND';
    if (!isMissing || access === 'must-exist') throw error;
    const empty = new MemoryStore();
    if (access === 'try') return { store: empty };
    return { store: new StoreOnDemand(empty, () => openSqliteStore(folder)), snapshots };
  }
};
