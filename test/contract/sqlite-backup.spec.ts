import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { openSqliteStore } from '../../src/adapters/sqlite/open-sqlite-store.ts';
import { backUpStore } from '../../src/application/back-up-store.ts';
import { backedUp, backupIn, filled, restored } from '../support/backups.ts';
import { changeFile } from '../support/change-file.ts';
import { runChild } from '../support/child.ts';
import { codeOf } from '../support/code-of.ts';
import { temporaryFolders } from '../support/folders.ts';
import { serviceOver } from '../support/service-over.ts';
import { opening } from '../support/spending.ts';
import { sampleId } from '../support/two-ledgers.ts';

const newFolder = temporaryFolders();

describe('sqlite: a backup', () => {
  it('is one file, and what is restored from it has the same heads', async () => {
    const { file, rows } = await backupIn(newFolder());
    const folder = join(newFolder(), 'below', 'another');
    const again = await restored(file, folder);

    expect(readdirSync(join(file, '..'))).toEqual(['poa.bak', 'store']);
    expect(readdirSync(folder)).toEqual(['poa.sqlite']);
    expect(rows).toMatchObject([
      { ledger: '41-SENAVEX-2020', verified: { records: 49 } },
      { ledger: '41-OTRA-2020', verified: { records: 1 } },
    ]);
    expect(again).toMatchObject({ rows, files: 2, damage: [] });
    const store = await openSqliteStore(folder, { mustExist: true });
    expect(await store.head({ category: 'poaLedger', id: sampleId })).toBe(48);
    await store.close();
  });

  it('of a store that another process is writing holds all that was answered before', async () => {
    const folder = newFolder();
    const store = await openSqliteStore(folder);
    for (const request of opening('999999.00')) await serviceOver(store).ledgers.change(request);
    const child = runChild('spend.ts', [folder, 'k', '8', '10000']);
    await child.printed(40);

    for (let time = 0; time < 5; time += 1) {
      const answered = Math.max(...child.lines.map((line) => Number(line.split(' ')[1])));
      const file = join(newFolder(), 'poa.bak');
      const { rows, damage } = await backUpStore(store, file);
      const { rows: again } = await restored(file, join(newFolder(), 'restored'));

      expect(damage).toEqual([]);
      expect(rows[0]?.damage).toEqual([]);
      expect(rows[0]?.verified?.records).toBeGreaterThan(answered);
      expect(again).toEqual(rows);
    }
    const before = child.lines.length;
    await child.printed(before + 40);
    expect(child.lines.length).toBeGreaterThanOrEqual(before + 40);
    child.process.kill('SIGKILL');
    await child.ended;
    await store.close();
  }, 30_000);

  it.each([
    ['at rest', false],
    ['in use', true],
  ])('is made by who may only read a store %s', async (_, isInUse) => {
    const folder = await filled(newFolder());
    const writer = isInUse ? await openSqliteStore(folder) : undefined;
    await writer?.keep(Uint8Array.of(1));
    const file = join(newFolder(), 'poa.bak');
    const { rows, files } = await backedUp(folder, file, { readOnly: true });

    expect(rows[0]?.verified?.records).toBe(49);
    expect(files).toBe(isInUse ? 3 : 2);
    await writer?.close();
  });

  it('of a store whose writer was killed holds what stands in its log', async () => {
    const folder = join(newFolder(), 'killed');
    await runChild('take-and-die.ts', [folder]).ended;
    const target = join(newFolder(), 'restored');

    const { rows } = await restored(join(folder, 'poa.sqlite'), target);

    expect(rows[0]?.verified?.records).toBe(53);
  });

  it('tells how far it is', async () => {
    const told: [number, number][] = [];
    const store = await openSqliteStore(await filled(newFolder()));
    await store.keep(new Uint8Array(9_000_000));
    await backUpStore(store, join(newFolder(), 'poa.bak'), (...progress) => told.push(progress));
    await store.close();

    expect(told.length).toBeGreaterThanOrEqual(2);
    for (const [copied, total] of told) expect(copied).toBeLessThan(total);
  });
});

describe('sqlite: a backup is refused', () => {
  it('over a file or a folder that is there', async () => {
    const folder = newFolder();
    const [file, below] = [join(folder, 'file'), join(folder, 'folder')];
    writeFileSync(file, 'algo');
    mkdirSync(below);
    const store = await filled(newFolder());

    expect(await codeOf(backedUp(store, file))).toBe('TARGET_EXISTS');
    expect(await codeOf(backedUp(store, below))).toBe('TARGET_EXISTS');
    expect(readFileSync(file, 'utf8')).toBe('algo');
    expect(readdirSync(folder)).toEqual(['file', 'folder']);
    expect(readdirSync(below)).toEqual([]);
  });

  it('over a file that came while it was made', async () => {
    const folder = newFolder();
    const file = join(folder, 'poa.bak');
    const store = await openSqliteStore(await filled(newFolder()));
    const draft = await store.backUp(file);
    writeFileSync(file, 'otro');

    expect(await codeOf(draft.publish())).toBe('TARGET_EXISTS');
    await draft.discard();
    expect(readdirSync(folder)).toEqual(['poa.bak']);
    expect(readFileSync(file, 'utf8')).toBe('otro');
    await store.close();
  });

  it('where it cannot be written', async () => {
    const folder = newFolder();
    const store = await filled(newFolder());

    expect(await codeOf(backedUp(store, join(folder, 'none', 'poa.bak')))).toBe(
      'COPY_NOT_WRITABLE',
    );
    writeFileSync(join(folder, 'file'), '');
    expect(await codeOf(backedUp(store, join(folder, 'file', 'poa.bak')))).toBe(
      'COPY_NOT_WRITABLE',
    );
    expect(readdirSync(folder)).toEqual(['file']);
  });

  it.each([
    ["UPDATE records SET text = replace(text, 'u1', 'u2') WHERE revision = 20", 'LEDGER_DAMAGED'],
    ["UPDATE files SET bytes = x'00'", 'KEPT_FILE_DAMAGED'],
    ['DELETE FROM files', 'KEPT_FILE_MISSING'],
    ['DELETE FROM records WHERE stream = 2', 'LEDGER_DAMAGED'],
    ['DELETE FROM streams WHERE number = 2', 'STORE_DAMAGED'],
  ])('of a damaged store (%s)', async (sql, code) => {
    const folder = await filled(newFolder());
    changeFile(join(folder, 'poa.sqlite'), `PRAGMA foreign_keys = OFF; ${sql}`);
    const target = newFolder();

    expect(await codeOf(backedUp(folder, join(target, 'poa.bak')))).toBe(code);
    expect(readdirSync(target)).toEqual([]);
  });
});
