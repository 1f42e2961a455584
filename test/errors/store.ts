import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openSqliteStore } from '../../src/adapters/sqlite/open-sqlite-store.ts';
import { openedStores } from '../contract/eventstoredb/opened-stores.ts';
import { changeDatabase } from '../support/change-database.ts';
import type { Cases } from '../support/errors/case.ts';
import { onChanged, stores } from '../support/errors/sample.ts';
import { poaHere, refusalHere } from '../support/poa-in-process.ts';
import { refusalOf } from '../support/run-poa.ts';

const { startServer } = openedStores();

/** The administrator may write whatever the files say: the reader is another user then. */
const reader = process.getuid?.() === 0 ? { user: 65_534 } : {};

const progress = 'progress 11.01.10 --on 2020-12-31 --accumulated 50';

export const store: Cases = {
  STORE_NOT_SAFE: {
    how: 'Se revisa con rigor un almacén en un servidor sin cuentas.',
    provoke: async () => {
      const { connectionString } = await startServer();
      return refusalHere(connectionString, ['store', 'check', '--strict']);
    },
  },
  STORE_NOT_WRITABLE: {
    how: 'Registra alguien que solo puede leer la carpeta del almacén.',
    provoke: async () => {
      const folder = stores.copy();
      chmodSync(join(folder, 'poa.sqlite'), 0o444);
      chmodSync(folder, 0o555);
      return refusalOf(folder, progress.split(' '), reader);
    },
  },
  STORE_NOT_READABLE: {
    how: 'Donde debería estar el archivo del almacén hay una carpeta.',
    provoke: () => {
      const folder = stores.fresh();
      mkdirSync(join(folder, 'poa.sqlite'), { recursive: true });
      return refusalHere(folder, ['view', 'group']);
    },
  },
  STORE_LOCKED: {
    how: 'Otro proceso tiene el almacén para sí y no lo suelta.',
    provoke: async () => {
      const folder = stores.copy();
      const holder = new DatabaseSync(join(folder, 'poa.sqlite'));
      holder.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
      try {
        return await openSqliteStore(folder, { waitMillisecondsMax: 100 });
      } finally {
        holder.close();
      }
    },
  },
  STORE_FULL: {
    how: 'El disco se llena mientras se registra.',
    provoke: async () => {
      const folder = stores.fresh();
      await poaHere(folder, 'open --entity 41 --sigla X --year 2020'.split(' '));
      const lines = Array.from({ length: 500 }, (_, index) => [
        ...['--line', `:${20_000 + index}:TGN:1`],
      ]);
      const program = ['program', '--on', '2020-01-01', ...lines.flat()];
      return refusalHere(folder, program, async (path) => ({
        store: await openSqliteStore(path, { pagesMax: 1 }),
      }));
    },
  },
  STORE_NOT_FOUND: {
    how: 'Se pide una vista de una carpeta sin almacén.',
    provoke: () => refusalHere(stores.fresh(), ['view', 'group']),
  },
  STORE_DAMAGED: {
    how: 'El archivo del almacén es otra cosa.',
    provoke: () => {
      const folder = stores.fresh();
      mkdirSync(folder);
      writeFileSync(join(folder, 'poa.sqlite'), 'esto no es un almacén\n'.repeat(500));
      return refusalHere(folder, ['view', 'group']);
    },
  },
  STORE_FROM_NEWER_VERSION: {
    how: 'Un programa más nuevo escribió el almacén.',
    provoke: onChanged((folder) => {
      changeDatabase(folder, 'PRAGMA user_version = 99');
    }, 'view group'),
  },
};
