import { decodeRecord } from '../catalogue/codec.ts';
import type { LedgerId } from '../catalogue/codes.ts';
import type { LedgerRecord } from '../catalogue/events.ts';
import { detailsOf, type RecordDetails } from '../../projections/record-details.ts';
import type { Book } from './book.ts';
import { type EventStore, ledgerStream } from './ports/event-store.ts';

/** Records further apart than this are worth another reading. */
const gapMax = 1_000;

/** The revisions in runs, each of which is read at one go. */
const runsOf = (revisions: readonly number[]): number[][] => {
  const runs: number[][] = [];
  for (const revision of revisions) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run === undefined || last === undefined || revision - last > gapMax) runs.push([revision]);
    else run.push(revision);
  }
  return runs;
};

/** The records of a run, whatever lies between them passed over. */
const recordsOfRun = async (
  store: EventStore,
  ledger: LedgerId,
  run: readonly number[],
): Promise<LedgerRecord[]> => {
  const wanted = new Set(run);
  const [first = 0] = run;
  const last = run.at(-1) ?? first;
  const records: LedgerRecord[] = [];
  for await (const page of store.read(ledgerStream(ledger), first)) {
    const own = page.filter(({ revision }) => wanted.has(revision));
    records.push(...own.map(({ text }) => decodeRecord(text)));
    if (page.some(({ revision }) => revision >= last)) break;
  }
  return records;
};

/** Some records of a ledger, from the store: they are not kept in memory. */
export const recordsWith = async (
  store: EventStore,
  ledger: LedgerId,
  revisions: Iterable<number>,
): Promise<Map<number, LedgerRecord>> => {
  const found = new Map<number, LedgerRecord>();
  const wanted = [...new Set(revisions)].sort((one, other) => one - other);
  for (const run of runsOf(wanted)) {
    for (const record of await recordsOfRun(store, ledger, run)) found.set(record.revision, record);
  }
  return found;
};

/** All records of a ledger up to a revision, in the order of their recording. */
export const recordsUntil = async (
  store: EventStore,
  ledger: LedgerId,
  revision: number,
): Promise<LedgerRecord[]> => {
  const records: LedgerRecord[] = [];
  for await (const page of store.read(ledgerStream(ledger), 0)) {
    const known = page.filter((kept) => kept.revision <= revision);
    records.push(...known.map(({ text }) => decodeRecord(text)));
    if (known.length < page.length) break;
  }
  return records;
};

const reversedBy = (records: Iterable<LedgerRecord>): number[] =>
  [...records].flatMap((record) => (record.type === 'EntryReversed' ? [record.data.reverses] : []));

/** The details of records, as they are known at a revision. */
export const detailsIn = async (
  store: EventStore,
  { ledger, register, moments }: Book,
  records: Iterable<LedgerRecord>,
  known: number,
): Promise<Map<number, RecordDetails>> => {
  const all = [...records];
  const reversed = await recordsWith(store, ledger, reversedBy(all));
  const surroundings = { register, moments, known, reversed };
  return new Map(all.map((record) => [record.revision, detailsOf(record, surroundings)]));
};
