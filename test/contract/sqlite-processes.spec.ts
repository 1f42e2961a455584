import { setTimeout as sleep } from 'node:timers/promises';

import { describe, expect, it } from '@jest/globals';

import { openSqliteStore } from '../../src/adapters/sqlite/open-sqlite-store.ts';
import { runChild } from '../support/child.ts';
import { followUntil, readAll } from '../support/collecting.ts';
import { temporaryFolders } from '../support/folders.ts';
import { keptRecord, keptRecords, noteOf } from '../support/kept-records.ts';

const newFolder = temporaryFolders();

describe('sqlite: a process killed while it appends', () => {
  const recordsOfAnAppend = [1, 2, 5, 40];

  it.each([3, 11, 26, 47, 90, 160])(
    'leaves every acknowledged append, and none in part (after %i ms)',
    async (milliseconds) => {
      const folder = newFolder();
      const child = runChild('append-endlessly.ts', [folder]);
      await child.printed(1);
      await sleep(milliseconds);
      child.process.kill('SIGKILL');
      const acknowledged = new Map<string, number>();
      for (const line of await child.ended) {
        const [id = '', revision] = line.split(' ');
        acknowledged.set(id, Number(revision));
      }

      const store = await openSqliteStore(folder, { mustExist: true });

      expect(acknowledged.size).toBeGreaterThan(0);
      for (const count of recordsOfAnAppend) {
        const id = String(count);
        const stream = { category: 'poaLedger', id };
        const records = await readAll(store, stream);
        expect(records.length).toBeGreaterThan(acknowledged.get(id) ?? -1);
        expect(records.length % count).toBe(0);
        const note = `${id} `.repeat(50 * count);
        expect(
          records.every(({ text }, index) => text === keptRecord(stream, index, note).text),
        ).toBe(true);
      }
      await store.close();
    },
    20_000,
  );
});

describe('sqlite: two processes', () => {
  it('append to one ledger, and all is there exactly once', async () => {
    const folder = newFolder();
    const children = ['a', 'b'].map((name) =>
      runChild('append-contended.ts', [folder, name, '150']),
    );
    await Promise.all(children.map(({ ended }) => ended));

    const store = await openSqliteStore(folder, { mustExist: true });
    const records = await readAll(store, { category: 'poaLedger', id: 'contended' });

    const expected = ['a', 'b'].flatMap((name) =>
      Array.from({ length: 150 }, (_, time) => `${name}${String(time)}`),
    );
    const notes = records.map(noteOf);
    expect(records.map(({ revision }) => revision)).toEqual(records.map((_, index) => index));
    expect(notes.filter((_, index) => index % 2 === 0).toSorted()).toEqual(expected.toSorted());
    expect(notes.filter((_, index) => index % 2 === 1)).toEqual(
      notes.filter((_, index) => index % 2 === 0),
    );
    await store.close();
  }, 20_000);

  it('begin a store at once and share it', async () => {
    const folder = newFolder();
    const stream = { category: 'poaLedger', id: '41-SENAVEX-2020' };
    const children = ['a', 'b', 'c'].map((name) =>
      runChild('append-contended.ts', [`${folder}/new/store`, name, '1']),
    );
    await Promise.all(children.map(({ ended }) => ended));

    const store = await openSqliteStore(`${folder}/new/store`, { mustExist: true });

    expect(await store.head({ ...stream, id: 'contended' })).toBe(5);
    await store.close();
  }, 20_000);

  it('where one follows what the other appends', async () => {
    const folder = newFolder();
    const store = await openSqliteStore(folder);
    const following = followUntil(store, 'poaLedger', 40);
    const child = runChild('append-contended.ts', [folder, 'a', '20']);

    const followed = await following;

    expect(followed.map(({ record }) => record.revision)).toEqual(
      followed.map((_, index) => index),
    );
    await child.ended;
    await store.close();
  }, 20_000);

  it('where one notices the other within a second', async () => {
    const folder = newFolder();
    const [store, other] = [await openSqliteStore(folder), await openSqliteStore(folder)];
    const stream = { category: 'poaLedger', id: '41-SENAVEX-2020' };
    const following = followUntil(store, 'poaLedger', 1);
    await sleep(20);
    const begun = performance.now();

    await other.append(stream, -1, keptRecords(stream, -1, 1));
    await following;

    expect(performance.now() - begun).toBeLessThan(1_000);
    await Promise.all([store.close(), other.close()]);
  });
});
