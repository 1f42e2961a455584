import { homedir } from 'node:os';
import { join } from 'node:path';
import { Failure } from '../catalogue/failure.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** An OpenID provider and what it knows this service as. */
export interface Provider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** What a service is told by its environment. */
export interface Configuration {
  /** the address of the store */
  readonly store: string;
  readonly host: string;
  /** 0 for any that is free */
  readonly port: number;
  readonly logLevel: LogLevel;
  /** of one address, 0 for as many as come */
  readonly requestsPerMinute: number;
  readonly bodyBytesMax: number;
  /** how long a request may take to come in, and an answer to be made */
  readonly requestSeconds: number;
  /** the address under which people reach the service, without a path; where it listens unless said */
  readonly publicUrl: string | undefined;
  /** who says who people are, undefined where passwords alone do */
  readonly provider: Provider | undefined;
  /** where traces go, undefined where nobody collects them */
  readonly tracesTo: string | undefined;
}

const known = [
  ...['POA_STORE', 'POA_HOST', 'POA_PORT', 'POA_CACHE', 'POA_LOG', 'POA_RATE'],
  ...['POA_BODY_LIMIT', 'POA_REQUEST_SECONDS', 'POA_PUBLIC_URL'],
  ...['POA_OIDC_ISSUER', 'POA_OIDC_CLIENT', 'POA_OIDC_SECRET'],
  ...['POA_ACTOR', 'POA_ACCOUNT_PASSWORD', 'POA_SERVER', 'POA_TOKEN'], // the command line's
];
const ofTests = /^POA_(TEST|PROPERTY)_/;

/** How many letters differ between two names: Levenshtein's distance. */
const distance = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [index, letter] of Array.from(one).entries()) {
    const next = [index + 1];
    for (const [at, its] of Array.from(other).entries()) {
      const replaced = (row[at] ?? 0) + (letter === its ? 0 : 1);
      next.push(Math.min(replaced, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
};

const nearestTo = (name: string): string =>
  known.reduce((best, each) => (distance(name, each) < distance(name, best) ? each : best));

const assertKnown = (environment: Environment): void => {
  for (const variable of Object.keys(environment).sort()) {
    if (!variable.startsWith('POA_') || known.includes(variable) || ofTests.test(variable))
      continue;
    throw new Failure('VARIABLE_UNKNOWN', { variable, nearest: nearestTo(variable) });
  }
};

const wrong = (variable: string, text: string, expected: string): Failure =>
  new Failure('VARIABLE_NOT_VALID', { variable, text, expected });

/** A variable that is there and says nothing is one that is not there. */
const given = (environment: Environment, variable: string): string | undefined =>
  environment[variable]?.trim() === '' ? undefined : environment[variable];

interface Range {
  readonly least: number;
  readonly most: number;
  readonly otherwise: number;
  readonly what: string;
}

const whole = (environment: Environment, variable: string, range: Range): number => {
  const { least, most, otherwise, what } = range;
  const text = given(environment, variable);
  if (text === undefined) return otherwise;
  const value = /^\d{1,10}$/.test(text) ? Number(text) : -1;
  if (value >= least && value <= most) return value;
  throw wrong(variable, text, `${what}, un entero de ${String(least)} a ${String(most)}`);
};

const hostIn = (environment: Environment): string => {
  const host = given(environment, 'POA_HOST') ?? '127.0.0.1';
  if (/^[\w.:%-]{1,253}$/.test(host)) return host;
  throw wrong('POA_HOST', host, 'un nombre o una dirección de esta máquina, sin puerto ni http://');
};

const logLevelIn = (environment: Environment): LogLevel => {
  const text = given(environment, 'POA_LOG') ?? 'info';
  const level = logLevels.find((each) => each === text);
  if (level !== undefined) return level;
  throw wrong('POA_LOG', text, `uno de ${logLevels.join(', ')}`);
};

const addressIn = (environment: Environment, variable: string): string | undefined => {
  const text = given(environment, variable);
  if (text === undefined || /^https?:\/\/[^\s/]/.test(text)) return text;
  throw wrong(variable, '…', 'una dirección http:// o https://');
};

/** All three or none; the provider must know where it sends people back to. */
const providerIn = (environment: Environment): Provider | undefined => {
  const variables = ['POA_OIDC_ISSUER', 'POA_OIDC_CLIENT', 'POA_OIDC_SECRET', 'POA_PUBLIC_URL'];
  const issuer = addressIn(environment, 'POA_OIDC_ISSUER');
  if (issuer === undefined) return undefined;
  const missing = variables.find((each) => given(environment, each) === undefined);
  if (missing !== undefined) throw wrong(missing, '', 'lo que pide POA_OIDC_ISSUER');
  const [clientId, clientSecret] = [environment.POA_OIDC_CLIENT, environment.POA_OIDC_SECRET];
  return { issuer, clientId: clientId ?? '', clientSecret: clientSecret ?? '' };
};

/** Where snapshots of stores on servers stand. */
export const cacheFolderIn = (environment: Environment): string => {
  const { XDG_CACHE_HOME = join(homedir(), '.cache') } = environment;
  return given(environment, 'POA_CACHE') ?? join(XDG_CACHE_HOME, 'poa');
};

const otherwise = { port: 3_000, requestsPerMinute: 1_000, bodyBytesMax: 16_000_000 };

/**
 * Reads and checks all of it before anything begins.
 * @param port where none is said
 * @throws VARIABLE_UNKNOWN, VARIABLE_NOT_VALID
 */
export const configurationIn = (
  environment: Environment,
  port: number = otherwise.port,
): Configuration => {
  assertKnown(environment);
  const number = (variable: string, range: Range): number => whole(environment, variable, range);
  return {
    store: given(environment, 'POA_STORE') ?? './data',
    host: hostIn(environment),
    port: number('POA_PORT', { least: 0, most: 65_535, otherwise: port, what: 'un puerto' }),
    logLevel: logLevelIn(environment),
    requestsPerMinute: number('POA_RATE', {
      ...{ least: 0, most: 1_000_000, otherwise: otherwise.requestsPerMinute },
      what: 'pedidos por minuto y dirección (0: sin límite)',
    }),
    bodyBytesMax: number('POA_BODY_LIMIT', {
      ...{ least: 1_024, most: 268_435_456, otherwise: otherwise.bodyBytesMax },
      what: 'bytes',
    }),
    requestSeconds: number('POA_REQUEST_SECONDS', {
      ...{ least: 1, most: 3_600, otherwise: 30 },
      what: 'segundos',
    }),
    publicUrl: addressIn(environment, 'POA_PUBLIC_URL')?.replace(/\/$/, ''),
    provider: providerIn(environment),
    tracesTo: addressIn(environment, 'OTEL_EXPORTER_OTLP_ENDPOINT'),
  };
};
