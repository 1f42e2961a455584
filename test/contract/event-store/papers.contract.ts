import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { appended, type Store, type Subject } from './subject.ts';

const drawer = 'attempts';

/** The store may hold papers already. */
const headOf = async (store: Store): Promise<number> =>
  (await store.readPapers(drawer, 0)).at(-1)?.revision ?? -1;

const three = (): string[] => [1, 2, 3].map((number) => `{"ñ":"${number} ${randomUUID()}"}`);

export const describePapers = (subject: () => Subject): void => {
  describe('keeps papers in a log that can lose its beginning', () => {
    it('in the order in which they came, from any of them on', async () => {
      const { store } = subject();
      const head = await headOf(store);
      const texts = three();
      expect(await store.appendPapers(drawer, head, texts)).toEqual(appended);

      const written = texts.map((text, index) => ({ revision: head + 1 + index, text }));
      expect(await store.readPapers(drawer, head + 1)).toEqual(written);
      expect(await store.readPapers(drawer, head + 3)).toEqual(written.slice(2));
      expect(await store.readPapers(drawer, head + 4)).toEqual([]);
    });

    it('and refuses what expects another end', async () => {
      const { store } = subject();
      const head = await headOf(store);
      await store.appendPapers(drawer, head, three());
      const conflict = { outcome: 'conflict', actual: head + 3 };
      expect(await store.appendPapers(drawer, head, three())).toEqual(conflict);
      expect(await store.appendPapers(drawer, head + 9, three())).toEqual(conflict);
      expect(await headOf(store)).toBe(head + 3);
    });

    it('of two who write at once one wins', async () => {
      const { store } = subject();
      const head = await headOf(store);
      const outcomes = await Promise.all([
        store.appendPapers(drawer, head, three()),
        store.appendPapers(drawer, head, three()),
      ]);
      expect(outcomes.filter(({ outcome }) => outcome === 'appended')).toHaveLength(1);
      expect(outcomes).toContainEqual({ outcome: 'conflict', actual: head + 3 });
    });

    it('forgets what came before, and goes on behind it', async () => {
      const { store, reopen } = subject();
      const head = await headOf(store);
      const texts = three();
      await store.appendPapers(drawer, head, texts);
      await store.forgetPapers(drawer, head + 3);
      await store.forgetPapers(drawer, head + 3);

      const left = [{ revision: head + 3, text: texts[2] }];
      expect(await store.readPapers(drawer, 0)).toEqual(left);
      expect(await store.appendPapers(drawer, head + 3, ['{}'])).toEqual(appended);
      const again = (await reopen?.()) ?? store;
      const now = [...left, { revision: head + 4, text: '{}' }];
      expect(await again.readPapers(drawer, 0)).toEqual(now);
      if (again !== store) await again.close();
    });

    it('and shows them to nobody who asks for ledgers', async () => {
      const { store, category } = subject();
      await store.appendPapers(drawer, await headOf(store), three());
      expect(await store.streams(category)).toEqual([]);
      expect(await store.streams('poaLedger')).not.toContainEqual(
        expect.objectContaining({ id: drawer }),
      );
    });
  });
};
