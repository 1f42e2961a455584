import { prepareEventStoreDb } from '../../src/adapters/eventstoredb/prepare-store.ts';
import {
  newLedger,
  openedStores,
  securedAddresses,
} from '../contract/eventstoredb/opened-stores.ts';
import type { Cases } from '../support/errors/case.ts';
import { stores } from '../support/errors/sample.ts';
import { certificateOfTests } from '../support/event-store-server/certificate-of-tests.ts';
import { keptRecords } from '../support/kept-records.ts';
import { refusalHere } from '../support/poa-in-process.ts';

const { startServer, open } = openedStores();
const addressAs = securedAddresses();

const brief = { waitMillisecondsMax: 500 };
const ana = { loginName: 'ana', fullName: 'Ana', groups: [], password: 'clave' };
const secured = () => startServer({ users: [ana], isSecure: certificateOfTests });

export const servers: Cases = {
  STORE_ADDRESS_INVALID: {
    how: 'La dirección del servidor trae una opción mal escrita.',
    provoke: () => refusalHere('esdb://ana:clave@servidor?tsl=true', ['ledgers']),
  },
  STORE_UNREACHABLE: {
    how: 'En la dirección del almacén no hay ningún servidor.',
    provoke: () => open('esdb://127.0.0.1:1?tls=false', brief),
  },
  STORE_ACCESS_DENIED: {
    how: 'La dirección lleva otra clave que la de la cuenta.',
    provoke: async () => open(addressAs((await secured()).port, 'ana', 'otra'), brief),
  },
  STORE_CERTIFICATE_REFUSED: {
    how: 'El certificado del servidor no lo firmó ninguna autoridad conocida.',
    provoke: async () => {
      const { port } = await secured();
      return open(`esdb://ana:clave@127.0.0.1:${port}?tls=true`, brief);
    },
  },
  STORE_TOO_OLD: {
    how: 'El servidor es de una versión que no dice cuándo se leyó todo.',
    provoke: async () => open((await startServer({ version: '23.6.0' })).connectionString, brief),
  },
  STORE_IS_READ_ONLY: {
    how: 'La dirección es de una réplica que solo se lee.',
    provoke: async () => {
      const server = await startServer();
      server.faults.refuseAs('read-only-replica', { address: '127.0.0.1', port: 1 });
      return open(server.connectionString, brief);
    },
  },
  STORE_NOT_FOLLOWABLE: {
    how: 'La cuenta no puede leer el almacén entero.',
    provoke: async () => open(addressAs((await secured()).port, 'ana', 'clave'), brief),
  },
  STORE_WITHOUT_ACCOUNTS: {
    how: 'Se prepara para una cuenta un almacén que es una carpeta.',
    provoke: () => refusalHere(stores.fresh(), ['store', 'prepare']),
  },
  ACCOUNT_NOT_ACCEPTED: {
    how: 'Se prepara el servidor para la cuenta de quien lo administra.',
    provoke: async () => {
      const admin = addressAs((await secured()).port, 'admin', 'changeit');
      return prepareEventStoreDb(admin, { account: 'admin', password: 'clave' });
    },
  },
  CHANGE_TOO_LARGE: {
    how: 'Un cambio ocupa más que lo que el servidor recibe de una vez.',
    provoke: async () => {
      const { connectionString } = await startServer({ maxAppendSize: 100_000 });
      const store = await open(connectionString);
      const ledger = newLedger();
      return store.append(ledger, -1, keptRecords(ledger, -1, 2, 'x'.repeat(70_000)));
    },
  },
};
