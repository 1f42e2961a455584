import { describe, expect, it } from '@jest/globals';

import { keptRecord, keptRecords } from '../../support/kept-records.ts';
import type { Subject } from './subject.ts';

export const describeMistakes = (subject: () => Subject): void => {
  describe('takes a wrong call for a mistake of the caller', () => {
    it('an append of nothing', async () => {
      const { store, category, ledger } = subject();
      await expect(store.append(ledger, -1, [])).rejects.toThrow(TypeError);
      expect(await store.streams(category)).toEqual([]);
    });

    it.each([
      ['a gap', [0, 2]],
      ['a repetition', [0, 0]],
      ['another beginning', [1]],
    ])('revisions with %s', async (_, revisions) => {
      const { store, ledger } = subject();
      const records = revisions.map((revision) => keptRecord(ledger, revision));

      await expect(store.append(ledger, -1, records)).rejects.toThrow(TypeError);
      expect(await store.head(ledger)).toBe(-1);
    });

    it('an append after closing', async () => {
      const { store, ledger } = subject();
      await store.close();

      await expect(store.append(ledger, -1, keptRecords(ledger, -1, 1))).rejects.toThrow();
    });
  });
};
