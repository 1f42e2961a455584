import { openSqliteStore } from '../../src/adapters/sqlite/open-sqlite-store.ts';
import { keptRecords } from './kept-records.ts';

/** The ledger that such a store holds. */
export const closedStream = { category: 'poaLedger', id: '41-SENAVEX-2020' };

/** Fills a folder with a store of a few records and a file, and closes it. */
export const closedStore = async (folder: string, records = 3): Promise<string> => {
  const store = await openSqliteStore(folder);
  await store.append(closedStream, -1, keptRecords(closedStream, -1, records));
  await store.keep(Uint8Array.of(1, 2, 3));
  await store.close();
  return folder;
};
