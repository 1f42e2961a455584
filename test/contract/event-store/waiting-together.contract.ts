import { describe, expect, it } from '@jest/globals';

import { readAll } from '../../support/collecting.ts';
import { keptRecords } from '../../support/kept-records.ts';
import { appended, type Subject } from './subject.ts';

export const describeWaitingTogether = (subject: () => Subject): void => {
  describe('answers 64 appends that wait together', () => {
    it('on as many ledgers', async () => {
      const { store, category, other } = subject();
      const streams = Array.from({ length: 64 }, (_, index) => other(`l${String(index)}`));

      const outcomes = await Promise.all(
        streams.map((stream) => store.append(stream, -1, keptRecords(stream, -1, 2, stream.id))),
      );

      expect(outcomes).toEqual(streams.map(() => appended));
      for (const stream of streams)
        expect(await readAll(store, stream)).toMatchObject([{ revision: 0 }, { revision: 1 }]);
      expect(await store.streams(category)).toHaveLength(64);
    });

    it('on one ledger, where one wins and all others are told the actual revision', async () => {
      const { store, ledger } = subject();
      const outcomes = await Promise.all(
        Array.from({ length: 64 }, (_, index) =>
          store.append(ledger, -1, keptRecords(ledger, -1, 2, String(index))),
        ),
      );

      expect(outcomes.filter(({ outcome }) => outcome === 'appended')).toHaveLength(1);
      expect(
        outcomes.filter((each) => each.outcome === 'conflict' && each.actual === 1),
      ).toHaveLength(63);
      expect(await readAll(store, ledger)).toHaveLength(2);
    });

    it('with closing behind them', async () => {
      const { store, other } = subject();
      const streams = Array.from({ length: 64 }, (_, index) => other(`l${String(index)}`));
      const waiting = streams.map((stream) => store.append(stream, -1, keptRecords(stream, -1, 1)));

      await store.close();

      expect(await Promise.all(waiting)).toEqual(streams.map(() => appended));
    });
  });
};
