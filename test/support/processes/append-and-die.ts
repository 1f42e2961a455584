/** Appends three records, without closing behind it. */
import { openSqliteStore } from '../../../src/adapters/sqlite/open-sqlite-store.ts';
import { keptRecords } from '../kept-records.ts';

const [folder = ''] = process.argv.slice(2);
const store = await openSqliteStore(folder);
const stream = { category: 'poaLedger', id: '41-SENAVEX-2020' };
await store.append(stream, -1, keptRecords(stream, -1, 3));
process.kill(process.pid, 'SIGKILL');
