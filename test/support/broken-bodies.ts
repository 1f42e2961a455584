import { apiDocument } from './api-document.ts';

type Body = Readonly<Record<string, unknown>>;

interface Schema {
  readonly $ref?: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

const resolved = (schema: Schema): Schema =>
  schema.$ref === undefined
    ? schema
    : (apiDocument.components.schemas[schema.$ref.split('/').at(-1) ?? ''] as Schema);

/** What a body of a command is described to be. */
export const bodySchema = (name: string): Schema => {
  const path = `/api/v1/ledgers/{ledger}/commands/${name}`;
  const { requestBody } = apiDocument.paths[path]?.post ?? {};
  return resolved(requestBody?.content['application/json']?.schema ?? {});
};

const isBody = (value: unknown): value is Body =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const without = (body: Body, left: string): Body =>
  Object.fromEntries(Object.entries(body).filter(([name]) => name !== left));

/** A part of a body that is broken, put back where it stood. */
const insideOf = (body: Body, schema: Schema): [string, Body][] =>
  Object.entries(body).flatMap(([name, value]): [string, Body][] => {
    const part = resolved(schema.properties?.[name] ?? {});
    if (isBody(value)) {
      return broken(value, part).map(([field, each]) => [
        `${name}.${field}`,
        { ...body, [name]: each },
      ]);
    }
    const [first, ...rest] = Array.isArray(value) ? (value as unknown[]) : [];
    if (!isBody(first)) return [];
    return broken(first, resolved(part.items ?? {})).map(([field, each]) => [
      `${name}[0].${field}`,
      { ...body, [name]: [each, ...rest] },
    ]);
  });

/** Every way to break a body in one field: one more, one of another type, one that lacks; with the field. */
export const broken = (body: Body, schema: Schema): [field: string, body: Body][] => [
  ['nada', { ...body, nada: 1 }],
  ...Object.keys(body).map((name): [string, Body] => [name, { ...body, [name]: false }]),
  ...Object.keys(body).map((name): [string, Body] => [name, { ...body, [name]: [7] }]),
  ...(schema.required ?? []).map((name): [string, Body] => [name, without(body, name)]),
  ...insideOf(body, schema),
];
