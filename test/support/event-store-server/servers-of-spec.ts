import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import client, { type EventStoreDBClient } from '@eventstore/db-client';
import { afterEach, beforeEach, jest } from '@jest/globals';

import { certificateOfTests } from './certificate-of-tests.ts';
import {
  type EventStoreServer,
  type ServerOptions,
  startEventStoreServer,
} from './start-event-store-server.ts';

export interface ServersOfSpec {
  readonly startServer: (options?: ServerOptions) => Promise<EventStoreServer>;
  /** @param parameters of the connection string, as `name=value&name=value` */
  readonly connect: (server: EventStoreServer, parameters?: string) => EventStoreDBClient;
  /** @param account as `name:password`; nobody without */
  readonly connectAs: (server: EventStoreServer, account: string) => EventStoreDBClient;
  readonly connectBy: (connectionString: string) => EventStoreDBClient;
}

/** Servers and clients for one test, gone after it. */
export const serversOfSpec = (): ServersOfSpec => {
  const servers: EventStoreServer[] = [];
  const clients: EventStoreDBClient[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'event-store-'));
  const authority = join(folder, 'authority.pem');

  beforeEach(() => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(authority, certificateOfTests.cert);
    // the client warns of every keep-alive that a test can wait for
    jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  });
  afterEach(async () => {
    // clients first: a subscription that nobody listens to any more would end the process with its error
    await Promise.all(clients.splice(0).map((each) => each.dispose()));
    await Promise.all(servers.splice(0).map((each) => each.stop()));
    rmSync(folder, { recursive: true, force: true });
    jest.restoreAllMocks();
  });

  const connectBy = (connectionString: string): EventStoreDBClient => {
    const connected = client.EventStoreDBClient.connectionString(connectionString);
    clients.push(connected);
    return connected;
  };
  return {
    startServer: async (options) => {
      const server = await startEventStoreServer(options);
      servers.push(server);
      return server;
    },
    connectBy,
    connect: (server, parameters = '') =>
      connectBy([server.connectionString, parameters].filter(Boolean).join('&')),
    connectAs: ({ connectionString }, account) => {
      const spoken = account === '' ? '' : `${account}@`;
      return connectBy(`${connectionString.replace('//', `//${spoken}`)}&tlsCAFile=${authority}`);
    },
  };
};
