import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from '@jest/globals';
import { openSqliteStore } from '../../src/adapters/sqlite/open-sqlite-store.ts';
import { refusalHere } from '../support/poa-in-process.ts';
import { poa, refusalOf, runPoa, samples } from '../support/run-poa.ts';
import { sampleStores } from '../support/sample-stores.ts';
import { storeContent } from '../support/store-content.ts';

const stores = sampleStores();
const progress = ['progress', '11.01.10', '--on', '2020-12-31', '--accumulated', '50'];

/** The administrator may write whatever the files say: the reader is another user then. */
const reader = process.getuid?.() === 0 ? { user: 65_534 } : {};

const databaseIn = (folder: string): string => join(folder, 'poa.sqlite');

const folderWith = (bytes: Uint8Array | string): string => {
  const folder = stores.fresh();
  mkdirSync(folder);
  writeFileSync(databaseIn(folder), bytes);
  return folder;
};

/** A copy of the store that was changed behind the program's back. */
const changed = (sql: string): string => {
  const folder = stores.copy();
  const database = new DatabaseSync(databaseIn(folder));
  database.exec(sql);
  database.close();
  return folder;
};

/** Whoever finds a store like this is told, reading and writing, and leaves it as it is. */
const refusesAll = async (folder: string, expected: object): Promise<void> => {
  const before = readFileSync(databaseIn(folder));
  expect(await refusalHere(folder, ['view', 'group'])).toMatchObject(expected);
  expect(await refusalHere(folder, progress)).toMatchObject(expected);
  expect(readFileSync(databaseIn(folder)).equals(before)).toBe(true);
};

describe('a store that is damaged', () => {
  const damaged = { code: 'STORE_DAMAGED', exit: 7 };

  it.each([
    ['is empty', ''],
    ['is no database', 'esto no es una base de datos\n'.repeat(500)],
  ])('because its file %s', async (_why, content) => {
    await refusesAll(folderWith(content), {
      ...damaged,
      detail: expect.stringMatching(/^el almacén \S+ está dañado o no es un almacén: /),
    });
  });

  it('because it is the database of another program', async () => {
    const folder = folderWith('');
    const database = new DatabaseSync(databaseIn(folder));
    database.exec('CREATE TABLE streams (id)');
    database.close();
    await refusesAll(folder, damaged);
  });

  it('because its file was cut off', async () => {
    const bytes = readFileSync(databaseIn(stores.shared()));
    await refusesAll(folderWith(bytes.subarray(0, bytes.length - 40_000)), { exit: 7 });
  });

  it('because it lacks a table', async () => {
    await refusesAll(changed('DROP TABLE files'), damaged);
  });

  it('because a record is no JSON', async () => {
    const folder = changed(`UPDATE records SET text = '{' WHERE revision = 3`);
    await refusesAll(folder, { code: 'LEDGER_DAMAGED', exit: 7 });
  });
});

it('a store from a newer version is left alone', async () => {
  await refusesAll(changed('PRAGMA user_version = 99'), {
    code: 'STORE_FROM_NEWER_VERSION',
    exit: 6,
    detail: expect.stringMatching(/es de una versión más nueva \(99\) de este programa$/),
  });
});

it('a store that another process has locked is waited for, then refused', async () => {
  const folder = stores.copy();
  const before = storeContent(folder);
  const database = new DatabaseSync(databaseIn(folder));
  database.exec('BEGIN IMMEDIATE');
  const refusal = await refusalOf(folder, progress);
  expect(refusal).toMatchObject({ code: 'STORE_LOCKED', exit: 6 });
  expect(refusal.detail).toMatch(/^otro proceso tiene ocupado el almacén /);
  expect(await poa(folder, 'view', 'group')).toContain('10,784,709.47');
  database.exec('ROLLBACK');
  database.close();
  expect(storeContent(folder)).toEqual(before);
});

