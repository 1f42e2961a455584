import { Failure } from '../../catalogue/failure.ts';
import type { Connection } from './connection.ts';
import type { GuardedClient } from './guarded-client.ts';
import { lastEvent } from './read-events.ts';
import { askServer } from './server-page.ts';
import { recordPrefix } from './stream-name.ts';
import { streamItems } from './stream-items.ts';

/** Before it a subscription does not say when it has caught up, and what is there cannot be listed. */
const oldest: readonly [number, number] = [23, 10];

const readOnlyStates = /readonly/i;

const isTooOld = (version: string): boolean => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major < oldest[0] || (major === oldest[0] && minor < oldest[1]);
};

const notOurs = ({ address }: Connection): Failure =>
  new Failure('STORE_UNREACHABLE', {
    store: address.shown,
    reason: 'contesta, pero no es un EventStoreDB ni un KurrentDB',
  });

/** @returns the server's version */
export const assertServer = async (connection: Connection): Promise<string> => {
  const { address, patience } = connection;
  const { millisecondsMax } = patience;
  const asking = { method: 'GET', path: '/info', millisecondsMax } as const;
  const { status, body } = await askServer(address, asking);
  if (status === 401 || status === 403) throw accessDenied(connection);
  const { esVersion, dbVersion, state } = Object(body) as Record<string, unknown>;
  const version = dbVersion ?? esVersion;
  if (typeof version !== 'string') throw notOurs(connection);
  const store = address.shown;
  if (isTooOld(version)) {
    throw new Failure('STORE_TOO_OLD', { store, version, oldest: oldest.join('.') });
  }
  if (readOnlyStates.test(String(state))) throw new Failure('STORE_IS_READ_ONLY', { store });
  return version;
};

export const accessDenied = ({ address }: Connection): Failure =>
  new Failure('STORE_ACCESS_DENIED', {
    store: address.shown,
    account: address.credentials?.username ?? '',
  });

/** One event of the whole store: who may read that may follow. */
const readSome = async (client: GuardedClient, millisecondsMax: number): Promise<void> => {
  const stream = client.readAll({ maxCount: 1, requiresLeader: true });
  const watching = { cancel: () => stream.cancel(), millisecondsMax: () => millisecondsMax };
  for await (const _ of streamItems(stream, watching)) return;
};

/** @throws STORE_ACCESS_DENIED, STORE_NOT_FOLLOWABLE where only the whole store is denied */
const assertFollowable = async (connection: Connection): Promise<void> => {
  const { address, patience } = connection;
  try {
    await connection.patiently((client) => readSome(client, patience.millisecondsMax));
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'STORE_ACCESS_DENIED') throw error;
    await lastEvent(connection, `${recordPrefix}Ledger-`);
    throw new Failure('STORE_NOT_FOLLOWABLE', {
      store: address.shown,
      account: address.credentials?.username ?? '',
    });
  }
};

/**
 * Looks at a server before anything is asked of it, so that what is wrong is said at once.
 * @returns its version
 */
export const assertUsable = async (connection: Connection): Promise<string> => {
  const version = await assertServer(connection);
  await assertFollowable(connection);
  return version;
};
