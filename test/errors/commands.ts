import { openedStores } from '../contract/eventstoredb/opened-stores.ts';
import type { Cases } from '../support/errors/case.ts';
import { executed } from '../support/errors/over-http.ts';
import { ContestedStore } from '../support/faulty-stores.ts';
import { poaWithClock } from '../support/poa-in-process.ts';
import { refusalIn } from '../support/run-poa.ts';
import { openedStore } from '../support/served.ts';
import { serviceOver } from '../support/service-over.ts';
import { opening, spending } from '../support/spending.ts';
import { spendingOverHttp, spent } from '../support/spending-over-http.ts';

const { startServer, open } = openedStores();

export const commands: Cases = {
  COMMAND_ID_REUSED: {
    how: 'Llega otra orden con la identificación de una que ya se registró.',
    provoke: async () => {
      const { execute } = await spendingOverHttp();
      await execute(spent('1'), { key: 'pedido-1' });
      return execute(spent('1', '2.00'), { key: 'pedido-1' });
    },
  },
  REVISION_MOVED: {
    how: 'Una orden vale solo para el registro 0, y el libro va en el 1.',
    provoke: executed({ headers: { 'if-match': '"0"' } }),
  },
  BUSY: {
    how: 'Otra instancia escribe en el libro antes que esta, una y otra vez.',
    provoke: async () => {
      const store = await openedStore(new ContestedStore());
      const rival = serviceOver(store).ledgers;
      let count = 0;
      store.rival = () => rival.change(spending(`otra-${(count += 1)}`, '1.00'));
      let now = Date.parse('2999-01-01') * 1_000;
      const clock = { now: () => (now += 2_000_000), pause: () => Promise.resolve() };
      return serviceOver(store, clock).ledgers.change(spending('una', '1.00'));
    },
  },
  OUTCOME_UNKNOWN: {
    how: 'El servidor del almacén muere mientras se escribe.',
    provoke: async () => {
      const server = await startServer();
      const store = await open(server.connectionString, { waitMillisecondsMax: 300 });
      const { ledgers } = serviceOver(store);
      for (const request of opening('10.00')) await ledgers.change(request);
      server.faults.dieInNextAppend('before writing');
      return ledgers.change(spending('pedido-1', '1.00'));
    },
  },
  CLOCK_SKEW: {
    how: 'El reloj de la máquina se atrasa un día después de registrar.',
    provoke: async () => {
      const poa = poaWithClock();
      const words = (text: string) => text.split(' ');
      await poa.at('2021-01-05T12:00:00Z', ...words('open --entity 41 --sigla X --year 2020'));
      const args = words('program --on 2020-01-01 --line :20000:TGN:1 --json');
      return refusalIn(args, await poa.at('2021-01-04T12:00:00Z', ...args));
    },
  },
};
