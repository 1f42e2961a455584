/** Appends to a ledger until the disk takes no more and says how that was answered and what is there then. */
import { writeSync } from 'node:fs';

import { openSqliteStore } from '../../../src/adapters/sqlite/open-sqlite-store.ts';
import { Failure } from '../../../src/catalogue/failure.ts';
import { readAll } from '../collecting.ts';
import { keptRecords } from '../kept-records.ts';

const [folder = ''] = process.argv.slice(2);
const store = await openSqliteStore(folder);
const stream = { category: 'poaLedger', id: 'full' };

let acknowledged = -1;
const answer = async (): Promise<string> => {
  try {
    const records = keptRecords(stream, acknowledged, 3, 'x'.repeat(5_000));
    return (await store.append(stream, acknowledged, records)).outcome;
  } catch (error) {
    return error instanceof Failure ? (error.code as string) : String(error);
  }
};
let last = await answer();
while (last === 'appended' && acknowledged < 10_000) {
  acknowledged += 3;
  last = await answer();
}
const read = (await readAll(store, stream)).length;
writeSync(1, JSON.stringify({ acknowledged, last, again: await answer(), read }));
await store.close();
