import { describe, expect, it, jest } from '@jest/globals';
import { MemoryStore } from '../../../src/adapters/memory/memory-store.ts';
import { serviceOver } from '../../support/service-over.ts';
import { contended, opening, spending } from '../../support/spending.ts';

/** A ledger of eleven records, and its views. */
const viewed = async () => {
  const store = new MemoryStore();
  const { ledgers, views } = serviceOver(store);
  for (const request of opening('1000.00')) await ledgers.change(request);
  for (const id of ['a', 'b', 'c']) await ledgers.change(spending(id, '1.00'));
  const kept = await store.read({ category: 'poaLedger', id: contended }, 0).next();
  const roots = kept.done === true ? [] : kept.value.map(({ root }) => root);
  const read = jest.spyOn(store, 'read');
  const asked = () => read.mock.calls.filter(([, , countMax]) => countMax === 1).length;
  const rootAt = async (known: number) => (await views.stand(contended, { known })).root;
  return { roots, asked, rootAt, ledgers };
};

describe('the root of an older revision', () => {
  it('is the one that its record has, whatever was asked for before', async () => {
    const { roots, rootAt } = await viewed();
    for (const known of [4, 9, 0, 4, 10, 9]) expect(await rootAt(known)).toBe(roots[known]);
  });

  it('is read once', async () => {
    const { asked, rootAt } = await viewed();
    for (const known of [4, 4, 7, 4, 7]) await rootAt(known);
    expect(asked()).toBe(2);
  });

  it('stays as it was when more is recorded', async () => {
    const { roots, rootAt, ledgers } = await viewed();
    expect(await rootAt(10)).toBe(roots[10]);
    await ledgers.change(spending('d', '1.00'));
    expect(await rootAt(10)).toBe(roots[10]);
    expect(await rootAt(13)).not.toBe(roots[10]);
  });
});
