import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { openSqliteStore } from '../../src/adapters/sqlite/open-sqlite-store.ts';
import { readAll } from '../support/collecting.ts';
import { temporaryFolders } from '../support/folders.ts';
import { keptRecords } from '../support/kept-records.ts';
import { describeEventStore } from './event-store.contract.ts';

const newFolder = temporaryFolders();

describeEventStore('sqlite', async () => {
  const folder = join(newFolder(), 'a folder of its own', 'ñ %41?#&');
  return {
    store: await openSqliteStore(folder),
    reopen: () => openSqliteStore(folder, { mustExist: true }),
  };
});

describe('sqlite: appends that wait together', () => {
  const streams = Array.from({ length: 64 }, (_, index) => ({
    category: 'poaLedger',
    id: String(index),
  }));

  it('share a commit', async () => {
    const commits: number[] = [];
    const store = await openSqliteStore(newFolder(), {
      onCommit: (writes) => commits.push(writes),
    });

    await Promise.all(
      streams.map((stream) => store.append(stream, -1, keptRecords(stream, -1, 2))),
    );

    expect(commits.length).toBeLessThanOrEqual(8);
    expect(commits.reduce((sum, writes) => sum + writes, 0)).toBe(64);
    await store.close();
  });

  it('share it again when their writers go on at once', async () => {
    const commits: number[] = [];
    const store = await openSqliteStore(newFolder(), {
      onCommit: (writes) => commits.push(writes),
    });

    await Promise.all(
      streams.map(async (stream) => {
        for (let after = -1; after < 9; after += 1)
          await store.append(stream, after, keptRecords(stream, after, 1));
      }),
    );

    expect(commits.length).toBeLessThanOrEqual(80);
    for (const stream of streams) expect(await store.head(stream)).toBe(9);
    await store.close();
  });

  it('follow each other on one ledger inside one commit', async () => {
    const commits: number[] = [];
    const store = await openSqliteStore(newFolder(), {
      onCommit: (writes) => commits.push(writes),
    });
    const stream = { category: 'poaLedger', id: '41-SENAVEX-2020' };

    const outcomes = await Promise.all([
      store.append(stream, -1, keptRecords(stream, -1, 2)),
      store.append(stream, 1, keptRecords(stream, 1, 1)),
      store.append(stream, 1, keptRecords(stream, 1, 1)),
      store.append(stream, 2, keptRecords(stream, 2, 1)),
    ]);

    expect(outcomes).toEqual([
      { outcome: 'appended' },
      { outcome: 'appended' },
      { outcome: 'conflict', actual: 2 },
      { outcome: 'appended' },
    ]);
    expect(commits).toEqual([4]);
    expect(await readAll(store, stream)).toHaveLength(4);
    await store.close();
  });

  it('do not fall with one that cannot be written', async () => {
    const store = await openSqliteStore(newFolder());
    const [first, bad, last] = streams;
    if (first === undefined || bad === undefined || last === undefined) throw new Error();
    const broken = keptRecords(bad, -1, 2).map((record) => ({
      ...record,
      text: record.revision === 0 ? record.text : (null as unknown as string),
    }));

    const [one, two, three] = await Promise.allSettled([
      store.append(first, -1, keptRecords(first, -1, 1)),
      store.append(bad, -1, broken),
      store.append(last, -1, keptRecords(last, -1, 1)),
    ]);

    expect([one.status, two.status, three.status]).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await store.head(bad)).toBe(-1);
    expect(await store.head(first)).toBe(0);
    expect(await store.head(last)).toBe(0);
    await store.close();
  });
});
