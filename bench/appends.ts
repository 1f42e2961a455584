import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openSqliteStore } from '../src/adapters/sqlite/open-sqlite-store.ts';
import { opening, spending } from '../test/support/spending.ts';
import { serviceOver } from '../test/support/service-over.ts';
import { folderFor, median, type Row, seconds } from './measure.ts';

const appends = 640;

/** The peer: one row and one sync each, nothing decided. */
const bareInserts = async (): Promise<number> => {
  const folder = await folderFor('bare');
  const database = new DatabaseSync(join(folder, 'bare.sqlite'));
  database.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE records(text TEXT)',
  );
  const insert = database.prepare('INSERT INTO records VALUES (?)');
  const text = 'x'.repeat(600);
  const time = await seconds(() => {
    for (let append = 0; append < appends; append += 1) insert.run(text);
  });
  database.close();
  await rm(folder, { recursive: true });
  return appends / time;
};

/** Commands a second by so many writers who each wait for their answer. */
const commands = async (writers: number): Promise<number> => {
  const folder = await folderFor('appends');
  const store = await openSqliteStore(folder);
  const { ledgers } = serviceOver(store);
  for (const request of opening('999999.00')) await ledgers.change(request);
  const write = async (writer: number): Promise<void> => {
    for (let time = 0; time < appends / writers; time += 1) {
      await ledgers.change(spending(`${writer}-${time}`, '1.00'));
    }
  };
  const time = await seconds(() =>
    Promise.all(Array.from({ length: writers }, (_, writer) => write(writer))),
  );
  await store.close();
  await rm(folder, { recursive: true });
  return appends / time;
};

/** Commands through queue, decider and store, against bare inserts that sync each. */
export const measureAppends = async (): Promise<Row[]> => {
  const bare: number[] = [];
  const one: number[] = [];
  const many: number[] = [];
  for (let turn = 0; turn < 5; turn += 1) {
    bare.push(await bareInserts());
    one.push(await commands(1));
    many.push(await commands(64));
  }
  const rate = (values: readonly number[]): string => `${median(values).toFixed(0)}/s`;
  return [
    {
      name: 'one writer of commands / bare inserts with a sync each (speed)',
      ratio: median(one) / median(bare),
      reach: '',
      note: `${rate(one)} and ${rate(bare)}`,
    },
    {
      name: '64 waiting writers / one writer (speed)',
      ratio: median(many) / median(one),
      reach: '≥ 3',
      note: `${rate(many)} and ${rate(one)}`,
    },
  ];
};
