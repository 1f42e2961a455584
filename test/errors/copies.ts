import { join } from 'node:path';
import type { MemoryStore } from '../../src/adapters/memory/memory-store.ts';
import { copyLedgers } from '../../src/application/copy-ledgers.ts';
import { openedStores } from '../contract/eventstoredb/opened-stores.ts';
import { changeFile } from '../support/change-file.ts';
import type { Cases } from '../support/errors/case.ts';
import { backup, files, stores } from '../support/errors/sample.ts';
import { ForgetfulStore } from '../support/faulty-stores.ts';
import { poaHere, refusalHere } from '../support/poa-in-process.ts';
import { openedStore } from '../support/served.ts';

const { startServer } = openedStores();

const restored = (file: string, ...more: readonly string[]) =>
  refusalHere(stores.fresh(), ['restore', file, ...more]);

/** A backup of the sample store that somebody changed. */
const changedBackup = async (sql: string): Promise<string> => {
  const file = await backup();
  changeFile(file, sql);
  return file;
};

const between = (from: string, to: string) =>
  refusalHere('/poa', ['copy', '--from', from, '--to', to]);

/** A copy of the sample store that went on by itself. */
const goneOn = async (percentage: string): Promise<string> => {
  const folder = stores.copy();
  const words = ['--on', '2020-12-31', '--accumulated', percentage];
  await poaHere(folder, ['progress', '11.01.10', ...words]);
  return folder;
};

export const copies: Cases = {
  TARGET_EXISTS: {
    how: 'Se respalda sobre un archivo que ya está.',
    provoke: () => refusalHere(stores.shared(), ['backup', files.withContent('apuntes')]),
  },
  BACKUP_NOT_SUPPORTED: {
    how: 'Se respalda en un archivo un almacén que está en un servidor.',
    provoke: async () => {
      const { connectionString } = await startServer();
      return refusalHere(connectionString, ['backup', `${stores.fresh()}.bak`]);
    },
  },
  COPY_NOT_WRITABLE: {
    how: 'Se respalda en una carpeta que no existe.',
    provoke: () => refusalHere(stores.shared(), ['backup', join(stores.fresh(), 'poa.bak')]),
  },
  COPY_DIVERGED: {
    how: 'Se copia un almacén sobre otro que siguió por su lado.',
    provoke: async () => between(await goneOn('50'), await goneOn('60')),
  },
  COPY_INTERRUPTED: {
    how: 'El destino de la copia recibe lo que se le escribe y nunca contesta.',
    provoke: async () => {
      const [from, to] = [await openedStore(), new ForgetfulStore()];
      const open = (address: string): Promise<MemoryStore> =>
        Promise.resolve(address === 'from' ? from : to);
      return copyLedgers({ open }, { from: 'from', to: 'to' });
    },
  },
  COPY_TO_ITSELF: {
    how: 'Se copia un almacén sobre sí mismo.',
    provoke: () => between(stores.shared(), stores.shared()),
  },
  BACKUP_NOT_RECOGNISED: {
    how: 'Se restaura de una carta.',
    provoke: () => restored(files.withContent('Estimados señores:\n')),
  },
  BACKUP_FROM_NEWER_VERSION: {
    how: 'Se restaura de una copia que hizo un programa más nuevo.',
    provoke: async () => restored(await changedBackup('PRAGMA user_version = 9')),
  },
  BACKUP_DAMAGED: {
    how: 'Se restaura de una copia en la que alguien cambió un registro.',
    provoke: async () =>
      restored(await changedBackup("UPDATE records SET id = 'x' WHERE revision = 3")),
  },
  BACKUP_OF_OTHER_STORE: {
    how: 'Se restaura un libro de una copia que no lo tiene.',
    provoke: async () => restored(await backup(), '--ledger', '41-OTRA-2020'),
  },
};
