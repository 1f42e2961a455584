import { readFileSync } from 'node:fs';
import { apiDocument } from './api-document.ts';
import { afterForm, handYear } from './commands-sent.ts';
import { sampleId } from './two-ledgers.ts';

/** One request as it goes over the wire, without who asks. */
export interface Sendable {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Buffer<ArrayBuffer>;
}

/** What a request speaks of. */
export interface Places {
  readonly draft: string;
  readonly account: string;
  readonly token: string;
}

const form = readFileSync(new URL('../../samples/senavex-2020-12-form-5b.txt', import.meta.url));

const secrets = { password: 'una frase bastante larga', code: 'x'.repeat(43) };
const holding = { role: 'management', ledger: sampleId };

/** What is sent, by the last words of a route that takes something. */
const bodies: Readonly<Record<string, unknown>> = {
  ...Object.fromEntries([...handYear, ...afterForm]),
  return: { reason: 'falta el respaldo' },
  people: { login: 'nueva', name: 'Persona nueva' },
  close: { reason: 'dejó el área' },
  roles: holding,
  session: { login: 'nadie', password: secrets.password },
  invitation: { ...secrets, login: 'nadie' },
  password: { current: secrets.password, next: `${secrets.password} y nueva` },
  tokens: { holdings: [holding], expiresOn: '2999-12-31' },
};

const takes = (method: string, path: string): string | undefined =>
  Object.keys(apiDocument.paths[path]?.[method]?.requestBody?.content ?? {})[0];

const queryOf = (method: string, path: string): string => {
  const { parameters = [] } = apiDocument.paths[path]?.[method] ?? {};
  const said = parameters.filter((each) => each.in === 'query' && each.required);
  const preset = path.endsWith('/compare') ? ['preset=plan'] : [];
  return [...said.map(({ name, example }) => `${name}=${String(example)}`), ...preset].join('&');
};

const bodyOf = (type: string | undefined, path: string): Pick<Sendable, 'headers' | 'body'> => {
  if (type === undefined) return { headers: {} };
  const headers = {
    'content-type': type,
    'idempotency-key': `pedido:${path.split('/').slice(-2).join(':')}`,
  };
  if (type === 'application/octet-stream') return { headers, body: form };
  return { headers, body: JSON.stringify(bodies[path.split('/').at(-1) ?? '']) };
};

/** A request of a route ("GET /health/live") that nobody would refuse but for who asks. */
export const validRequest = (route: string, places: Places): Sendable => {
  const [method = '', path = ''] = route.split(' ');
  const known = { ...places, ledger: sampleId, revision: '3', role: 'finance', scope: 'all' };
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: keyof typeof known) => known[name]);
  const query = queryOf(method.toLowerCase(), path);
  return {
    method,
    path: query === '' ? filled : `${filled}?${query}`,
    ...bodyOf(takes(method.toLowerCase(), path), path),
  };
};
