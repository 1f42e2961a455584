import { beforeAll, describe, expect, it } from '@jest/globals';
import { MemoryStore } from '../../../src/adapters/memory/memory-store.ts';
import { backUpStore } from '../../../src/application/back-up-store.ts';
import { type KeptRecord, ledgerStream } from '../../../src/application/ports/event-store.ts';
import { verifyStore } from '../../../src/application/verify-store.ts';
import { Failure } from '../../../src/catalogue/failure.ts';
import { codeOf } from '../../support/code-of.ts';
import { readAll } from '../../support/collecting.ts';
import { copyLedger, otherId, sampleId, takeTwoLedgers } from '../../support/two-ledgers.ts';

const whole = new MemoryStore();
let sample: readonly KeptRecord[] = [];
let other: readonly KeptRecord[] = [];
let files: readonly string[] = [];

beforeAll(async () => {
  await takeTwoLedgers(whole);
  sample = await readAll(whole, ledgerStream(sampleId));
  other = await readAll(whole, ledgerStream(otherId));
  files = await whole.keptFiles();
});

/** A store with both ledgers, the records of the first of them changed. */
const changed = async (
  change?: (record: KeptRecord) => KeptRecord,
  kept = files,
): Promise<MemoryStore> => {
  const store = new MemoryStore();
  await copyLedger(whole, store, sampleId, change);
  await copyLedger(whole, store, otherId);
  for (const file of kept) await store.keep((await whole.find(file)) ?? Uint8Array.of());
  return store;
};

const otherText =
  (revision: number) =>
  (record: KeptRecord): KeptRecord =>
    record.revision === revision ? { ...record, text: record.text.replace('u1', 'u2') } : record;

const rootAt = (records: readonly KeptRecord[], revision: number): string =>
  records[revision]?.root ?? '';

describe('Verifying a store', () => {
  it('goes through every ledger and every file', async () => {
    expect(await verifyStore(whole)).toEqual({
      rows: [
        {
          ledger: '41-SENAVEX-2020',
          verified: {
            ledger: '41-SENAVEX-2020',
            records: 49,
            root: rootAt(sample, 48),
            isCompared: false,
          },
          damage: [],
        },
        {
          ledger: '41-OTRA-2020',
          verified: {
            ledger: '41-OTRA-2020',
            records: 1,
            root: rootAt(other, 0),
            isCompared: false,
          },
          damage: [],
        },
      ],
      files: 2,
      damage: [],
    });
  });

  it('finds nothing wrong with a store of nothing', async () => {
    expect(await verifyStore(new MemoryStore())).toEqual({ rows: [], files: 0, damage: [] });
  });

  it('names the first record that does not fit and goes on with the others', async () => {
    const found = await verifyStore(await changed(otherText(20)));

    expect(found.rows).toMatchObject([
      {
        verified: null,
        damage: [{ code: 'LEDGER_DAMAGED', facts: { ledger: '41-SENAVEX-2020', revision: 20 } }],
      },
      { verified: { records: 1 }, damage: [] },
    ]);
  });

  it('misses a file that a record names, and only that', async () => {
    const [first = '', second = ''] = files;
    const rest = await verifyStore(await changed(undefined, [first]));

    expect(rest.rows[0]?.damage).toMatchObject([
      {
        code: 'KEPT_FILE_MISSING',
        facts: { ledger: '41-SENAVEX-2020', revision: 3, file: second },
      },
    ]);
    expect(rest.rows[0]?.verified?.records).toBe(49);
    expect(rest).toMatchObject({ rows: [{}, { damage: [] }], damage: [] });
  });

  it('says the revision of the first record that names the missing file', async () => {
    const found = await verifyStore(await changed(undefined, []));

    expect(found.rows[0]?.damage.map(({ facts }) => facts)).toEqual([
      { ledger: '41-SENAVEX-2020', revision: 1, file: files[0] },
      { ledger: '41-SENAVEX-2020', revision: 3, file: files[1] },
    ]);
  });

  it('reports a changed file once, whoever names it', async () => {
    const [first = ''] = files;
    class Changed extends MemoryStore {
      override find(file: string): Promise<Uint8Array | null> {
        return file === first
          ? Promise.reject(new Failure('STORE_DAMAGED', { path: 'x', reason: 'y' }))
          : super.find(file);
      }
    }
    const store = new Changed();
    await copyLedger(whole, store, sampleId);
    for (const file of files) await store.keep((await whole.find(file)) ?? Uint8Array.of());
    const found = await verifyStore(store);

    expect(found.rows[0]?.damage).toMatchObject([
      { code: 'KEPT_FILE_DAMAGED', facts: { file: first } },
    ]);
    expect(found.damage).toEqual([]);
  });

  it('looks at files that nobody names too', async () => {
    const stray = await whole.keep(Uint8Array.of(7));
    class Changed extends MemoryStore {
      override keptFiles(): Promise<readonly string[]> {
        return Promise.resolve([stray]);
      }
    }

    expect((await verifyStore(new Changed())).damage).toMatchObject([
      { code: 'KEPT_FILE_DAMAGED', facts: { file: stray } },
    ]);
  });

  it('verifies one ledger with the files that it names where it is asked for one', async () => {
    const store = await changed(otherText(20), []);

    expect(await verifyStore(store, { ledger: otherId })).toMatchObject({
      rows: [{ ledger: '41-OTRA-2020', damage: [] }],
      files: 0,
      damage: [],
    });
    expect(await codeOf(verifyStore(store, { ledger: '9-NADA-2020' as never }))).toBe(
      'LEDGER_NOT_FOUND',
    );
  });

  it('compares a head of the one ledger that it is of', async () => {
    const head = { revision: 20, root: rootAt(sample, 20) };
    const compared = await verifyStore(whole, { ledger: sampleId, head });
    expect(compared.rows).toMatchObject([{ verified: { isCompared: true }, damage: [] }]);

    const beside = await verifyStore(whole, { ledger: sampleId, head, isWhole: true });
    expect(beside.rows).toMatchObject([
      { verified: { isCompared: true } },
      { verified: { isCompared: false }, damage: [] },
    ]);

    const later = { revision: 49, root: head.root };
    expect((await verifyStore(whole, { ledger: sampleId, head: later })).rows).toMatchObject([
      { verified: null, damage: [{ code: 'HEAD_MISSING', facts: { revision: 49, last: 48 } }] },
    ]);
    expect(await codeOf(verifyStore(whole, { head }))).toBe('LEDGER_NOT_CHOSEN');
  });

  it('tells how far it is', async () => {
    const told: unknown[] = [];
    await verifyStore(whole, { onProgress: (...progress) => told.push(progress) });

    expect(told).toEqual([
      ['41-SENAVEX-2020', 49],
      ['41-OTRA-2020', 1],
    ]);
  });
});

describe('A store in memory', () => {
  it('is not backed up', async () => {
    expect(await codeOf(backUpStore(whole, '/tmp/none'))).toBe('BACKUP_NOT_SUPPORTED');
  });
});
