import { openSqliteStore } from '../adapters/sqlite/open-sqlite-store.ts';
import type { Stores } from '../application/ports/stores.ts';

export const stores: Stores = {
  open: (address, access) => openSqliteStore(address, { mustExist: access === 'must-exist' }),
};
