import { describe, expect, it } from '@jest/globals';

import { readAll } from '../../support/collecting.ts';
import { keptRecords } from '../../support/kept-records.ts';
import type { Subject } from './subject.ts';

export const describeSeparation = (subject: () => Subject): void => {
  describe('keeps things apart', () => {
    it('ledgers', async () => {
      const { store, other } = subject();
      const one = keptRecords(other('41-SENAVEX-2020'), -1, 2, 'uno');
      const two = keptRecords(other('41-SENAVEX-2021'), -1, 1, 'dos');
      await store.append(other('41-SENAVEX-2020'), -1, one);
      await store.append(other('41-SENAVEX-2021'), -1, two);

      expect(await readAll(store, other('41-SENAVEX-2020'))).toEqual(one);
      expect(await readAll(store, other('41-SENAVEX-2021'))).toEqual(two);
      expect(await store.head(other('41-SENAVEX-202'))).toBe(-1);
    });

    it('categories', async () => {
      const { store, category, ledger } = subject();
      const elsewhere = { category: `${category}x`, id: ledger.id };
      const one = keptRecords(ledger, -1, 1, 'uno');
      const two = keptRecords(elsewhere, -1, 2, 'dos');
      await store.append(ledger, -1, one);
      await store.append(elsewhere, -1, two);

      expect(await readAll(store, ledger)).toEqual(one);
      expect(await readAll(store, elsewhere)).toEqual(two);
      expect(await store.streams(category)).toEqual([ledger]);
      expect(await store.streams(elsewhere.category)).toEqual([elsewhere]);
    });

    it('and lists ledgers in the order in which they began', async () => {
      const { store, category, other } = subject();
      const ids = ['9-ZETA-2021', '41-ÑANDÚ-2020', '1-ALFA-2022'];
      for (const id of ids) await store.append(other(id), -1, keptRecords(other(id), -1, 1));
      await store.append(other(ids[0] ?? ''), 0, keptRecords(other(ids[0] ?? ''), 0, 1));

      expect((await store.streams(category)).map(({ id }) => id)).toEqual(ids);
    });
  });
};
