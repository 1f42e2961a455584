import { readFileSync } from 'node:fs';

import { Failure } from '../../catalogue/failure.ts';
import { withoutAccount } from '../../catalogue/store-address.ts';

export interface Host {
  readonly address: string;
  readonly port: number;
}

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** The whole numbers that the client understands beside hosts and certificates. */
const numbers = [
  'maxDiscoverAttempts',
  'discoveryInterval',
  'gossipTimeout',
  'keepAliveInterval',
  'keepAliveTimeout',
  'defaultDeadline',
] as const;
type NumberOption = (typeof numbers)[number];

const preferences = ['leader', 'follower', 'random', 'read_only_replica'] as const;
type Preference = (typeof preferences)[number];

export interface StoreAddress {
  /** without account and password: what messages name */
  readonly shown: string;
  /** the host is the name of a cluster, which is looked up */
  readonly isDiscovered: boolean;
  readonly hosts: readonly [Host, ...Host[]];
  readonly isSecure: boolean;
  readonly credentials: Credentials | undefined;
  readonly authority: Buffer | undefined;
  readonly nodePreference: Preference | undefined;
  readonly connectionName: string | undefined;
  readonly numbers: Readonly<Partial<Record<NumberOption, number>>>;
}

/**
 * Read here and not by the client, which prints an address that it does not like, password
 * included, and takes a password with a colon for a shorter one.
 * @throws STORE_ADDRESS_INVALID
 */
export const parseStoreAddress = (address: string): StoreAddress => {
  const shown = withoutAccount(address);
  const parts = /^esdb(\+discover)?:\/\/(?:(.*)@)?([^@/?]*)\/*(?:\?(.*))?$/is.exec(address.trim());
  if (parts === null) throw invalid(shown, 'no comienza con esdb:// o esdb+discover://');
  const [, discover, account, hosts = '', query = ''] = parts;
  const options = optionsIn(query, shown);
  const isSecure = options.get('tls') !== 'false';
  const credentials = account === undefined ? undefined : credentialsIn(account, shown);
  if (isSecure && credentials === undefined) {
    throw invalid(shown, 'falta el usuario y su clave, o tls=false donde el servidor no los pide');
  }
  return {
    shown,
    isDiscovered: discover !== undefined,
    hosts: hostsIn(hosts, shown),
    isSecure,
    credentials,
    authority: authorityIn(options.get('tlscafile'), shown),
    nodePreference: preferenceIn(options.get('nodepreference'), shown),
    connectionName: options.get('connectionname'),
    numbers: numbersIn(options, shown),
  };
};

const invalid = (store: string, reason: string): Failure =>
  new Failure('STORE_ADDRESS_INVALID', { store, reason });

const decoded = (text: string, shown: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    throw invalid(shown, 'un % no va seguido de dos cifras hexadecimales');
  }
};

const credentialsIn = (account: string, shown: string): Credentials => {
  const at = account.indexOf(':');
  if (at < 1 || at === account.length - 1) throw invalid(shown, 'falta el usuario o su clave');
  return {
    username: decoded(account.slice(0, at), shown),
    password: decoded(account.slice(at + 1), shown),
  };
};

const hostsIn = (text: string, shown: string): readonly [Host, ...Host[]] => {
  const [first = '', ...rest] = text.split(',');
  return [hostIn(first, shown), ...rest.map((each) => hostIn(each, shown))];
};

const hostIn = (text: string, shown: string): Host => {
  const parts = /^([\w.-]+|\[[\da-f:.]+\])(?::(\d{1,5}))?$/i.exec(text.trim());
  const [, address, port = '2113'] = parts ?? [];
  if (address === undefined || Number(port) > 65_535 || Number(port) === 0) {
    throw invalid(shown, 'un servidor se escribe nombre:puerto');
  }
  return { address, port: Number(port) };
};

const known = new Set([
  ...numbers.map((name) => name.toLowerCase()),
  ...['tls', 'tlscafile', 'tlsverifycert', 'nodepreference', 'connectionname'],
  ...['throwonappendfailure'],
]);

/** By the name without case and dashes, as all of this server's clients take them. */
const optionsIn = (query: string, shown: string): ReadonlyMap<string, string> => {
  const options = new Map<string, string>();
  for (const pair of query.split('&').filter((part) => part !== '')) {
    const at = pair.indexOf('=');
    const name = pair.slice(0, at === -1 ? undefined : at);
    const key = name.replaceAll(/[_-]/g, '').toLowerCase();
    if (!known.has(key)) throw invalid(shown, `la opción «${name}» no existe`);
    if (at === -1) throw invalid(shown, `la opción «${name}» no dice su valor`);
    options.set(key, decoded(pair.slice(at + 1), shown));
  }
  for (const key of ['tls', 'tlsverifycert']) assertBoolean(options, key, shown);
  if (options.get('tlsverifycert') === 'false') {
    throw invalid(shown, 'tlsVerifyCert=false no se admite: indique la autoridad con tlsCAFile');
  }
  return options;
};

const assertBoolean = (options: ReadonlyMap<string, string>, key: string, shown: string): void => {
  if (!['true', 'false', undefined].includes(options.get(key))) {
    throw invalid(shown, `${key} es true o false`);
  }
};

const authorityIn = (path: string | undefined, shown: string): Buffer | undefined => {
  if (path === undefined) return undefined;
  try {
    return readFileSync(path);
  } catch {
    throw invalid(shown, `no se puede leer el certificado ${path} (tlsCAFile)`);
  }
};

const preferenceIn = (text: string | undefined, shown: string): Preference | undefined => {
  const flat = text?.replaceAll(/[_-]/g, '').toLowerCase();
  const found = preferences.find((each) => each.replaceAll('_', '') === flat);
  if (flat !== undefined && found === undefined) {
    throw invalid(shown, `nodePreference es ${preferences.join(', ')}`);
  }
  return found;
};

const numbersIn = (
  options: ReadonlyMap<string, string>,
  shown: string,
): StoreAddress['numbers'] => {
  const found: Partial<Record<NumberOption, number>> = {};
  for (const name of numbers) {
    const text = options.get(name.toLowerCase());
    if (text === undefined) continue;
    if (!/^-?\d{1,9}$/.test(text)) throw invalid(shown, `${name} es un número entero`);
    found[name] = Number(text);
  }
  return found;
};
