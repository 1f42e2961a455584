import { afterAll, beforeAll } from '@jest/globals';

import { openEventStoreDb } from '../../src/adapters/eventstoredb/open-eventstoredb.ts';
import { canonicalText } from '../../src/integrity/canonical.ts';
import {
  type EventStoreServer,
  startEventStoreServer,
} from '../support/event-store-server/start-event-store-server.ts';
import { describeEventStore } from './event-store.contract.ts';

/** A real server, where there is one to test against: `esdb://…`. */
const real = process.env.POA_TEST_EVENTSTORE;

let standIn: EventStoreServer | undefined;

beforeAll(async () => {
  if (real === undefined) standIn = await startEventStoreServer();
});

afterAll(async () => {
  await standIn?.stop();
});

const hostOf = (address: string): string => /([^@/]*?)\/?(\?.*)?$/.exec(address)?.[1] ?? '';

const name =
  real === undefined ? 'eventstoredb (stand-in)' : `eventstoredb (server at ${hostOf(real)})`;

describeEventStore(name, async () => {
  const address = real ?? standIn?.connectionString ?? '';
  const reopen = () => openEventStoreDb(address, { canonicalText });
  return { store: await reopen(), reopen };
});
