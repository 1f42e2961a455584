import { existsSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { openSqliteStore } from '../../src/adapters/sqlite/open-sqlite-store.ts';
import { sqliteRestores } from '../../src/adapters/sqlite/restore-store.ts';
import type { LedgerId } from '../../src/catalogue/codes.ts';
import { backupIn, restored } from '../support/backups.ts';
import { changeFile } from '../support/change-file.ts';
import { codeOf } from '../support/code-of.ts';
import { temporaryFolders } from '../support/folders.ts';
import { otherId, sampleId } from '../support/two-ledgers.ts';

const newFolder = temporaryFolders();

describe('sqlite: a restore is refused', () => {
  const wrongRoot = '0'.repeat(64);

  it.each([
    ['nothing', ''],
    ['a text', 'no es una copia\n'.repeat(100)],
    ['a few letters', 'SQLite format 3\0'],
  ])('of a file of %s', async (_, text) => {
    const folder = join(newFolder(), 'target');
    const file = join(newFolder(), 'text');
    writeFileSync(file, text);

    expect(await codeOf(restored(file, folder))).toBe('BACKUP_NOT_RECOGNISED');
    expect(existsSync(folder)).toBe(false);
  });

  it('of the database of another program', async () => {
    const folder = join(newFolder(), 'target');
    const file = join(newFolder(), 'notes.sqlite');
    changeFile(file, 'CREATE TABLE notes (text TEXT)');

    expect(await codeOf(restored(file, folder))).toBe('BACKUP_NOT_RECOGNISED');
    expect(existsSync(folder)).toBe(false);
  });

  it('of a file that is not there, or is a folder', async () => {
    const folder = join(newFolder(), 'target');

    expect(await codeOf(restored(join(newFolder(), 'none'), folder))).toBe('FILE_NOT_FOUND');
    expect(await codeOf(restored(newFolder(), folder))).toBe('FILE_NOT_FOUND');
    expect(existsSync(folder)).toBe(false);
  });

  it.each([
    ['PRAGMA user_version = 2', 'BACKUP_FROM_NEWER_VERSION'],
    ['PRAGMA user_version = 0', 'BACKUP_DAMAGED'],
    ['DROP TABLE files', 'BACKUP_DAMAGED'],
    ["UPDATE records SET root = replace(root, '0', '1') WHERE revision = 7", 'BACKUP_DAMAGED'],
    ["UPDATE files SET bytes = x'00'", 'BACKUP_DAMAGED'],
    ['DELETE FROM files', 'BACKUP_DAMAGED'],
  ])('of a backup with %s', async (sql, code) => {
    const { file } = await backupIn(newFolder());
    changeFile(file, sql);
    const folder = join(newFolder(), 'deep', 'target');

    expect(await codeOf(restored(file, folder))).toBe(code);
    expect(existsSync(join(folder, '..'))).toBe(false);
  });

  it.each([5_000, 20_000, 60_000])('of a backup cut off at %i bytes', async (size) => {
    const { file } = await backupIn(newFolder());
    truncateSync(file, size);
    const folder = newFolder();

    expect(await codeOf(restored(file, folder))).toBe('BACKUP_DAMAGED');
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([
    [{ ledger: '41-NADA-2020' as LedgerId }, 'BACKUP_OF_OTHER_STORE'],
    [{ ledger: sampleId, head: { revision: 20, root: wrongRoot } }, 'HEAD_DIFFERS'],
    [{ ledger: otherId, head: { revision: 20, root: wrongRoot } }, 'HEAD_MISSING'],
    [{ head: { revision: 20, root: wrongRoot } }, 'LEDGER_NOT_CHOSEN'],
  ])('of another store than is said: %j', async (said, code) => {
    const { file } = await backupIn(newFolder());
    const folder = newFolder();

    expect(await codeOf(restored(file, folder, said))).toBe(code);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('into a folder where something is, or a file', async () => {
    const { file } = await backupIn(newFolder());
    const folder = newFolder();
    writeFileSync(join(folder, 'algo'), '');

    expect(await codeOf(restored(file, folder))).toBe('TARGET_EXISTS');
    expect(await codeOf(restored(file, join(folder, 'algo')))).toBe('TARGET_EXISTS');
    expect(readdirSync(folder)).toEqual(['algo']);
  });

  it('where a store came while it was made, which stays', async () => {
    const { file } = await backupIn(newFolder());
    const folder = newFolder();
    const draft = await sqliteRestores.restore(file, folder);
    await (await openSqliteStore(folder)).close();

    expect(await codeOf(draft.publish())).toBe('TARGET_EXISTS');
    await draft.discard();
    const store = await openSqliteStore(folder, { mustExist: true });
    expect(await store.streams('poaLedger')).toEqual([]);
    await store.close();
    expect(readdirSync(folder)).toEqual(['poa.sqlite']);
  });

  it('below a file', async () => {
    const { file } = await backupIn(newFolder());
    const folder = newFolder();
    writeFileSync(join(folder, 'file'), '');

    expect(await codeOf(restored(file, join(folder, 'file', 'below')))).toBe('TARGET_EXISTS');
    expect(readdirSync(folder)).toEqual(['file']);
  });
});
