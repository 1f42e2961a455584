import { existsSync, mkdirSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { describe, expect, it } from '@jest/globals';

import { createDatabase } from '../../src/adapters/sqlite/create-database.ts';
import { openSqliteStore } from '../../src/adapters/sqlite/open-sqlite-store.ts';
import { changeDatabase } from '../support/change-database.ts';
import { closedStore, closedStream } from '../support/closed-store.ts';
import { codeOf } from '../support/code-of.ts';
import { temporaryFolders } from '../support/folders.ts';

const newFolder = temporaryFolders();

describe('sqlite: opening', () => {
  it('makes the folder and one file, and leaves nothing else behind', async () => {
    const folder = await closedStore(newFolder());

    expect(readdirSync(folder)).toEqual(['poa.sqlite']);
  });

  it('refuses a store that is not there where it must be, and creates nothing', async () => {
    const folder = join(newFolder(), 'none');

    expect(await codeOf(openSqliteStore(folder, { mustExist: true }))).toBe('STORE_NOT_FOUND');
    expect(await codeOf(openSqliteStore(folder, { readOnly: true }))).toBe('STORE_NOT_FOUND');
    expect(existsSync(folder)).toBe(false);
  });

  it('refuses a folder that is a file', async () => {
    const file = join(newFolder(), 'file');
    writeFileSync(file, 'x');

    expect(await codeOf(openSqliteStore(file))).toBe('STORE_DAMAGED');
    expect(await codeOf(openSqliteStore(join(file, 'below')))).toBe('STORE_DAMAGED');
  });

  it('refuses a store of a newer version and leaves it alone', async () => {
    const folder = await closedStore(newFolder());
    changeDatabase(folder, 'PRAGMA user_version = 2');

    expect(await codeOf(openSqliteStore(folder))).toBe('STORE_FROM_NEWER_VERSION');
    expect(await codeOf(openSqliteStore(folder, { readOnly: true }))).toBe(
      'STORE_FROM_NEWER_VERSION',
    );
  });

  it.each([
    ['of another program', 'PRAGMA application_id = 7'],
    ['of no program', 'PRAGMA application_id = 0'],
    ['without its tables', 'DROP TABLE records'],
    ['of no version', 'PRAGMA user_version = 0'],
  ])('refuses a database %s', async (_, sql) => {
    const folder = await closedStore(newFolder());
    changeDatabase(folder, sql);

    expect(await codeOf(openSqliteStore(folder))).toBe('STORE_DAMAGED');
  });

  it('does not change the database of another program', async () => {
    const folder = newFolder();
    const database = new DatabaseSync(join(folder, 'poa.sqlite'));
    database.exec('CREATE TABLE notes (text TEXT)');

    expect(await codeOf(openSqliteStore(folder))).toBe('STORE_DAMAGED');

    expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'delete' });
    database.close();
  });

  it.each([
    ['nothing', ''],
    ['a few letters', 'no es una base'],
    ['many letters', 'no es una base de datos\n'.repeat(1_000)],
  ])('refuses a file of %s', async (_, text) => {
    const folder = newFolder();
    writeFileSync(join(folder, 'poa.sqlite'), text);

    expect(await codeOf(openSqliteStore(folder))).toBe('STORE_DAMAGED');
    expect(await codeOf(openSqliteStore(folder, { readOnly: true }))).toBe('STORE_DAMAGED');
  });

  it.each([0, 50, 600, 4_096, 40_000])('refuses a file cut off at %i bytes', async (size) => {
    const folder = await closedStore(newFolder(), 500);
    const file = join(folder, 'poa.sqlite');
    expect(statSync(file).size).toBeGreaterThan(200_000);
    truncateSync(file, size);

    expect(await codeOf(openSqliteStore(folder))).toBe('STORE_DAMAGED');
    expect(await codeOf(openSqliteStore(folder, { readOnly: true }))).toBe('STORE_DAMAGED');
  });

  it('refuses a folder in place of the file', async () => {
    const folder = newFolder();
    mkdirSync(join(folder, 'poa.sqlite'));

    expect(await codeOf(openSqliteStore(folder))).toBe('STORE_NOT_READABLE');
  });

  it('does not replace a store that another process began a moment earlier', async () => {
    const folder = await closedStore(newFolder());

    createDatabase(folder, join(folder, 'poa.sqlite'));

    const store = await openSqliteStore(folder);
    expect(await store.head(closedStream)).toBe(2);
    await store.close();
    expect(readdirSync(folder)).toEqual(['poa.sqlite']);
  });
});