describe('a store that a user may only read', () => {
  const readOnly = (): string => {
    const folder = stores.copy();
    for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o444);
    chmodSync(folder, 0o555);
    return folder;
  };

  it('is read by a user who can run the program at all', async () => {
    expect(await runPoa(stores.shared(), ['--help'], reader)).toMatchObject({ code: 0, err: '' });
    const folder = readOnly();
    const { code, out, err } = await runPoa(folder, ['view', 'group'], reader);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('10,784,709.47');
    expect((await runPoa(folder, ['verify'], reader)).out).toContain('coherente');
    expect((await runPoa(folder, [...progress, '--dry-run'], reader)).code).toBe(0);
    expect(readdirSync(folder)).toEqual(['poa.sqlite']);
  });

  it('refuses to be written to', async () => {
    const folder = readOnly();
    const before = readFileSync(databaseIn(folder));
    const expected = {
      code: 'STORE_NOT_WRITABLE',
      exit: 6,
      detail: `el almacén ${folder} es de solo lectura para este usuario`,
    };
    expect(await refusalOf(folder, progress, reader)).toMatchObject(expected);
    const file = join(folder, '..', 'other-form.txt');
    writeFileSync(file, readFileSync(samples.form, 'utf8').replaceAll('13/01/20', '14/01/20'));
    const imported = await refusalOf(folder, ['import', file], reader);
    expect(imported).toMatchObject(expected);
    expect(readFileSync(databaseIn(folder)).equals(before)).toBe(true);
  });

  it('is not made where the folder does not allow it', async () => {
    const parent = stores.fresh();
    mkdirSync(parent);
    chmodSync(parent, 0o555);
    const folder = join(parent, 'data');
    const refusal = await refusalOf(folder, ['import', samples.form], reader);
    expect(refusal).toMatchObject({ code: 'STORE_NOT_WRITABLE', exit: 6 });
    expect(existsSync(folder)).toBe(false);
  });

  it('that may not even be read says so', async () => {
    const folder = stores.copy();
    chmodSync(databaseIn(folder), 0);
    const refusal = await refusalOf(folder, ['view', 'group'], reader);
    expect(refusal).toMatchObject({ code: 'STORE_NOT_READABLE', exit: 6 });
  });
});

describe('a disk that is full', () => {
  it('takes nothing of a file that does not fit', async () => {
    const folder = stores.fresh();
    await poa(folder, 'import', samples.budget, '--assume-source', 'TGN');
    const before = storeContent(folder);
    const file = join(folder, '..', 'long-form.txt');
    writeFileSync(file, `${readFileSync(samples.form, 'utf8')}${'\n'.repeat(100_000)}`);
    const refusal = await refusalOf(folder, ['import', file], { blocksMax: 65 });
    expect(refusal).toMatchObject({ code: 'STORE_FULL', exit: 6 });
    expect(refusal.detail).toBe(
      `no hay espacio para escribir en el almacén ${folder}: nada se escribió`,
    );
    expect(storeContent(folder)).toEqual(before);
    await poa(folder, 'import', file);
  });

  it('takes nothing of records that do not fit, although their file did', async () => {
    const folder = stores.fresh();
    await poa(folder, 'import', samples.budget, '--assume-source', 'TGN');
    const before = storeContent(folder);
    expect(await refusalOf(folder, ['import', samples.form], { blocksMax: 65 })).toMatchObject({
      kind: 'unavailable',
      exit: 6,
    });
    expect(storeContent(folder)?.heads).toEqual(before?.heads);
    await poa(folder, 'import', samples.form);
  });

  it('takes nothing of a record that does not fit', async () => {
    const folder = stores.fresh();
    await poa(folder, 'open', '--entity', '41', '--sigla', 'X', '--year', '2020');
    const before = storeContent(folder);
    const lines = Array.from({ length: 500 }, (_, index) => ['--line', `:${20_000 + index}:TGN:1`]);
    const program = ['program', '--on', '2020-01-01', ...lines.flat()];
    const refusal = await refusalHere(folder, program, async (path) => ({
      store: await openSqliteStore(path, { pagesMax: 1 }),
    }));
    expect(refusal).toMatchObject({ code: 'STORE_FULL', exit: 6 });
    expect(storeContent(folder)).toEqual(before);
    await poa(folder, ...program);
  });

  it('gets no store that is only begun', async () => {
    const folder = stores.fresh();
    const refusal = await refusalOf(folder, ['import', samples.form], { blocksMax: 8 });
    expect(refusal).toMatchObject({ code: 'STORE_FULL', exit: 6 });
    expect(existsSync(folder) ? readdirSync(folder) : []).toEqual([]);
  });
});
