import { describe, expect, it } from '@jest/globals';
import { MemoryStore } from '../../../src/adapters/memory/memory-store.ts';
import { systemClock } from '../../../src/adapters/clock/system-clock.ts';
import { IntegrityViews } from '../../../src/application/integrity-views.ts';
import { Library } from '../../../src/application/library.ts';
import type { EventStore, KeptRecord } from '../../../src/application/ports/event-store.ts';
import { sampleId, takeTwoLedgers } from '../../support/two-ledgers.ts';

/** A store that counts how often a ledger is read from its beginning, and may give back something else. */
class Watched extends MemoryStore {
  readings = 0;
  change = (record: KeptRecord): KeptRecord => record;

  override async *read(...[stream, from]: Parameters<EventStore['read']>) {
    if (from === 0) this.readings += 1;
    for await (const page of super.read(stream, from)) yield page.map(this.change);
  }
}

const snapshots = {
  find: () => Promise.resolve({ outcome: 'none' } as const),
  keep: () => Promise.resolve(),
};

const viewsOver = async () => {
  const store = new Watched();
  await takeTwoLedgers(store);
  const library = new Library({ store, snapshots, report: () => undefined });
  const views = new IntegrityViews(library, store, systemClock);
  await views.integrity(sampleId, {}, false);
  store.readings = 0;
  return { store, verify: () => views.integrity(sampleId, {}, true) };
};

describe('Verification on request', () => {
  it('goes through a ledger once for all who ask meanwhile, and again for who asks later', async () => {
    const { store, verify } = await viewsOver();
    const answers = await Promise.all([verify(), verify(), verify()]);
    for (const { view } of answers) expect(view.verification).toMatchObject({ result: 'coherent' });
    expect(store.readings).toBe(1);
    await verify();
    expect(store.readings).toBe(2);
  });

  it('says what is damaged since the ledger was read', async () => {
    const { store, verify } = await viewsOver();
    store.change = (record) =>
      record.revision === 7 ? { ...record, text: record.text.replace('{', '{ ') } : record;
    const { view } = await verify();
    expect(view.verification).toMatchObject({
      result: 'damaged',
      records: null,
      damage: [{ code: 'LEDGER_DAMAGED', detail: expect.stringContaining('registro 7') }],
    });
  });
});
