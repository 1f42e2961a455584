import { describe, expect, it } from '@jest/globals';

import type { FollowedRecord } from '../../../src/application/ports/event-store.ts';
import { followUntil, readAll } from '../../support/collecting.ts';
import { keptRecords } from '../../support/kept-records.ts';
import type { Subject } from './subject.ts';

export const describeFollowing = (subject: () => Subject): void => {
  describe('is followed', () => {
    it('from the beginning, in the order of writing', async () => {
      const { store, category, other } = subject();
      await store.append(other('a'), -1, keptRecords(other('a'), -1, 2));
      await store.append(other('b'), -1, keptRecords(other('b'), -1, 1));
      await store.append(other('a'), 1, keptRecords(other('a'), 1, 1));

      const followed = await followUntil(store, category, 4);

      expect(followed.map(({ stream, record }) => [stream.id, record.revision])).toEqual([
        ['a', 0],
        ['a', 1],
        ['b', 0],
        ['a', 2],
      ]);
      expect(followed.slice(0, 2).map(({ record }) => record)).toEqual(
        await readAll(store, other('a')).then((records) => records.slice(0, 2)),
      );
    });

    it('from a position, without what was delivered before it', async () => {
      const { store, category, ledger } = subject();
      await store.append(ledger, -1, keptRecords(ledger, -1, 5));
      const [, second] = await followUntil(store, category, 5);

      const rest = await followUntil(store, category, 3, second?.position);

      expect(rest.map(({ record }) => record.revision)).toEqual([2, 3, 4]);
    });

    it('and sees what is appended later', async () => {
      const { store, category, ledger } = subject();
      await store.append(ledger, -1, keptRecords(ledger, -1, 1));
      const following = followUntil(store, category, 3);
      await new Promise((resolve) => setTimeout(resolve, 20));
      await store.append(ledger, 0, keptRecords(ledger, 0, 1));
      await store.append(ledger, 1, keptRecords(ledger, 1, 1));

      expect((await following).map(({ record }) => record.revision)).toEqual([0, 1, 2]);
    });

    it('until the signal, also while nothing comes', async () => {
      const { store, category } = subject();
      const stop = new AbortController();
      setTimeout(() => {
        stop.abort();
      }, 20);
      const followed: FollowedRecord[] = [];

      for await (const next of store.follow(null, stop.signal))
        if (next.stream.category === category) followed.push(next);

      expect(followed).toEqual([]);
    });

    it('not at all where the signal came before', async () => {
      const { store, ledger } = subject();
      await store.append(ledger, -1, keptRecords(ledger, -1, 1));
      const followed: FollowedRecord[] = [];

      for await (const next of store.follow(null, AbortSignal.abort())) followed.push(next);

      expect(followed).toEqual([]);
    });

    it('until the store closes', async () => {
      const { store, category } = subject();
      const following = followUntil(store, category, 1);
      await new Promise((resolve) => setTimeout(resolve, 20));

      await store.close();

      expect(await following).toEqual([]);
    });

    it('by several, without gap or double while much is appended at once', async () => {
      const { store, category, other } = subject();
      const ids = Array.from({ length: 8 }, (_, index) => `l${String(index)}`);
      const following = [1, 2, 3].map(() => followUntil(store, category, 8 * 25 * 2));
      const write = async (id: string): Promise<void> => {
        for (let after = -1; after < 49; after += 2)
          await store.append(other(id), after, keptRecords(other(id), after, 2));
      };
      await Promise.all(ids.map(write));

      for (const followed of await Promise.all(following)) {
        for (const id of ids)
          expect(
            followed.filter(({ stream }) => stream.id === id).map(({ record }) => record.revision),
          ).toEqual(Array.from({ length: 50 }, (_, revision) => revision));
        expect(new Set(followed.map(({ position }) => position)).size).toBe(400);
      }
    });
  });
};
