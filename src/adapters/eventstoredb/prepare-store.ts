import type { NewAccount, PreparedPart } from '../../application/ports/prepares.ts';
import { Failure } from '../../catalogue/failure.ts';
import type { Connection } from './connection.ts';
import { connect, type EventStoreDbOptions } from './open-eventstoredb.ts';
import { isObject } from './read-events.ts';
import { accessDenied, assertServer } from './assert-usable.ts';
import { askServer, type Page } from './server-page.ts';
import { group, letForget, letRead, protectStreams } from './server-rules.ts';

/** What the server needs before the account exists: it never has more rights than it will. */
const rules = [
  ['rights', protectStreams],
  ['reading', letRead],
  ['papers', letForget],
] as const;

const ask = async (
  connection: Connection,
  asking: { readonly method: 'GET' | 'POST'; readonly path: string; readonly body?: object },
): Promise<Page> => {
  const { address, patience } = connection;
  const { millisecondsMax } = patience;
  const page = await askServer(address, { ...asking, millisecondsMax });
  if (page.status === 401 || page.status === 403) throw accessDenied(connection);
  return page;
};

const notAccepted = (account: string, reason: string): Failure =>
  new Failure('ACCOUNT_NOT_ACCEPTED', { account, reason });

/** @throws ACCOUNT_NOT_ACCEPTED before the server is asked anything */
const assertAccount = ({ account, password }: NewAccount): void => {
  if (!/^[A-Za-z][\w.-]*$/.test(account)) {
    throw notAccepted(account, 'su nombre lleva letras, cifras, puntos y guiones');
  }
  if (['admin', 'ops'].includes(account)) {
    throw notAccepted(account, 'es una cuenta del propio servidor, y no ha de escribir los libros');
  }
  if (password === '') throw notAccepted(account, 'falta su clave');
};

const groupsIn = (body: unknown): readonly unknown[] => {
  const data = isObject(body) && isObject(body.data) ? body.data : {};
  return Array.isArray(data.groups) ? data.groups : [];
};

/** @returns whether it had to be made: one that is there keeps its password */
const makeAccount = async (
  connection: Connection,
  { account, password }: NewAccount,
): Promise<boolean> => {
  const found = await ask(connection, { method: 'GET', path: `/users/${account}` });
  if (found.status === 200) {
    if (groupsIn(found.body).includes(group)) return false;
    throw notAccepted(account, `ya existe y no es del grupo ${group}: use otro nombre`);
  }
  const body = { loginName: account, fullName: 'Libro del POA', groups: [group], password };
  const { status } = await ask(connection, { method: 'POST', path: '/users/', body });
  if (status !== 201) {
    throw notAccepted(account, `el servidor no la admite (${String(status)}); pruebe otra clave`);
  }
  return true;
};

const prepared = (part: PreparedPart['part'], isMade: boolean): PreparedPart => ({
  part,
  outcome: isMade ? 'made' : 'already there',
});

const prepareAll = async (
  connection: Connection,
  account: NewAccount,
): Promise<readonly PreparedPart[]> => {
  const { address } = connection;
  if (!address.isSecure) throw new Failure('STORE_WITHOUT_ACCOUNTS', { store: address.shown });
  await assertServer(connection);
  const parts: PreparedPart[] = [];
  for (const [part, apply] of rules) parts.push(prepared(part, await apply(connection)));
  return [...parts, prepared('account', await makeAccount(connection, account))];
};

/**
 * Makes a server ready for the account of the program. Repeated it changes nothing.
 * @param address with the account of an administrator
 * @throws STORE_ADDRESS_INVALID, STORE_UNREACHABLE, STORE_ACCESS_DENIED, STORE_CERTIFICATE_REFUSED,
 *   STORE_TOO_OLD, STORE_IS_READ_ONLY, STORE_WITHOUT_ACCOUNTS, ACCOUNT_NOT_ACCEPTED
 */
export const prepareEventStoreDb = async (
  address: string,
  account: NewAccount,
  options: Omit<EventStoreDbOptions, 'canonicalText'> = {},
): Promise<readonly PreparedPart[]> => {
  assertAccount(account);
  const connection = connect(address, options);
  try {
    return await prepareAll(connection, account);
  } catch (error) {
    throw connection.failure(error);
  } finally {
    await connection.close();
  }
};
