import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import client, { type EventStoreDBClient } from '@eventstore/db-client';
import { afterEach, beforeEach, describe, it } from '@jest/globals';

import {
  type EventStoreDbOptions,
  openEventStoreDb,
} from '../../../src/adapters/eventstoredb/open-eventstoredb.ts';
import type { EventStoreDbStore } from '../../../src/adapters/eventstoredb/eventstoredb-store.ts';
import type { StreamId } from '../../../src/application/ports/event-store.ts';
import { canonicalText } from '../../../src/integrity/canonical.ts';
import { certificateOfTests } from '../../support/event-store-server/certificate-of-tests.ts';
import {
  type EventStoreServer,
  type ServerOptions,
  startEventStoreServer,
} from '../../support/event-store-server/start-event-store-server.ts';
import { temporaryFolders } from '../../support/folders.ts';

/** A real server, where there is one to test against: `esdb://…`. */
const realServer = process.env.POA_TEST_EVENTSTORE;

type Body = () => void | Promise<void>;

const leftOut = (name: string): void => {
  process.stderr.write(`left out against a real server: ${name}\n`);
};

/**
 * What needs a hand on the server, or a server of its own: where others write into ledgers, or delete
 * them for ever, no follower gets past it any more.
 */
export const describeWithFaults = (name: string, body: () => void): void => {
  if (realServer === undefined) describe(name, body);
  else {
    leftOut(name);
    describe.skip(name, body);
  }
};

/** As `describeWithFaults`, for one test. */
export const itWithFaults = (name: string, body: Body): void => {
  if (realServer === undefined) it(name, body);
  else {
    leftOut(name);
    it.skip(name, body);
  }
};

export interface OpenedStores {
  readonly startServer: (options?: ServerOptions) => Promise<EventStoreServer>;
  /** the real server, or a stand-in of this test's own */
  readonly someAddress: () => Promise<string>;
  readonly open: (
    address: string,
    options?: Partial<EventStoreDbOptions>,
  ) => Promise<EventStoreDbStore>;
  /** a client as anybody has one who may do more than the program */
  readonly connect: (address: string) => EventStoreDBClient;
}

/** Servers, stores and clients for one test, gone after it. */
export const openedStores = (): OpenedStores => {
  const servers: EventStoreServer[] = [];
  const stores: EventStoreDbStore[] = [];
  const clients: EventStoreDBClient[] = [];

  afterEach(async () => {
    for (const server of servers) server.faults.thaw();
    await Promise.all(stores.splice(0).map((store) => store.close()));
    await Promise.all(clients.splice(0).map((each) => each.dispose()));
    await Promise.all(servers.splice(0).map((server) => server.stop()));
  });

  const startServer = async (options?: ServerOptions): Promise<EventStoreServer> => {
    const server = await startEventStoreServer(options);
    servers.push(server);
    return server;
  };
  return {
    startServer,
    someAddress: async () => realServer ?? (await startServer()).connectionString,
    open: async (address, options) => {
      const store = await openEventStoreDb(address, {
        canonicalText,
        waitMillisecondsMax: 2000,
        pauseMilliseconds: 10,
        pauseMillisecondsMax: 100,
        ...options,
      });
      stores.push(store);
      return store;
    },
    connect: (address) => {
      const connected = client.EventStoreDBClient.connectionString(address);
      clients.push(connected);
      return connected;
    },
  };
};

/** Addresses of stand-ins with TLS, for one account or another. */
export const securedAddresses = (): ((port: number, name: string, password: string) => string) => {
  const newFolder = temporaryFolders();
  let authority = '';
  beforeEach(() => {
    authority = join(newFolder(), 'authority.pem');
    writeFileSync(authority, certificateOfTests.cert);
  });
  return (port, name, password) =>
    `esdb://${name}:${encodeURIComponent(password)}@127.0.0.1:${port}?tls=true&tlsCAFile=${encodeURIComponent(authority)}`;
};

/** A ledger that no other test knows. */
export const newLedger = (): StreamId => ({
  category: `poaContract${randomUUID().replaceAll('-', '')}`,
  id: '41-SENAVEX-2020',
});

export const nameOf = ({ category, id }: StreamId): string => `${category}-${id}`;
