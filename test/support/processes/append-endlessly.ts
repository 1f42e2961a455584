/** Appends to four ledgers until it is killed and says after each append what is acknowledged. */
import { writeSync } from 'node:fs';

import { openSqliteStore } from '../../../src/adapters/sqlite/open-sqlite-store.ts';
import { keptRecords } from '../kept-records.ts';

const [folder = ''] = process.argv.slice(2);
const store = await openSqliteStore(folder);

const write = async (id: string, count: number): Promise<never> => {
  const stream = { category: 'poaLedger', id };
  for (let after = -1; ; after += count) {
    const note = `${id} `.repeat(50 * count);
    const { outcome } = await store.append(stream, after, keptRecords(stream, after, count, note));
    if (outcome !== 'appended') throw new Error(outcome);
    writeSync(1, `${id} ${String(after + count)}\n`);
  }
};

await Promise.all(['1', '2', '5', '40'].map((id) => write(id, Number(id))));
