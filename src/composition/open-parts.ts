import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { MemoryStore } from '../adapters/memory/memory-store.ts';
import { StoreOnDemand } from '../adapters/on-demand/store-on-demand.ts';
import { SnapshotFiles } from '../adapters/snapshots/snapshot-files.ts';
import { openSqliteStore } from '../adapters/sqlite/open-sqlite-store.ts';
import type { Parts } from '../app.module.ts';
import { isFailure } from '../catalogue/failure.ts';
import { isOnServers, shownAddress } from '../catalogue/store-address.ts';
import { cacheFolderIn } from './configuration.ts';
import { stores } from './stores.ts';

/**
 * What to do where there is no store: refuse, create it, create it with the first write (a refusal
 * leaves no trace), or go on with an empty one. `none` does not even look.
 */
type Access = 'must-exist' | 'create' | 'first-write' | 'try' | 'none';

/** Servers keep no caches for us: they stand in the user's, a folder for each store. */
const cacheOf = (address: string): string => {
  const [hosts = ''] = shownAddress(address).split('?');
  const name = createHash('sha256').update(hosts).digest('hex').slice(0, 16);
  return join(cacheFolderIn(process.env), name);
};

const inFolder = async (folder: string, access: Exclude<Access, 'none'>): Promise<Parts> => {
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

/** The parts of the application over the store with an address: a folder, or servers. */
export const openParts = async (address: string, access: Access): Promise<Parts> => {
  if (access === 'none') return { store: new MemoryStore() };
  if (!isOnServers(address)) return inFolder(address, access);
  const store = await stores.open(address, 'must-exist');
  return { store, snapshots: new SnapshotFiles(cacheOf(address)) };
};
