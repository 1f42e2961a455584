import fc from 'fast-check';
import { apiDocument, type Described } from './api-document.ts';
import { bodiesOf } from './fuzzed-bodies.ts';
import { oddBodies, oddTexts } from './odd-values.ts';
import { valuesOf } from './schema-arbitraries.ts';

/** A request as it goes over the wire. */
export interface Fuzzed {
  readonly method: string;
  /** with nothing in it but what a request line may hold */
  readonly path: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string | Buffer | null;
}

/** What parts of paths and parameters may be called so that they are there, by their names. */
export type Known = Readonly<Record<string, readonly string[]>>;

type Parameter = Described['parameters'][number];

const often = <Value>(weight: number, arbitrary: fc.Arbitrary<Value>) => ({ weight, arbitrary });

/** Whatever a text is, as something that an address may hold: half of a letter as well. */
const encoded = (text: string): string =>
  [...Buffer.from(text)]
    .map((byte) => {
      const letter = String.fromCodePoint(byte);
      return /[\w.~-]/.test(letter) ? letter : `%${byte.toString(16).padStart(2, '0')}`;
    })
    .join('');

const oddParts = fc.oneof(
  oddTexts.map(encoded),
  fc.constantFrom('%ff', '%C0%AF', '%zz', '%E0%A4', '%', '%2e%2e', '..', ';a=1', '%2F', '\u00e1'),
);

/** What is known to be there more often than what only looks like it; of keys each its own. */
const saidOf = ({ name, example, schema }: Parameter, known: Known) => {
  const described = valuesOf({ type: 'string', ...schema }).map(String);
  if (name === 'idempotency-key') return fc.oneof(often(9, fc.uuid()), described);
  const shown = fc.constantFrom(...(known[name] ?? [String(example)]));
  return fc.oneof(often(known[name] === undefined ? 2 : 12, shown), described);
};

const partsOf = (path: string, { parameters }: Described, known: Known): fc.Arbitrary<string> => {
  const inPath = parameters.filter((each) => each.in === 'path');
  const filled = fc.record(
    Object.fromEntries(
      inPath.map((each) => [
        each.name,
        fc.oneof(often(15, saidOf(each, known).map(encoded)), oddParts),
      ]),
    ),
  );
  const ends = fc.oneof(often(20, fc.constant('')), fc.constantFrom('/', '//', '/.', '%20', '#a'));
  return fc
    .tuple(filled, ends)
    .map(
      ([by, end]) => `${path.replaceAll(/\{(\w+)\}/g, (_, name: string) => by[name] ?? '')}${end}`,
    );
};

const pairOf = (parameter: Parameter, known: Known): fc.Arbitrary<string> =>
  fc
    .oneof(often(9, saidOf(parameter, known).map(encoded)), oddParts)
    .map((value) => `${parameter.name}=${value}`);

const strays = fc.oneof(
  fc.constantFrom('nada=1', '__proto__=1', '__proto__[a]=1', 'constructor[prototype]=1', '=', '&&'),
  fc.constantFrom('cutoff=2020-01-31&cutoff=2020-02-29', 'cutoff[]=2020-01-31', 'known[a]=1'),
  fc.constantFrom('%zz=%zz', '%00=1', 'cutoff', `known=${'9'.repeat(3_000)}`, 'limit=1&limit=2'),
);

const queriesOf = ({ parameters }: Described, known: Known): fc.Arbitrary<string> => {
  const pairs = parameters
    .filter((each) => each.in === 'query')
    .map((each) => fc.option(pairOf(each, known), { freq: each.required ? 20 : 2, nil: '' }));
  return fc
    .tuple(...pairs, fc.oneof(often(12, fc.constant('')), strays))
    .map((said) => said.filter((each) => each !== '').join('&'));
};

const latin = (text: string): string => text.replaceAll(/[^\t\u0020-\u007e\u0080-\u00ff]/g, '?');

const strayHeaders: fc.Arbitrary<[string, string]> = fc.oneof(
  fc.constantFrom<[string, string]>(
    ...([
      ...[
        ['if-none-match', '*'],
        ['if-none-match', '"x"'],
        ['accept', 'text/html'],
      ],
      ...[
        ['origin', 'https://otro.example'],
        ['sec-fetch-site', 'cross-site'],
        ['origin', 'null'],
      ],
      ...[
        ['content-encoding', 'gzip'],
        ['content-type', 'text/plain'],
        ['content-type', 'a/b/c'],
      ],
      ...[
        ['content-type', 'application/json; charset=utf-16'],
        ['content-type', ''],
      ],
      ...[
        ['x-forwarded-for', '%'],
        ['x-forwarded-host', '\u00e1'],
        ['x-http-method-override', 'PUT'],
      ],
      ...[
        ['cookie', 'poa_session=%zz; poa_visit=%'],
        ['expect', '100-continue'],
        ['range', 'bytes=0-1'],
      ],
    ] as [string, string][]),
  ),
  fc.tuple(fc.constantFrom('x-correlation-id', 'if-match', 'idempotency-key'), oddTexts.map(latin)),
);

const headersOf = ({ parameters }: Described, known: Known): fc.Arbitrary<[string, string][]> => {
  const said = parameters
    .filter((each) => each.in === 'header')
    .map((each): fc.Arbitrary<[string, string]> =>
      fc.tuple(fc.constant(each.name), saidOf(each, known).map(latin)),
    );
  const some = said.map((each, index) =>
    index === 0 ? fc.option(each, { freq: 15 }) : fc.oneof(often(5, fc.constant(null)), each),
  );
  return fc
    .tuple(...some, fc.oneof(often(9, fc.constant(null)), strayHeaders))
    .map((pairs) => pairs.filter((pair) => pair !== null));
};

const operationAt = (method: string, path: string): Described => {
  const operation = apiDocument.paths[path]?.[method];
  if (operation === undefined) throw new Error(`there is no ${method} ${path}`);
  return operation;
};

/** Requests of an operation: most of them as it is described, the others odd in some part. */
export const requestsOf = (method: string, path: string, known: Known): fc.Arbitrary<Fuzzed> => {
  const operation = operationAt(method, path);
  const [content] = Object.entries(operation.requestBody?.content ?? {});
  const usual = fc.constant(method.toUpperCase());
  const none = fc.oneof(often(9, fc.constant(null)), oddBodies);
  const parts = {
    method: fc.oneof(
      often(40, usual),
      fc.constantFrom(...(method === 'get' ? ['HEAD', 'PATCH'] : ['PATCH'])),
    ),
    address: partsOf(path, operation, known),
    query: queriesOf(operation, known),
    said: headersOf(operation, known),
    body: content === undefined ? none : bodiesOf(path, content[0], content[1].schema),
  };
  const type = content === undefined ? [] : [['content-type', content[0]] as const];
  return fc.record(parts).map(({ address, query, said, ...rest }) => ({
    ...rest,
    path: query === '' ? address : `${address}?${query}`,
    // of a header that is said twice the first counts
    headers: [...said, ...type],
  }));
};
