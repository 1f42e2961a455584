import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MemoryStore } from '../../../src/adapters/memory/memory-store.ts';
import { SnapshotFiles } from '../../../src/adapters/snapshots/snapshot-files.ts';
import { Book } from '../../../src/application/book.ts';
import { Library } from '../../../src/application/library.ts';
import { verifyStore } from '../../../src/application/verify-store.ts';
import { loadBook, snapshotOf, type Shelf } from '../../../src/application/load-book.ts';
import { type KeptRecord, ledgerStream } from '../../../src/application/ports/event-store.ts';
import type { Snapshots } from '../../../src/application/ports/snapshots.ts';
import { civilDate } from '../../../src/catalogue/civil-date.ts';
import type { LedgerId } from '../../../src/catalogue/codes.ts';
import type { Instant } from '../../../src/catalogue/instant.ts';
import { areaLedger } from '../../../src/domain/area-ledger/index.ts';
import { contentHash } from '../../../src/integrity/canonical.ts';
import { balancesAt } from '../../../projections/balances.ts';
import { activitiesAt } from '../../../projections/register.ts';
import { sampleLedger } from '../../support/sample-ledger.ts';

const ledger = '41-SENAVEX-2020' as LedgerId;
const stream = ledgerStream(ledger);
let folder: string;
let snapshots: Snapshots;
let records: readonly KeptRecord[];
let said: string[];

/** Counts what is read of the log. */
class CountingStore extends MemoryStore {
  read_ = 0;
  override async *read(...range: Parameters<MemoryStore['read']>) {
    for await (const page of super.read(...range)) {
      this.read_ += page.length;
      yield page;
    }
  }
}

const storeOf = async (kept: readonly KeptRecord[]): Promise<CountingStore> => {
  const store = new CountingStore();
  if (kept.length > 0) await store.append(stream, -1, kept);
  return store;
};

const shelfOf = async (kept: readonly KeptRecord[]): Promise<Shelf & { store: CountingStore }> => ({
  store: await storeOf(kept),
  snapshots,
  report: (text) => said.push(text),
});

const figures = ({ entries, register, revision, state, commands, moments, frontier }: Book) => {
  const cutOff = {
    effective: civilDate('2020-12-31'),
    known: { revision, recordedAt: moments.at(-1) ?? ('' as Instant) },
  };
  const { lines, balance } = balancesAt(entries, cutOff);
  return {
    money: lines.map((line, index) => [
      line,
      balance(index, 'distributed'),
      balance(index, 'executed'),
    ]),
    activities: activitiesAt(register, cutOff),
    state: areaLedger.saved(state),
    commands,
    frontier,
  };
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'poa-snapshots-'));
  snapshots = new SnapshotFiles(folder);
  records = await sampleLedger();
  said = [];
});

afterEach(() => rm(folder, { recursive: true }));

const keepAt = async (size: number): Promise<void> => {
  const book = new Book(ledger, await storeOf(records.slice(0, size)));
  await book.catchUp();
  await snapshots.keep(ledger, snapshotOf(book));
};

describe('A book from a snapshot', () => {
  it('reads only what came after, and knows the same', async () => {
    await keepAt(40);
    const shelf = await shelfOf(records);
    const book = await loadBook(shelf, ledger);
    shelf.store.read_ = 0;
    await book.catchUp();
    expect(shelf.store.read_).toBe(9);

    const whole = new Book(ledger, await storeOf(records));
    await whole.catchUp();
    expect(figures(book)).toEqual(figures(whole));
    expect(said).toEqual([]);
  });

  it('is folded from the log where the snapshot is damaged, and says so', async () => {
    await keepAt(40);
    const path = join(folder, `${ledger}.snapshot`);
    const bytes = await readFile(path);
    bytes[200] = (bytes[200] ?? 0) ^ 1;
    await writeFile(path, bytes);
    const book = await loadBook(await shelfOf(records), ledger);
    expect(book.revision).toBe(-1);
    expect(said).toEqual([`${ledger}: la instantánea está dañada; se rehace del registro`]);
  });

  it('is folded from the log where the snapshot is of another version, and says so', async () => {
    const book = new Book(ledger, await storeOf(records));
    await book.catchUp();
    await snapshots.keep(ledger, { ...snapshotOf(book), version: '0' });
    expect((await loadBook(await shelfOf(records), ledger)).revision).toBe(-1);
    expect(said).toEqual([`${ledger}: la instantánea es de otra versión; se rehace del registro`]);
  });

  it.each([
    ['cut', (kept: readonly KeptRecord[]) => kept.slice(0, 30)],
    ['gone', () => []],
    [
      'another',
      (kept: readonly KeptRecord[]) => kept.map((record) => ({ ...record, root: '0'.repeat(64) })),
    ],
  ])(
    'is refused where the log is %s, and the snapshot is kept as its witness',
    async (_, change) => {
      await keepAt(49);
      const before = await readFile(join(folder, `${ledger}.snapshot`));
      await expect(loadBook(await shelfOf(change(records)), ledger)).rejects.toMatchObject({
        code: 'LEDGER_DAMAGED',
        facts: { revision: 48 },
      });
      expect(await readFile(join(folder, `${ledger}.snapshot`))).toEqual(before);
    },
  );

  it('is a witness for verify too', async () => {
    await keepAt(49);
    const cut = await shelfOf(records.slice(0, 30));
    const witness = (id: LedgerId) => new Library(cut).witness(id);
    const { rows } = await verifyStore(cut.store, { ledger, witness });
    expect(rows[0]?.verified).toMatchObject({ records: 30 });
    expect(rows[0]?.damage.map(({ code }) => code)).toContain('LEDGER_DAMAGED');
    const whole = await shelfOf(records);
    const { rows: fit } = await verifyStore(whole.store, {
      ledger,
      witness: (id) => new Library(whole).witness(id),
    });
    expect(fit[0]?.damage.map(({ code }) => code)).not.toContain('LEDGER_DAMAGED');
  });

  it('is made anew after two thousand records and not before', async () => {
    const book = await loadBook(await shelfOf(records), ledger);
    await book.catchUp();
    expect(await snapshots.find(ledger)).toEqual({ outcome: 'none' });
  });

  it('has a version that rises when the folds keep something else', async () => {
    const book = new Book(ledger, await storeOf(records));
    await book.catchUp();
    const { version, views, decisions } = snapshotOf(book);
    const plain = JSON.parse(
      JSON.stringify([views, decisions()], (_key, value: unknown) =>
        value instanceof Map ? [...value] : value,
      ),
    ) as unknown;
    expect([version, contentHash(plain)]).toEqual([
      '4',
      '6ea218483532738dd56a267d5a00c0aab35d051fd7dfc3592629c44a8ade40dd',
    ]);
  });
});
