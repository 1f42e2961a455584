import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { SnapshotFiles } from '../src/adapters/snapshots/snapshot-files.ts';
import { openSqliteStore } from '../src/adapters/sqlite/open-sqlite-store.ts';
import { Book } from '../src/application/book.ts';
import { loadBook, snapshotOf } from '../src/application/load-book.ts';
import { ledgerStream } from '../src/application/ports/event-store.ts';
import { civilDate } from '../src/catalogue/civil-date.ts';
import { instantAt } from '../src/catalogue/instant.ts';
import { balancesAt } from '../projections/balances.ts';
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
  const known = { revision: book.revision, recordedAt: book.moments.at(-1) ?? instantAt(0) };
  const { cells } = balancesAt(book.entries, { effective: civilDate('2020-09-15'), known });
  if (cells.length === 0) throw new Error('a view without lines');
  await store.close();
};

interface Measured {
  readonly rows: Row[];
  /** seconds a record */
  readonly perRecord: number;
}

/** Rebuilding a ledger from its log and from its snapshot, against a loop that only reads and parses. */
const measure = async (count: number, turns: number): Promise<Measured> => {
  const folder = await folderFor('rebuild');
  await fill(folder, count);
  const book = await rebuild(folder);
  await new SnapshotFiles(join(folder, 'snapshots')).keep(benchLedger, snapshotOf(book));
  const bare: number[] = [];
  const whole: number[] = [];
  const snapshot: number[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    bare.push(await seconds(bareLoop.bind(null, folder)));
    whole.push(await seconds(() => rebuild(folder)));
    snapshot.push(await seconds(() => fromSnapshot(folder)));
  }
  await rm(folder, { recursive: true });
  const perEvent = (time: number): string => `${((time / count) * 1e6).toFixed(2)} µs`;
  const speed: Row = {
    name: `rebuild of ${count} records / bare SELECT + JSON.parse loop (speed)`,
    ratio: median(bare) / median(whole),
    reach: '≥ 0.5',
    note: `${perEvent(median(whole))} and ${perEvent(median(bare))} a record`,
  };
  const start: Row = {
    name: `start from a snapshot of ${count} records to the first view / rebuild (time)`,
    ratio: median(snapshot) / median(whole),
    reach: '≤ 0.1',
    note: `${(median(snapshot) * 1000).toFixed(0)} and ${(median(whole) * 1000).toFixed(0)} ms`,
  };
  return { rows: [speed, start], perRecord: median(whole) / count };
};

/** At three sizes, so that what grows with the history is seen. */
export const measureRebuild = async (): Promise<Row[]> => {
  const small = await measure(10_000, 5);
  const middle = await measure(100_000, 5);
  const large = await measure(1_000_000, 3);
  const flat: Row = {
    name: 'rebuild, a record of 1,000,000 / of 10,000 (time)',
    ratio: large.perRecord / small.perRecord,
    reach: '≤ 1.3',
    note: '',
  };
  return [...small.rows, ...middle.rows, ...large.rows, flat];
};
