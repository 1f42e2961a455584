import { openEventStoreDb } from '../adapters/eventstoredb/open-eventstoredb.ts';
import { prepareEventStoreDb } from '../adapters/eventstoredb/prepare-store.ts';
import { openSqliteStore } from '../adapters/sqlite/open-sqlite-store.ts';
import type { Prepares } from '../application/ports/prepares.ts';
import type { Stores } from '../application/ports/stores.ts';
import { Failure } from '../catalogue/failure.ts';
import { isOnServers } from '../catalogue/store-address.ts';
import { canonicalText } from '../integrity/canonical.ts';

/** The kinds of stores by their addresses. */
export const stores: Stores & Prepares = {
  open: (address, access) =>
    isOnServers(address)
      ? openEventStoreDb(address, { canonicalText })
      : openSqliteStore(address, { mustExist: access === 'must-exist' }),

  prepare: (address, account) =>
    isOnServers(address)
      ? prepareEventStoreDb(address, account)
      : Promise.reject(new Failure('STORE_WITHOUT_ACCOUNTS', { store: address })),
};
