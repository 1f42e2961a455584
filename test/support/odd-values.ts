import fc from 'fast-check';

const nested = (depth: number): unknown => {
  let value: unknown = 'hondo';
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
};

const ofPrototypes = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'];

/** Texts that a program may stumble over. */
export const oddTexts: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\0',
    '\ud800',
    'a\udc00b',
    '\u202e',
    '\ufeff',
    '𝕏',
    'ﷺ',
    '\n',
    '\u2028',
  ),
  fc.constantFrom(...ofPrototypes),
  fc.constantFrom('..', '../../etc/passwd', '<b>', "' OR 1=1", '${7*7}', '%00', '%', 'null', 'NaN'),
  fc.constantFrom('1e3', '-0', '0x1F', '1,00', '٣', '٢٠٢٠-٠١-٠١', '999999999999999999999'),
  fc.constantFrom('x'.repeat(5_000), 'ñ'.repeat(70), '.'.repeat(300), '9'.repeat(400)),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

/** Values of JSON that nobody expects where something is expected. */
const oddValues: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: oddTexts },
  fc.constantFrom<unknown>(null, true, 0, -1, 1.5, 1e308, -1e-7, 2 ** 53, [], {}),
  fc.constantFrom(
    nested(50),
    nested(1_000),
    Array.from({ length: 6_000 }, () => ({})),
  ),
  fc.constantFrom<unknown>({ toString: 1 }, { length: 3 }, [null], [[]], { then: {} }),
  fc.constantFrom(...ofPrototypes).map((name) => JSON.parse(`{"${name}":{"a":1}}`) as unknown),
  fc.jsonValue({ maxDepth: 3 }),
);

type Place = readonly (string | number)[];

const placesIn = (value: unknown, at: Place = []): Place[] => {
  if (typeof value !== 'object' || value === null) return [at];
  const keys = Array.isArray(value) ? value.map((_, index) => index) : Object.keys(value);
  return [at, ...keys.flatMap((key) => placesIn(Reflect.get(value, key), [...at, key]))];
};

type Change = (value: unknown) => unknown;

const changedAt = (value: unknown, [step, ...rest]: Place, change: Change): unknown => {
  if (step === undefined || typeof value !== 'object' || value === null) return change(value);
  const copy: object = Array.isArray(value) ? [...(value as unknown[])] : { ...value };
  const changed = changedAt(Reflect.get(value, step), rest, change);
  if (changed === undefined) Reflect.deleteProperty(copy, step);
  else Reflect.set(copy, step, changed);
  return copy;
};

/** One more field; unlike an assignment, it is one under the name of the prototype too. */
const withField =
  (name: string, given: unknown): Change =>
  (value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries([...Object.entries(value), [name, given]])
      : given;

const changes: fc.Arbitrary<Change> = fc.oneof(
  { weight: 3, arbitrary: oddValues.map((odd) => () => odd) },
  fc.constant(() => undefined),
  fc.tuple(oddTexts, oddValues).map(([name, odd]) => withField(name, odd)),
);

/** Something that was right, and is odd in one place or two. */
export const brokenOnes = (right: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc
    .tuple(right, fc.array(fc.tuple(fc.nat(), changes), { minLength: 1, maxLength: 2 }))
    .map(([value, steps]) =>
      steps.reduce((given, [pick, change]) => {
        const places = placesIn(given);
        return changedAt(given, places[pick % places.length] ?? [], change);
      }, value),
    );

/** Bodies that are no JSON, or not what their type says. */
export const oddBodies: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('', ' ', '{', '{"a":', '[1,]', "{'a':1}", 'null', '3', '"x"', '{"a":1}{"b":2}'),
  fc.constantFrom('{"a":1,"a":2}', '{"a":NaN}', '{"a":1e999}', '\ufeff{}', '{"a":"\\ud800"}'),
  fc.constantFrom('['.repeat(100_000), '{"a":'.repeat(20_000), `"${'x'.repeat(70_000)}"`),
  fc.constantFrom('{"__proto__":{"a":1}}', '{"constructor":{"prototype":{"a":1}}}'),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
