import { chmodSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { describe, expect, it } from '@jest/globals';

import { openSqliteStore } from '../../src/adapters/sqlite/open-sqlite-store.ts';
import { ReadOnlyAccess } from '../../src/adapters/sqlite/read-only-access.ts';
import type { SqliteStore } from '../../src/adapters/sqlite/sqlite-store.ts';
import { runChild } from '../support/child.ts';
import { codeOf } from '../support/code-of.ts';
import { followUntil, readAll } from '../support/collecting.ts';
import { temporaryFolders } from '../support/folders.ts';
import { keptRecords } from '../support/kept-records.ts';

const newFolder = temporaryFolders();
const stream = { category: 'poaLedger', id: '41-SENAVEX-2020' };

/** The administrator may write whatever the files say: the reader is another user then. */
const reader = process.getuid?.() === 0 ? { user: 65_534 } : {};

const openWithRecords = async (folder: string): Promise<SqliteStore> => {
  const store = await openSqliteStore(folder);
  await store.append(stream, -1, keptRecords(stream, -1, 3));
  return store;
};

const mayOnlyRead = (folder: string): void => {
  for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o444);
  chmodSync(folder, 0o555);
};

const mayWriteAgain = (folder: string): void => {
  chmodSync(folder, 0o755);
  for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o644);
};

const readsAndIsRefused = {
  read: [0, 1, 2],
  append: 'STORE_NOT_WRITABLE',
  keep: 'STORE_NOT_WRITABLE',
};

/** What the reader says of a store in that folder. */
const tried = async (folder: string): Promise<unknown> => {
  const [line = ''] = await runChild('read-and-try.ts', [folder], reader).ended;
  return JSON.parse(line);
};

describe('sqlite: who may only read', () => {
  it('reads a store that is closed', async () => {
    const folder = newFolder();
    await (await openWithRecords(folder)).close();
    mayOnlyRead(folder);

    expect(await tried(folder)).toEqual(readsAndIsRefused);
    expect(readdirSync(folder)).toEqual(['poa.sqlite']);
    mayWriteAgain(folder);
  });

  it('reads a store whose file alone is closed to it, and leaves nothing in the folder', async () => {
    const folder = newFolder();
    await (await openWithRecords(folder)).close();
    chmodSync(join(folder, 'poa.sqlite'), 0o444);
    chmodSync(folder, 0o777);

    expect(await tried(folder)).toEqual(readsAndIsRefused);
    expect(readdirSync(folder)).toEqual(['poa.sqlite']);
  });

  it('reads a store that another process is writing', async () => {
    const folder = newFolder();
    const store = await openWithRecords(folder);
    mayOnlyRead(folder);

    expect(await tried(folder)).toEqual(readsAndIsRefused);
    mayWriteAgain(folder);
    await store.close();
  });

  it('reads all of a store whose writer was killed', async () => {
    const folder = newFolder();
    await runChild('append-and-die.ts', [folder]).ended;
    mayOnlyRead(folder);

    expect(readdirSync(folder)).toContain('poa.sqlite-wal');
    expect(await tried(folder)).toEqual(readsAndIsRefused);
    mayWriteAgain(folder);
  });

  it('is refused half a store: without its log records would be missing', async () => {
    const folder = newFolder();
    await runChild('append-and-die.ts', [folder]).ended;
    rmSync(join(folder, 'poa.sqlite-shm'));
    mayOnlyRead(folder);

    expect(await tried(folder)).toBe('STORE_NOT_READABLE');
    mayWriteAgain(folder);
  });

  it('sees what a writer appends that began later', async () => {
    const folder = newFolder();
    await (await openWithRecords(folder)).close();
    chmodSync(folder, 0o755);
    const child = runChild('read-and-try.ts', [folder, '9'], reader);
    if (reader.user === undefined) return;
    await child.printed(1);

    for (let after = 2; after < 8; after += 2) {
      const store = await openSqliteStore(folder);
      await store.append(stream, after, keptRecords(stream, after, 2));
      await store.close();
    }

    const [first = '', second = ''] = await child.ended;
    expect(JSON.parse(first)).toEqual(readsAndIsRefused);
    expect(JSON.parse(second)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('is told where a store cannot be made or looked for', async () => {
    const folder = newFolder();
    chmodSync(folder, 0o555);
    expect(await tried(folder)).toBe('STORE_NOT_WRITABLE');
    expect(await tried(join(folder, 'below'))).toBe('STORE_NOT_WRITABLE');
    chmodSync(folder, 0o000);
    expect(await tried(folder)).toBe('STORE_NOT_READABLE');
    chmodSync(folder, 0o755);
  });

  it('is told where the file is closed to it', async () => {
    const folder = newFolder();
    await (await openWithRecords(folder)).close();
    chmodSync(join(folder, 'poa.sqlite'), 0o000);

    expect(await tried(folder)).toBe('STORE_NOT_READABLE');
  });
});

describe('sqlite: a store opened to read only', () => {
  it('reads and follows, and refuses to write', async () => {
    const folder = newFolder();
    const writer = await openWithRecords(folder);
    const store = await openSqliteStore(folder, { readOnly: true });
    const following = followUntil(store, 'poaLedger', 4);
    await writer.append(stream, 2, keptRecords(stream, 2, 1));

    expect((await following).map(({ record }) => record.revision)).toEqual([0, 1, 2, 3]);
    expect(await readAll(store, stream)).toHaveLength(4);
    expect(await codeOf(store.append(stream, 3, keptRecords(stream, 3, 1)))).toBe(
      'STORE_NOT_WRITABLE',
    );
    await Promise.all([store.close(), writer.close()]);
  });

  it('outlives its writers, and they it', async () => {
    const folder = newFolder();
    await (await openWithRecords(folder)).close();
    const store = await openSqliteStore(folder, { readOnly: true });
    expect(await store.head(stream)).toBe(2);

    for (let after = 2; after < 12; after += 1) {
      const writer = await openSqliteStore(folder);
      await writer.append(stream, after, keptRecords(stream, after, 1));
      if (after % 2 === 0) expect(await store.head(stream)).toBe(after + 1);
      await writer.close();
      expect(await store.head(stream)).toBe(after + 1);
    }
    await store.close();
  });

  it.each([
    ['is still at work', (): void => undefined],
    [
      'is gone again',
      (writer: DatabaseSync): void => {
        writer.close();
      },
    ],
  ])('throws away what it read at rest while a writer began that %s', async (_, end) => {
    const folder = newFolder();
    await (await openWithRecords(folder)).close();
    const access = new ReadOnlyAccess(join(folder, 'poa.sqlite'));
    const writer = new DatabaseSync(join(folder, 'poa.sqlite'), { open: false });

    expect(() =>
      access.read((connection) => {
        writer.open();
        writer.exec("UPDATE records SET text = 'changed'");
        end(writer);
        return connection.value('SELECT text FROM records');
      }),
    ).toThrow('a writer began');

    expect(access.read((connection) => connection.value('SELECT text FROM records'))).toBe(
      'changed',
    );
    access.close();
    if (writer.isOpen) writer.close();
  });
});
