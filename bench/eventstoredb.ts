import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { EventStoreDBClient } from '@eventstore/db-client';
import { systemClock } from '../src/adapters/clock/system-clock.ts';
import type { EventStoreDbStore } from '../src/adapters/eventstoredb/eventstoredb-store.ts';
import { openEventStoreDb } from '../src/adapters/eventstoredb/open-eventstoredb.ts';
import { SnapshotFiles } from '../src/adapters/snapshots/snapshot-files.ts';
import { Book } from '../src/application/book.ts';
import { Library } from '../src/application/library.ts';
import { snapshotOf } from '../src/application/load-book.ts';
import { ledgerStream } from '../src/application/ports/event-store.ts';
import { Views } from '../src/application/read-view.ts';
import { decodeRecord } from '../src/catalogue/codec.ts';
import type { LedgerId } from '../src/catalogue/codes.ts';
import { canonicalText } from '../src/integrity/canonical.ts';
import { emptyFrontier } from '../src/integrity/merkle.ts';
import { seal, type Sealed } from '../src/integrity/seal.ts';
import { bareClient, bareReplay, appendsOneByOne, appendsAtOnce } from './bare-eventstoredb.ts';
import { recordsOf } from './ledger-of.ts';
import { folderFor, median, type Row, seconds } from './measure.ts';

const events = 100_000;
const appendsEach = 640;
const writers = 64;
const chunk = 500;

const open = (address: string): Promise<EventStoreDbStore> =>
  openEventStoreDb(address, { canonicalText });

/** One that no other run knows, so that the same server may serve many. */
const newLedger = (): LedgerId => `41-B${randomUUID().slice(0, 8).toUpperCase()}-2020` as LedgerId;

/** The records of the bench as those of another ledger. */
function* recordsFor(ledger: LedgerId, count: number): Generator<Sealed> {
  let frontier = emptyFrontier;
  for (const { text } of recordsOf(count)) {
    const { sealed, frontier: grown } = seal({ ...decodeRecord(text), ledger }, frontier);
    frontier = grown;
    yield sealed;
  }
}

const fill = async (store: EventStoreDbStore, ledger: LedgerId): Promise<void> => {
  let waiting: Sealed[] = [];
  for (const record of recordsFor(ledger, events)) {
    waiting.push(record);
    if (waiting.length < chunk) continue;
    await store.append(ledgerStream(ledger), record.revision - chunk, waiting);
    waiting = [];
  }
};

const read = async (store: EventStoreDbStore, ledger: LedgerId): Promise<void> => {
  let length = 0;
  for await (const page of store.read(ledgerStream(ledger), 0))
    for (const { text } of page) length += text.length;
  if (length === 0) throw new Error('nothing was read');
};

const folded = async (store: EventStoreDbStore, ledger: LedgerId): Promise<Book> => {
  const book = new Book(ledger, store);
  await book.catchUp();
  return book;
};

/** A process begins and shows its first view. */
const firstView = async (address: string, ledger: LedgerId, folder: string): Promise<void> => {
  const store = await open(address);
  const snapshots = new SnapshotFiles(folder);
  const library = new Library({ store, snapshots, report: () => undefined });
  await new Views(library, store, systemClock).overall(ledger, {});
  await store.close();
};

interface Bench {
  readonly address: string;
  readonly store: EventStoreDbStore;
  readonly client: EventStoreDBClient;
}

type Times = Record<'bare' | 'read' | 'book' | 'whole' | 'snapshot', number[]>;

