import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';

import { describe, expect, it } from '@jest/globals';

import { openSqliteStore } from '../../src/adapters/sqlite/open-sqlite-store.ts';
import { changeDatabase } from '../support/change-database.ts';
import { runChild } from '../support/child.ts';
import { closedStore, closedStream as stream } from '../support/closed-store.ts';
import { codeOf } from '../support/code-of.ts';
import { readAll } from '../support/collecting.ts';
import { temporaryFolders } from '../support/folders.ts';
import { keptRecords } from '../support/kept-records.ts';

const newFolder = temporaryFolders();

describe('sqlite: a file kept', () => {
  it('that was changed is damage', async () => {
    const folder = await closedStore(newFolder());
    changeDatabase(folder, "UPDATE files SET bytes = x'010204'");
    const store = await openSqliteStore(folder);

    const sha256 = '039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81';
    expect(await codeOf(store.find(sha256))).toBe('STORE_DAMAGED');
    await store.close();
  });
});

describe('sqlite: a store that another process holds', () => {
  it('is refused after the deadline, with nothing written and the event loop free', async () => {
    const folder = await closedStore(newFolder());
    const store = await openSqliteStore(folder, { waitMillisecondsMax: 200 });
    const holder = new DatabaseSync(join(folder, 'poa.sqlite'));
    holder.exec('BEGIN IMMEDIATE');
    let ticks = 0;
    const ticking = setInterval(() => (ticks += 1), 10);
    const begun = performance.now();

    const codes = await Promise.all([
      codeOf(store.append(stream, 2, keptRecords(stream, 2, 1))),
      codeOf(store.keep(Uint8Array.of(9))),
    ]);

    clearInterval(ticking);
    expect(codes).toEqual(['STORE_LOCKED', 'STORE_LOCKED']);
    expect(performance.now() - begun).toBeGreaterThanOrEqual(200);
    expect(performance.now() - begun).toBeLessThan(2_000);
    expect(ticks).toBeGreaterThanOrEqual(5);
    expect(await readAll(store, stream)).toHaveLength(3);

    holder.exec('ROLLBACK');
    holder.close();
    expect(await store.append(stream, 2, keptRecords(stream, 2, 1))).toEqual({
      outcome: 'appended',
    });
    await store.close();
  });

  it('is waited for until then', async () => {
    const folder = await closedStore(newFolder());
    const store = await openSqliteStore(folder, { waitMillisecondsMax: 5_000 });
    const holder = new DatabaseSync(join(folder, 'poa.sqlite'));
    holder.exec('BEGIN IMMEDIATE');
    const waiting = store.append(stream, 2, keptRecords(stream, 2, 1));
    await sleep(100);
    holder.exec('ROLLBACK');

    expect(await waiting).toEqual({ outcome: 'appended' });
    holder.close();
    await store.close();
  });

  it('for itself alone cannot be opened', async () => {
    const folder = await closedStore(newFolder());
    const holder = new DatabaseSync(join(folder, 'poa.sqlite'));
    holder.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');

    expect(await codeOf(openSqliteStore(folder, { waitMillisecondsMax: 100 }))).toBe(
      'STORE_LOCKED',
    );
    holder.close();
  });
});

describe('sqlite: a full disk', () => {
  it('refuses, with nothing written of that append, and goes on when there is room', async () => {
    const folder = await closedStore(newFolder());
    const store = await openSqliteStore(folder, { pagesMax: 60 });

    const large = keptRecords(stream, 2, 50, 'x'.repeat(10_000));
    expect(await codeOf(store.append(stream, 2, large))).toBe('STORE_FULL');
    expect(await codeOf(store.keep(new Uint8Array(500_000)))).toBe('STORE_FULL');

    expect(await store.head(stream)).toBe(2);
    expect(await readAll(store, stream)).toHaveLength(3);
    expect(await store.append(stream, 2, keptRecords(stream, 2, 1))).toEqual({
      outcome: 'appended',
    });
    await store.close();

    const roomy = await openSqliteStore(folder);
    expect(await roomy.append(stream, 3, keptRecords(stream, 3, 50, 'x'.repeat(10_000)))).toEqual({
      outcome: 'appended',
    });
    await roomy.close();
  });

  it('answers each of many that wait together for itself, whole or not at all', async () => {
    const store = await openSqliteStore(newFolder(), { pagesMax: 60 });
    const streams = Array.from({ length: 64 }, (_, index) => ({
      category: 'poaLedger',
      id: String(index),
    }));

    const codes = await Promise.all(
      streams.map((each) =>
        codeOf(store.append(each, -1, keptRecords(each, -1, 2, 'x'.repeat(3_000)))),
      ),
    );

    expect(new Set(codes)).toEqual(new Set(['not refused', 'STORE_FULL']));
    for (const [index, each] of streams.entries())
      expect(await readAll(store, each)).toHaveLength(codes[index] === 'STORE_FULL' ? 0 : 2);
    await store.close();
  });

  it('that shows only in the commit leaves the outcome unknown, and what was acknowledged there', async () => {
    const child = runChild('append-until-refused.ts', [newFolder()], { blocksMax: 1_000 });
    const [line = ''] = await child.ended;
    const { acknowledged, last, again, read } = JSON.parse(line) as Record<string, unknown>;

    expect(acknowledged).toBeGreaterThan(2);
    expect(last).toBe('unknown');
    expect(again).toBe('unknown');
    expect(read).toBe(Number(acknowledged) + 1);
  });
});
