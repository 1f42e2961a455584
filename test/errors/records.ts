import { MemoryStore } from '../../src/adapters/memory/memory-store.ts';
import { openSqliteStore } from '../../src/adapters/sqlite/open-sqlite-store.ts';
import { ledgerStream } from '../../src/application/ports/event-store.ts';
import { emptyFrontier } from '../../src/integrity/merkle.ts';
import { seal } from '../../src/integrity/seal.ts';
import { serve } from '../../src/serve.ts';
import { auditor } from '../support/admitted.ts';
import { changeDatabase } from '../support/change-database.ts';
import type { Cases } from '../support/errors/case.ts';
import { onChanged, onSample, printed, stores } from '../support/errors/sample.ts';
import { readAll } from '../support/collecting.ts';
import { poaOver, refusalHere } from '../support/poa-in-process.ts';
import { refusalIn } from '../support/run-poa.ts';
import { openedStore } from '../support/served.ts';
import { contended } from '../support/spending.ts';

const changedBy = (sql: string, command: string) =>
  onChanged((folder) => {
    changeDatabase(folder, sql);
  }, command);

const checked = async (change: (text: string) => string) =>
  refusalHere('/poa', ['check-proof', await printed('prove --event 7', change)]);

const root = '0'.repeat(64);

export const records: Cases = {
  KEPT_FILE_DAMAGED: {
    how: 'Alguien cambió un archivo que el almacén guarda.',
    provoke: changedBy("UPDATE files SET bytes = x'00'", 'verify'),
  },
  KEPT_FILE_MISSING: {
    how: 'Alguien borró los archivos que el almacén guarda.',
    provoke: changedBy('DELETE FROM files', 'verify'),
  },
  UNKNOWN_EVENT: {
    how: 'Un programa más nuevo registró en el libro.',
    provoke: async () => {
      const stream = ledgerStream(contended);
      const [first] = await readAll(await openedStore(), stream);
      const newer = { ...(JSON.parse(first?.text ?? '') as { revision: number }), version: 9 };
      const store = new MemoryStore();
      await store.append(stream, -1, [seal(newer, emptyFrontier).sealed]);
      const args = ['view', 'group', '--json'];
      return refusalIn(args, await poaOver(args, () => Promise.resolve(store)));
    },
  },
  DAMAGED_RECORD: {
    how: 'Alguien cambia un registro mientras el servicio está en marcha.',
    provoke: async () => {
      const folder = stores.copy();
      const store = await openSqliteStore(folder);
      const headers = await auditor(store);
      const { url, close } = await serve({ store }, { port: 0 });
      const events = async () => fetch(`${url}/api/v1/ledgers/${contended}/events`, { headers });
      try {
        await events();
        changeDatabase(folder, `UPDATE records SET text = 'nada' WHERE revision = 3`);
        const answer = await events();
        return { status: answer.status, json: await answer.json() };
      } finally {
        await close();
      }
    },
  },
  LEDGER_DAMAGED: {
    how: 'Alguien cambió un registro por debajo del programa.',
    provoke: changedBy(`UPDATE records SET text = '{' WHERE revision = 3`, 'view group'),
  },
  TREE_SIZE_INVALID: {
    how: 'Se pide una prueba desde un árbol con más registros que el libro.',
    provoke: onSample('prove --from 99'),
  },
  PROOF_NOT_RECOGNISED: {
    how: 'Se comprueba un archivo que no es una prueba.',
    provoke: () => checked(() => '{}'),
  },
  PROOF_DOES_NOT_HOLD: {
    how: 'Se comprueba una prueba cuyo registro alguien cambió.',
    provoke: () => checked((text) => text.replace('"revision": 7', '"revision": 8')),
  },
  HEAD_DIFFERS: {
    how: 'La raíz que se guardó fuera del almacén no es la que el libro tiene.',
    provoke: onSample(`verify --ledger ${contended} --head 5:${root}`),
  },
  HEAD_MISSING: {
    how: 'El libro termina antes del registro cuya raíz se guardó fuera.',
    provoke: onSample(`verify --ledger ${contended} --head 99:${root}`),
  },
};
