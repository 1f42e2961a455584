import { MemoryStore } from '../../src/adapters/memory/memory-store.ts';
import { configurationIn } from '../../src/composition/configuration.ts';
import { serve } from '../../src/serve.ts';
import { openedStores } from '../contract/eventstoredb/opened-stores.ts';
import type { Cases } from '../support/errors/case.ts';
import { otherServer } from '../support/errors/over-http.ts';
import { poaOver } from '../support/poa-in-process.ts';
import { refusalIn } from '../support/run-poa.ts';
import { served } from '../support/served.ts';

const { startServer, open } = openedStores();

/** A command line that asks a server. */
const remotely = async (server: string, command: string) => {
  const args = ['--server', server, command, '--json'];
  const noStore = () => Promise.reject(new Error('no store is opened here'));
  return refusalIn(args, await poaOver(args, noStore));
};

export const service: Cases = {
  PORT_NOT_USABLE: {
    how: 'Se inicia un servicio en el puerto de otro.',
    provoke: async () => {
      const { url } = await served(new MemoryStore());
      return serve({ store: new MemoryStore() }, { port: Number(new URL(url).port) });
    },
  },
  VARIABLE_NOT_VALID: {
    how: 'Se inicia un servicio en un puerto que no existe.',
    provoke: () => configurationIn({ POA_PORT: '65536' }),
  },
  VARIABLE_UNKNOWN: {
    how: 'Se escribe mal el nombre de una variable.',
    provoke: () => configurationIn({ POA_PROT: '3000' }),
  },
  STORE_NEEDED: {
    how: 'Se da a un servidor una orden que es sobre el almacén mismo.',
    provoke: () => remotely('http://127.0.0.1:1', 'verify'),
  },
  SERVER_NOT_REACHED: {
    how: 'Se pregunta a un servidor que no está en marcha.',
    provoke: () => remotely('http://127.0.0.1:2', 'ledgers'),
  },
  SERVER_NOT_UNDERSTOOD: {
    how: 'Se pregunta a un servidor que sirve otra cosa.',
    provoke: async () => remotely(await otherServer(), 'ledgers'),
  },
  NOT_READY: {
    how: 'Se pregunta si el servicio está listo cuando el servidor de su almacén murió.',
    provoke: async () => {
      const server = await startServer();
      const store = await open(server.connectionString, { waitMillisecondsMax: 300 });
      const { url, close } = await serve({ store }, { port: 0 });
      await server.faults.kill();
      try {
        const answer = await fetch(`${url}/health/ready`);
        return { status: answer.status, json: await answer.json() };
      } finally {
        await close();
      }
    },
  },
};
