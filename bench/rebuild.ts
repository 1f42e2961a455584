import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { SnapshotFiles } from '../src/adapters/snapshots/snapshot-files.ts';
import { openSqliteStore } from '../src/adapters/sqlite/open-sqlite-store.ts';
import { Book } from '../src/application/book.ts';
import { loadBook, snapshotOf } from '../src/application/load-book.ts';
import { ledgerStream } from '../src/application/ports/event-store.ts';
import { benchLedger, recordsOf } from './ledger-of.ts';
import { folderFor, median, type Row, seconds } from './measure.ts';

const chunk = 1_000;

const fill = async (folder: string, count: number): Promise<void> => {
  const store = await openSqliteStore(folder);
  let waiting = [];
  let last = -1;
  for (const record of recordsOf(count)) {
    waiting.push(record);
    if (waiting.length < chunk && record.revision < count - 1) continue;
    await store.append(ledgerStream(benchLedger), last, waiting);
    last = record.revision;
    waiting = [];
  }
  await store.close();
};

/** The peer: every stored text read and parsed, nothing more. */
const bareLoop = (folder: string): void => {
  const database = new DatabaseSync(join(folder, 'poa.sqlite'), { readOnly: true });
  for (const row of database.prepare('SELECT text FROM records ORDER BY revision').iterate()) {
    JSON.parse(row.text as string);
  }
  database.close();
};

const rebuild = async (folder: string): Promise<Book> => {
  const store = await openSqliteStore(folder);
  const book = new Book(benchLedger, store);
  await book.catchUp();
  await store.close();
  return book;
};

const fromSnapshot = async (folder: string): Promise<void> => {
  const store = await openSqliteStore(folder);
  const snapshots = new SnapshotFiles(join(folder, 'snapshots'));
  const book = await loadBook({ store, snapshots, report: () => undefined }, benchLedger);
  await book.catchUp();
  await store.close();
};

/** Rebuilding a ledger from its log and from its snapshot, against a loop that only reads and parses. */
export const measureRebuild = async (count: number): Promise<Row[]> => {
  const folder = await folderFor('rebuild');
  await fill(folder, count);
  const book = await rebuild(folder);
  await new SnapshotFiles(join(folder, 'snapshots')).keep(benchLedger, snapshotOf(book));
  const bare: number[] = [];
  const whole: number[] = [];
  const snapshot: number[] = [];
  for (let turn = 0; turn < 5; turn += 1) {
    bare.push(await seconds(bareLoop.bind(null, folder)));
    whole.push(await seconds(() => rebuild(folder)));
    snapshot.push(await seconds(() => fromSnapshot(folder)));
  }
  await rm(folder, { recursive: true });
  const perEvent = (time: number): string => `${((time / count) * 1e6).toFixed(2)} µs`;
  return [
    {
      name: `rebuild of ${count} records / bare SELECT + JSON.parse loop (speed)`,
      ratio: median(bare) / median(whole),
      reach: '≥ 0.5',
      note: `${perEvent(median(whole))} and ${perEvent(median(bare))} a record`,
    },
    {
      name: `start from a snapshot of ${count} records / rebuild (time)`,
      ratio: median(snapshot) / median(whole),
      reach: '≤ 0.2',
      note: `${(median(snapshot) * 1000).toFixed(0)} and ${(median(whole) * 1000).toFixed(0)} ms`,
    },
  ];
};
