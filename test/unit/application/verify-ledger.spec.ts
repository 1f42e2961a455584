import { beforeAll, describe, expect, it } from '@jest/globals';
import { MemoryStore } from '../../../src/adapters/memory/memory-store.ts';
import { type KeptRecord, ledgerStream } from '../../../src/application/ports/event-store.ts';
import { verifyLedger } from '../../../src/application/verify-ledger.ts';
import { ledgerId } from '../../../src/catalogue/codes.ts';
import type { LedgerRecord } from '../../../src/catalogue/events.ts';
import { emptyFrontier } from '../../../src/integrity/merkle.ts';
import { seal } from '../../../src/integrity/seal.ts';
import { codeOf } from '../../support/code-of.ts';
import { sampleLedger } from '../../support/sample-ledger.ts';

const ledger = ledgerId('41-SENAVEX-2020');
let records: readonly KeptRecord[];
beforeAll(async () => {
  records = await sampleLedger();
});

const head = () => ({ revision: 48, root: records.at(-1)?.root ?? '' });

const verify = async (kept: readonly KeptRecord[], options = {}) => {
  const store = new MemoryStore();
  await store.append(ledgerStream(ledger), -1, kept);
  return verifyLedger(store, ledger, options);
};

/** The whole history sealed again after a change: every id and root fits. */
const madeAnew = (change: (text: string) => string): KeptRecord[] => {
  let frontier = emptyFrontier;
  return records.map(({ text }) => {
    const changed = JSON.parse(change(text)) as LedgerRecord;
    const { sealed, frontier: grown } = seal(changed, frontier);
    frontier = grown;
    return sealed;
  });
};

const flipped = (text: string, at: number): string =>
  text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ 1) + text.slice(at + 1);

describe('Verifying a ledger', () => {
  it('is coherent without a head kept outside, compared with one', async () => {
    expect(await verify(records)).toMatchObject({ records: 49, isCompared: false });
    expect(await verify(records, { head: head() })).toMatchObject({ isCompared: true });
  });

  it.each(['text', 'id', 'root'] as const)(
    'finds every single changed character of a record, in its %s',
    async (field) => {
      const [before, record, after] = [records.slice(0, 2), records[2], records.slice(3)];
      const value = record?.[field] ?? '';
      for (let at = 0; at < value.length; at += 1) {
        const changed = { ...record, [field]: flipped(value, at) } as KeptRecord;
        expect(await codeOf(verify([...before, changed, ...after]))).toBe('LEDGER_DAMAGED');
      }
    },
  );

  it('finds a history with all roots made anew by a head kept outside, and only by it', async () => {
    const other = madeAnew((text) =>
      text.replace('"1867', '"1868').replace('2051600.00', '2051601.00'),
    );
    expect(other.at(-1)?.root).not.toBe(head().root);
    expect(await verify(other)).toMatchObject({ records: 49 });
    expect(await codeOf(verify(other, { head: head() }))).toBe('HEAD_DIFFERS');
    expect(madeAnew((text) => text)).toEqual(records);
  });

  it('finds a tail that was cut off by a head kept outside', async () => {
    expect(await verify(records.slice(0, 48))).toMatchObject({ records: 48 });
    expect(await codeOf(verify(records.slice(0, 48), { head: head() }))).toBe('HEAD_MISSING');
  });

  it('finds a record left out and two that changed places', async () => {
    const without = records
      .filter(({ revision }) => revision !== 7)
      .map((record, revision) => ({ ...record, revision }));
    expect(await codeOf(verify(without))).toBe('LEDGER_DAMAGED');
    const swapped = records.map((record) => {
      const other = record.revision === 7 ? 8 : record.revision === 8 ? 7 : record.revision;
      return { ...(records[other] ?? record), revision: record.revision };
    });
    expect(await codeOf(verify(swapped))).toBe('LEDGER_DAMAGED');
  });
});
