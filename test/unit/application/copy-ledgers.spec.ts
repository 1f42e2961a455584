import { beforeEach, describe, expect, it } from '@jest/globals';
import { MemoryStore } from '../../../src/adapters/memory/memory-store.ts';
import { copyLedgers } from '../../../src/application/copy-ledgers.ts';
import {
  type AppendOutcome,
  type KeptRecord,
  ledgerStream,
  type StreamId,
} from '../../../src/application/ports/event-store.ts';
import type { Stores } from '../../../src/application/ports/stores.ts';
import { batchesOf } from '../../../src/application/whole-commands.ts';
import type { LedgerId } from '../../../src/catalogue/codes.ts';
import { codeOf } from '../../support/code-of.ts';
import { readAll } from '../../support/collecting.ts';
import { serviceOver } from '../../support/service-over.ts';
import { takeSample } from '../../support/take-sample.ts';
import { copyLedger, otherId, sampleId, takeTwoLedgers } from '../../support/two-ledgers.ts';

/** A store that outlives its closing, and whose appends may be answered otherwise. */
class Lasting extends MemoryStore {
  readonly sizes: number[] = [];
  answer: (append: () => Promise<AppendOutcome>) => Promise<AppendOutcome> = (append) => append();

  override append(stream: StreamId, expected: number, records: readonly KeptRecord[]) {
    this.sizes.push(records.length);
    return this.answer(() => super.append(stream, expected, records));
  }

  override close(): Promise<void> {
    return Promise.resolve();
  }
}

describe('copying ledgers', () => {
  let from: Lasting;
  let to: Lasting;
  let stores: Stores;
  const copy = (ledger?: LedgerId) =>
    copyLedgers(stores, { from: 'from', to: 'to', ...(ledger && { ledger }) });
  const records = (store: MemoryStore, ledger: LedgerId) => readAll(store, ledgerStream(ledger));

  beforeEach(async () => {
    from = new Lasting();
    to = new Lasting();
    stores = { open: (address) => Promise.resolve(address === 'from' ? from : to) };
    await takeTwoLedgers(from);
  });

  it('carries every record and every file, and says the root of both', async () => {
    const copied = await copy();

    const head = (await records(from, sampleId)).at(-1);
    expect(copied).toEqual([
      { ledger: sampleId, records: 49, copied: 49, root: head?.root },
      { ledger: otherId, records: 1, copied: 1, root: expect.any(String) },
    ]);
    for (const ledger of [sampleId, otherId])
      expect(await records(to, ledger)).toEqual(await records(from, ledger));
    expect(await to.keptFiles()).toEqual(await from.keptFiles());
    expect(await to.keptFiles()).toHaveLength(2);
  });

  it('carries one ledger alone', async () => {
    await copy(otherId);
    expect(await records(to, otherId)).toHaveLength(1);
    expect(await records(to, sampleId)).toEqual([]);
    expect(await to.keptFiles()).toEqual([]);
  });

  it('does nothing the second time, and only what is new the third', async () => {
    await copy();
    expect(await copy()).toMatchObject([{ copied: 0 }, { copied: 0 }]);
    await serviceOver(from).ledgers.change({
      ledger: otherId,
      command: { type: 'CloseLedger', data: { reason: 'fin' } },
      commandId: 'close',
      actor: 'u1',
    });
    expect(await copy()).toMatchObject([{ copied: 0 }, { copied: 1, records: 2 }]);
  });

  it('brings a file that the target lost', async () => {
    await copyLedger(from, to, sampleId);
    await copy();
    expect(await to.keptFiles()).toHaveLength(2);
  });

  it('goes on behind a copy that broke off, whose commands are whole', async () => {
    const ofForm = '"commandId":"senavex-2020-12-form-5b.txt"';
    const broken = (await records(from, sampleId)).filter(({ text }) => !text.includes(ofForm));
    await to.append(ledgerStream(sampleId), -1, broken);
    to.sizes.length = 0;

    expect(await copy(sampleId)).toMatchObject([{ records: 49, copied: 49 - broken.length }]);
    expect(to.sizes).toEqual([49 - broken.length]);
  });

  it('finds out after an append of unknown outcome, whether it is there or not', async () => {
    let asked = 0;
    to.answer = async (append) => {
      asked += 1;
      if (asked % 2 === 1) return { outcome: 'unknown' };
      await append();
      return { outcome: 'unknown' };
    };
    await copy();
    expect(await records(to, sampleId)).toEqual(await records(from, sampleId));
  });

  it('ends where the target never answers, with nothing half', async () => {
    to.answer = () => Promise.resolve({ outcome: 'unknown' });
    expect(await codeOf(copy())).toBe('COPY_INTERRUPTED');
    expect(await records(to, sampleId)).toEqual([]);
  });

  it('refuses a target with another history, and writes nothing there', async () => {
    await takeSample(to, 'budget');
    const before = await records(to, sampleId);

    expect(await codeOf(copy())).toBe('COPY_DIVERGED');
    expect(await records(to, sampleId)).toEqual(before);
  });

  it('leaves a target that is ahead, and refuses one that went ahead of another history', async () => {
    const both = new Lasting();
    await copyLedger(from, both, otherId);
    const close = (store: MemoryStore, reason: string) =>
      serviceOver(store).ledgers.change({
        ledger: otherId,
        command: { type: 'CloseLedger', data: { reason } },
        commandId: reason,
        actor: 'u1',
      });
    await close(both, 'fin');
    await copyLedger(both, to, otherId);
    expect(await copy(otherId)).toMatchObject([{ records: 1, copied: 0 }]);

    await close(from, 'otro fin');
    expect(await codeOf(copy(otherId))).toBe('COPY_DIVERGED');
  });

  it('copies no damage', async () => {
    const damaged = new Lasting();
    await copyLedger(from, damaged, otherId, (record) => ({
      ...record,
      text: record.text.replace('"actor":"u1"', '"actor":"u2"'),
    }));
    from = damaged;
    expect(await codeOf(copy())).toBe('LEDGER_DAMAGED');
  });

  it('misses a file that a record names', async () => {
    const lacking = new Lasting();
    await copyLedger(from, lacking, sampleId);
    from = lacking;
    expect(await codeOf(copy())).toBe('KEPT_FILE_MISSING');
    expect(await records(to, sampleId)).toEqual([]);
  });

  it('knows the ledgers that there are', async () => {
    expect(await codeOf(copy('41-NADA-2020' as LedgerId))).toBe('LEDGER_NOT_FOUND');
  });
});

describe('records in batches', () => {
  const record = (revision: number, commandId: string): KeptRecord => ({
    revision,
    id: '',
    root: '',
    text: JSON.stringify({ commandId, padding: 'x'.repeat(60_000) }),
  });
  const batched = async (letters: string): Promise<string[]> => {
    const commands = Array.from(letters);
    async function* records() {
      for (const [revision, command] of commands.entries()) {
        await Promise.resolve();
        yield record(revision, command);
      }
    }
    const batches: string[] = [];
    for await (const batch of batchesOf(records()))
      batches.push(batch.map(({ revision }) => commands[revision]).join(''));
    return batches;
  };

  it('never part what one command wrote, however much it is', async () => {
    expect(await batched('abbbbbc')).toEqual(['a', 'bbbbb', 'c']);
    expect(await batched('aabbccd')).toEqual(['aa', 'bb', 'ccd']);
    expect(await batched('abcdef')).toEqual(['abc', 'def']);
    expect(await batched('')).toEqual([]);
  });
});
