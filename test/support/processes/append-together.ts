/**
 * Appends that wait together, with marks on standard output where they begin and where each is
 * answered, so that a trace of system calls shows what came before what. `without-sync` is the
 * offender: the same store with the syncs of its file switched off.
 */
import { writeSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { openSqliteStore } from '../../../src/adapters/sqlite/open-sqlite-store.ts';
import { keptRecords } from '../kept-records.ts';

const [folder = '', count = '64', mode = ''] = process.argv.slice(2);
const mark = (text: string): number => writeSync(1, `${text}\n`);

if (mode === 'without-sync') {
  const execute = Object.getOwnPropertyDescriptor(DatabaseSync.prototype, 'exec')?.value as (
    this: DatabaseSync,
    sql: string,
  ) => void;
  DatabaseSync.prototype.exec = function exec(this: DatabaseSync, sql: string) {
    execute.call(this, sql.replace('synchronous = FULL', 'synchronous = OFF'));
  };
}

const store = await openSqliteStore(folder);
mark('BEGIN');
await Promise.all(
  Array.from({ length: Number(count) }, async (_, writer) => {
    const stream = { category: 'poaLedger', id: `writer-${writer}` };
    await store.append(stream, -1, keptRecords(stream, -1, 1));
    mark('ANSWER');
  }),
);
mark('END');
await store.close();
