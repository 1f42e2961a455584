/** Appends pairs of records to a ledger that others append to as well, until each of its pairs is in. */
import { openSqliteStore } from '../../../src/adapters/sqlite/open-sqlite-store.ts';
import { keptRecords } from '../kept-records.ts';

const [folder = '', name = '', times = ''] = process.argv.slice(2);
const store = await openSqliteStore(folder);
const stream = { category: 'poaLedger', id: 'contended' };

let head = await store.head(stream);
for (let time = 0; time < Number(times);) {
  const records = keptRecords(stream, head, 2, `${name}${String(time)}`);
  const answer = await store.append(stream, head, records);
  if (answer.outcome === 'unknown') throw new Error(answer.outcome);
  if (answer.outcome === 'conflict') {
    head = answer.actual;
  } else {
    head += 2;
    time += 1;
  }
}
await store.close();