const timesOfReading = async ({ address, store, client }: Bench): Promise<Times> => {
  const ledger = newLedger();
  await fill(store, ledger);
  const folder = await folderFor('snapshots');
  const none = await folderFor('none');
  await new SnapshotFiles(folder).keep(ledger, snapshotOf(await folded(store, ledger)));
  const times: Times = { bare: [], read: [], book: [], whole: [], snapshot: [] };
  for (let turn = 0; turn < 3; turn += 1) {
    times.bare.push(await seconds(() => bareReplay(client, `poaLedger-${ledger}`, events)));
    times.read.push(await seconds(() => read(store, ledger)));
    times.book.push(await seconds(() => folded(store, ledger)));
    times.whole.push(await seconds(() => firstView(address, ledger, none)));
    times.snapshot.push(await seconds(() => firstView(address, ledger, folder)));
    await rm(none, { recursive: true, force: true });
  }
  await rm(folder, { recursive: true });
  return times;
};

const measureReading = async (bench: Bench): Promise<Row[]> => {
  const { bare, read: ours, book, whole, snapshot } = await timesOfReading(bench);
  const micros = (values: readonly number[]): string =>
    `${((median(values) / events) * 1e6).toFixed(1)} µs`;
  const millis = (values: readonly number[]): string => (median(values) * 1000).toFixed(0);
  const against = `bare readStream of ${events} (speed)`;
  return [
    {
      name: `eventstoredb: records read with their texts / ${against}`,
      ratio: median(bare) / median(ours),
      reach: '≥ 0.8',
      note: `${micros(ours)} and ${micros(bare)} an event`,
    },
    {
      name: `eventstoredb: ledger folded anew / ${against}`,
      ratio: median(bare) / median(book),
      reach: '',
      note: `${micros(book)} and ${micros(bare)} an event`,
    },
    {
      name: `eventstoredb: start to first view from a snapshot / without (time)`,
      ratio: median(snapshot) / median(whole),
      reach: '≤ 0.1',
      note: `${millis(snapshot)} and ${millis(whole)} ms`,
    },
  ];
};

/** Each writer has a ledger of its own, which has begun. */
const ourAppends = async (store: EventStoreDbStore, ledgers: number): Promise<number> => {
  const each = appendsEach / ledgers;
  const prepared = Array.from({ length: ledgers }, () => {
    const ledger = newLedger();
    return { stream: ledgerStream(ledger), records: [...recordsFor(ledger, each + 1)] };
  });
  for (const { stream, records } of prepared) await store.append(stream, -1, records.slice(0, 1));
  const write = async ({ stream, records }: (typeof prepared)[number]): Promise<void> => {
    for (const record of records.slice(1))
      await store.append(stream, record.revision - 1, [record]);
  };
  return appendsEach / (await seconds(() => Promise.all(prepared.map(write))));
};

const measureAppending = async ({ store, client }: Bench): Promise<Row[]> => {
  const bareOne: number[] = [];
  const bareMany: number[] = [];
  const one: number[] = [];
  const many: number[] = [];
  const record = recordsOf(2).toArray().at(-1);
  if (record === undefined) return [];
  for (let turn = 0; turn < 9; turn += 1) {
    bareOne.push(await appendsOneByOne(client, record, appendsEach));
    one.push(await ourAppends(store, 1));
    bareMany.push(await appendsAtOnce(client, record, { count: appendsEach, writers }));
    many.push(await ourAppends(store, writers));
  }
  const row = (what: string, ours: readonly number[], bare: readonly number[]): Row => ({
    name: `eventstoredb: ${what} / bare appendToStream with credentials (speed)`,
    ratio: median(ours) / median(bare),
    reach: '≥ 0.8',
    note: `${median(ours).toFixed(0)}/s and ${median(bare).toFixed(0)}/s`,
  });
  return [
    row('one append after another', one, bareOne),
    row(`${writers} writers, each its ledger`, many, bareMany),
  ];
};

/** The adapter against the client that it uses, on one server in the same run. */
export const measureEventStoreDb = async (address: string): Promise<Row[]> => {
  const bench = { address, store: await open(address), client: bareClient(address) };
  const rows = [...(await measureAppending(bench)), ...(await measureReading(bench))];
  await bench.store.close();
  await bench.client.dispose();
  return rows;
};
