import fc from 'fast-check';
import { apiDocument } from './api-document.ts';
import { dayOfYear } from './arbitraries.ts';

/** As far as what is sent is described with it. */
export interface Schema {
  readonly $ref?: string;
  readonly anyOf?: readonly Schema[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly type?: string;
  readonly pattern?: string;
  readonly examples?: readonly unknown[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Schema;
  readonly uniqueItems?: boolean;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

const isOfDay = (pattern: string): boolean => pattern.includes(String.raw`\d{4}-\d{2}-\d{2}`);

/** Of all texts that look like one, hardly any is a day of the ledger. */
const days = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 366 }).map(dayOfYear) },
  { weight: 2, arbitrary: fc.constantFrom('0000-01-01', '0001-01-01', '2020-02-30', '9999-12-31') },
);

/** What is matched by looking ahead is not made, but found. */
const matching = (pattern: string): fc.Arbitrary<string> =>
  pattern.includes('(?')
    ? fc
        .string({ unit: 'grapheme', maxLength: 20 })
        .filter((text) => new RegExp(pattern).test(text))
    : fc.stringMatching(new RegExp(pattern), { size: 'small' });

const texts = ({ pattern, minLength = 0, maxLength = 60 }: Schema): fc.Arbitrary<string> => {
  if (pattern === undefined) {
    return fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, 60) });
  }
  return isOfDay(pattern)
    ? fc.oneof({ weight: 4, arbitrary: days }, matching(pattern))
    : matching(pattern);
};

const wholes = ({ minimum = 0, maximum = 1_000_000 }: Schema): fc.Arbitrary<number> =>
  fc.oneof(
    fc.integer({ min: minimum, max: Math.min(maximum, minimum + 60) }),
    fc.integer({ min: minimum, max: maximum }),
  );

const lists = ({ items = {}, uniqueItems }: Schema): fc.Arbitrary<unknown[]> =>
  uniqueItems === true
    ? fc.uniqueArray(valuesOf(items), { minLength: 1, maxLength: 4 })
    : fc.array(valuesOf(items), { minLength: 1, maxLength: 3 });

const objects = ({ properties = {}, required = [] }: Schema): fc.Arbitrary<object> =>
  fc.record(
    Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, valuesOf(each)])),
    { requiredKeys: [...required], noNullPrototype: true },
  );

const byType: Readonly<Record<string, (schema: Schema) => fc.Arbitrary<unknown>>> = {
  string: texts,
  integer: wholes,
  boolean: () => fc.boolean(),
  null: () => fc.constant(null),
  array: lists,
  object: objects,
};

const resolved = ({ $ref = '' }: Schema): Schema =>
  apiDocument.components.schemas[$ref.split('/').at(-1) ?? ''] ?? {};

const described = (schema: Schema): fc.Arbitrary<unknown> => {
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  if (schema.anyOf !== undefined) return fc.oneof(...schema.anyOf.map(valuesOf));
  return (byType[schema.type ?? ''] ?? (() => fc.anything()))(schema);
};

/** Values that a schema admits; of those that it shows, more than of others. */
export const valuesOf = (schema: Schema): fc.Arbitrary<unknown> => {
  if (schema.$ref !== undefined) return valuesOf(resolved(schema));
  const { examples = [] } = schema;
  if (examples.length === 0) return described(schema);
  return fc.oneof(fc.constantFrom(...examples), described(schema));
};
