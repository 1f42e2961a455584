import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { changeFile } from '../support/change-file.ts';
import { poa, poaJson, refusalOf } from '../support/run-poa.ts';
import { sampleStores } from '../support/sample-stores.ts';
import { storeContent } from '../support/store-content.ts';

jest.setTimeout(30_000);
const stores = sampleStores();

interface Verified {
  readonly rows: readonly { readonly records: number; readonly root: string }[];
}

let file = '';

beforeAll(async () => {
  file = `${stores.fresh()}.bak`;
  await poa(stores.shared(), 'backup', file);
});

describe('backup and restore', () => {
  it('bring back the same history, files and figures', async () => {
    const folder = join(stores.fresh(), 'below');
    const said = await poa(folder, 'restore', file);

    expect(said).toContain(`${folder}: rehecho de ${file}\n`);
    expect(said).toContain('41-SENAVEX-2020: 49 registros, cabeza 48:');
    expect(storeContent(folder)).toEqual(storeContent(stores.shared()));
    const form = ['form-5b', '--cutoff', '2020-12-31'];
    expect(await poa(folder, ...form)).toBe(await poa(stores.shared(), ...form));
    expect(await poa(folder, 'verify')).toBe(await poa(stores.shared(), 'verify'));
  });

  it('go on while others write, with all that was answered before', async () => {
    const store = stores.copy();
    const control = (mode: string) =>
      poa(store, 'control', '--mode', mode, '--level', 'cell', '--reason', mode);
    const writing = (async () => {
      for (let time = 0; time < 3; time += 1) await control(time % 2 === 0 ? 'warn' : 'block');
    })();
    const copies = await Promise.all(
      [1, 2, 3].map(async () => {
        const { rows } = await poaJson<Verified>(store, 'verify');
        const own = `${stores.fresh()}.bak`;
        const saved = await poaJson<Verified>(store, 'backup', own);
        expect(saved.rows[0]?.records).toBeGreaterThanOrEqual(rows[0]?.records ?? 0);
        return { own, saved };
      }),
    );
    await writing;

    for (const { own, saved } of copies) {
      const again = await poaJson<Verified>(stores.fresh(), 'restore', own);
      expect(again.rows).toEqual(saved.rows);
    }
  });

  it('compare a head kept outside', async () => {
    const { rows } = await poaJson<Verified>(stores.shared(), 'verify');
    const head = `48:${rows[0]?.root ?? ''}`;

    expect(await poa(stores.fresh(), 'restore', file, '--head', head)).toContain(
      'sin alteraciones hasta la cabeza',
    );
    const folder = stores.fresh();
    const wrong = ['restore', file, '--head', `48:${'0'.repeat(64)}`];
    expect(await refusalOf(folder, wrong)).toMatchObject({ code: 'HEAD_DIFFERS', exit: 7 });
    const beyond = ['restore', file, '--head', `49:${'0'.repeat(64)}`];
    expect(await refusalOf(folder, beyond)).toMatchObject({ code: 'HEAD_MISSING', exit: 7 });
    expect(existsSync(folder)).toBe(false);
  });

  it('never write over what is there', async () => {
    const bytes = readFileSync(file);
    const store = stores.copy();

    expect(await refusalOf(stores.shared(), ['backup', file])).toEqual({
      code: 'TARGET_EXISTS',
      kind: 'conflict',
      detail: `no se escribe sobre lo que ya está: ${file} ya existe`,
      facts: { path: file, found: 'ya existe' },
      exit: 5,
    });
    expect(readFileSync(file)).toEqual(bytes);
    expect(await refusalOf(store, ['restore', file])).toMatchObject({
      code: 'TARGET_EXISTS',
      detail: `no se escribe sobre lo que ya está: ${store} tiene poa.sqlite`,
    });
    expect(storeContent(store)).toEqual(storeContent(stores.shared()));
  });

  it('need a store, a disk with room, and a folder', async () => {
    const none = stores.fresh();
    expect(await refusalOf(none, ['backup', `${none}.bak`])).toMatchObject({
      code: 'STORE_NOT_FOUND',
      exit: 3,
    });
    const full = `${stores.fresh()}.bak`;
    const small = { blocksMax: 100 };
    expect(await refusalOf(stores.shared(), ['backup', full], small)).toMatchObject({
      code: 'COPY_NOT_WRITABLE',
      exit: 6,
    });
    expect(await refusalOf(stores.shared(), ['backup', join(none, 'a.bak')])).toMatchObject({
      code: 'COPY_NOT_WRITABLE',
      detail: `no se puede escribir ${join(none, 'a.bak')}: no existe la carpeta; nada quedó escrito`,
    });
    expect(readdirSync(join(full, '..')).filter((name) => name.includes('.new'))).toEqual([]);
    expect(existsSync(full)).toBe(false);
  });

  it.each([
    ['una carta', undefined, 'BACKUP_NOT_RECOGNISED', 2],
    [undefined, 'PRAGMA application_id = 7', 'BACKUP_NOT_RECOGNISED', 2],
    [undefined, 'PRAGMA user_version = 9', 'BACKUP_FROM_NEWER_VERSION', 6],
    [undefined, "UPDATE records SET id = 'x' WHERE revision = 3", 'BACKUP_DAMAGED', 7],
  ])('refuse a file of %s with %s, and leave no trace', async (text, sql, code, exit) => {
    const folder = stores.fresh();
    const changed = `${folder}.bak`;
    cpSync(file, changed);
    if (text !== undefined) writeFileSync(changed, text);
    if (sql !== undefined) changeFile(changed, sql);

    const refusal = await refusalOf(folder, ['restore', changed]);

    expect(refusal).toMatchObject({ code, exit });
    expect(refusal.detail).toContain(changed);
    expect(existsSync(folder)).toBe(false);
  });

  it('refuse the backup of another store, and one that is not there', async () => {
    const folder = stores.fresh();

    expect(await refusalOf(folder, ['restore', file, '--ledger', '41-OTRA-2020'])).toMatchObject({
      code: 'BACKUP_OF_OTHER_STORE',
      detail: `la copia ${file} es de otro almacén: no tiene el libro 41-OTRA-2020; existen: 41-SENAVEX-2020`,
      exit: 4,
    });
    expect(await refusalOf(folder, ['restore', file, '--dry-run'])).toMatchObject({
      code: 'INVALID_COMMAND',
      exit: 2,
    });
    expect(await refusalOf(folder, ['restore', `${file}.none`])).toMatchObject({
      code: 'FILE_NOT_FOUND',
      exit: 3,
    });
    expect(existsSync(folder)).toBe(false);
  });
});
