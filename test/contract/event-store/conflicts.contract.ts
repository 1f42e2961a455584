import { describe, expect, it } from '@jest/globals';

import { readAll } from '../../support/collecting.ts';
import { keptRecords } from '../../support/kept-records.ts';
import { appended, type Subject } from './subject.ts';

export const describeConflicts = (subject: () => Subject): void => {
  describe('refuses an append that expects another revision', () => {
    it('when the ledger is already there', async () => {
      const { store, ledger } = subject();
      const records = keptRecords(ledger, -1, 2);
      await store.append(ledger, -1, records);

      expect(await store.append(ledger, -1, keptRecords(ledger, -1, 2))).toEqual({
        outcome: 'conflict',
        actual: 1,
      });
      expect(await readAll(store, ledger)).toEqual(records);
    });

    it('or takes the same append once more for the first one: nothing is there twice', async () => {
      const { store, ledger } = subject();
      const records = keptRecords(ledger, -1, 2);
      await store.append(ledger, -1, records);
      const more = keptRecords(ledger, 1, 2);
      await store.append(ledger, 1, more);

      expect([appended, { outcome: 'conflict', actual: 3 }]).toContainEqual(
        await store.append(ledger, 1, more),
      );
      expect(await readAll(store, ledger)).toEqual([...records, ...more]);
    });

    it.each([
      ['stale', 1],
      ['in the future', 3],
      ['far in the future', 1_000_000],
    ])('when it is %s', async (_, expected) => {
      const { store, ledger } = subject();
      const records = keptRecords(ledger, -1, 3);
      await store.append(ledger, -1, records);

      expect(await store.append(ledger, expected, keptRecords(ledger, expected, 2))).toEqual({
        outcome: 'conflict',
        actual: 2,
      });
      expect(await readAll(store, ledger)).toEqual(records);
    });

    it('when the ledger does not exist', async () => {
      const { store, category, ledger } = subject();
      expect(await store.append(ledger, 0, keptRecords(ledger, 0, 1))).toEqual({
        outcome: 'conflict',
        actual: -1,
      });
      expect(await store.head(ledger)).toBe(-1);
      expect(await store.streams(category)).toEqual([]);
    });

    it('and leaves none of many records', async () => {
      const { store, ledger } = subject();
      await store.append(ledger, -1, keptRecords(ledger, -1, 1));

      const outcome = await store.append(ledger, -1, keptRecords(ledger, -1, 500));

      expect(outcome).toEqual({ outcome: 'conflict', actual: 0 });
      expect(await readAll(store, ledger)).toHaveLength(1);
    });

    it('of two writers at once one wins', async () => {
      const { store, ledger } = subject();
      await store.append(ledger, -1, keptRecords(ledger, -1, 1));
      const one = keptRecords(ledger, 0, 2, 'uno');
      const two = keptRecords(ledger, 0, 2, 'dos');

      const outcomes = await Promise.all([
        store.append(ledger, 0, one),
        store.append(ledger, 0, two),
      ]);

      const wins = outcomes.map(({ outcome }) => outcome === 'appended');
      expect(wins.filter(Boolean)).toHaveLength(1);
      expect(outcomes).toContainEqual({ outcome: 'conflict', actual: 2 });
      expect((await readAll(store, ledger)).slice(1)).toEqual(wins[0] === true ? one : two);
    });
  });
};
