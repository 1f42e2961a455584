import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { failures } from '../../../src/catalogue/failures.ts';
import { schemasOf } from './answer-schemas.ts';
import { describedModule } from './running-module.ts';
import { sentSchemas } from './sent-schemas.ts';
import type { Schema } from './text-schemas.ts';

const component = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

const object = (properties: Readonly<Record<string, Schema>>): Schema => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});

const word = (status: string): Schema => object({ status: { type: 'string', const: status } });

/** Answers that have no type of their own. */
const plainAnswers: Readonly<Record<string, Schema>> = {
  Ledgers: object({ ledgers: { type: 'array', items: component('LedgerSummary') } }),
  Live: word('live'),
  Ready: word('ready'),
};

/** @see RFC 9457 */
const problem: Schema = {
  ...object({
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer', minimum: 400, maximum: 599 },
    code: component('FailureCode'),
    detail: { type: 'string', description: 'Qué pasó, para personas.' },
    correlationId: { type: 'string', description: 'La identificación de la solicitud.' },
  }),
  additionalProperties: true,
};

const failureCode: Schema = {
  type: 'string',
  description: 'Por qué se rechaza: estable, para programas (docs/errors.md).',
  enum: Object.keys(failures),
};

const namesIn = (value: unknown): string[] =>
  [...JSON.stringify(value).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(
    ([, name = '']) => name,
  );

/** A view under what every answer says: neither may say more, both together say all. */
const answerOf = (view: string): Schema => ({
  allOf: [component('Envelope'), component(view)],
  unevaluatedProperties: false,
});

const open = ({ additionalProperties: _, ...schema }: Schema): Schema => schema;

const named = { Problem: problem, FailureCode: failureCode };

/** Answers that are a type as it is: not a view under what every view says, and made of no class. */
const isWhole = (name: string): boolean =>
  !/(Answer|Body)$/.test(name) && !Object.hasOwn({ ...plainAnswers, ...named }, name);

const schemasFor = (root: string, names: readonly string[]): Record<string, Schema> => {
  const answers = names.filter((name) => name.endsWith('Answer'));
  const whole = names.filter(isWhole);
  const views = [...answers.map((name) => name.replace(/Answer$/, '')), 'Envelope'];
  const made = schemasOf(root, [...views, ...whole, 'LedgerSummary']);
  const opened = views.map((view) => [view, open(made[view] ?? {})] as const);
  const composed = answers.map((name) => [name, answerOf(name.replace(/Answer$/, ''))] as const);
  return { ...made, ...Object.fromEntries([...opened, ...composed]), ...plainAnswers, ...named };
};

const sorted = <Value>(record: Readonly<Record<string, Value>>): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1)));

interface Parameter {
  readonly schema?: { readonly example?: unknown };
}

interface Operation {
  readonly 'x-needs'?: string;
  readonly parameters?: readonly Parameter[];
}

/** An example stands beside the schema: in it, the word means nothing any more. */
const placed = ({ schema = {}, ...parameter }: Parameter): Parameter => {
  const { example, ...rest } = schema;
  return { ...parameter, ...(example !== undefined && { example }), schema: rest };
};

const withExamples = (path: object): object =>
  Object.fromEntries(
    Object.entries(path).map(([method, operation]: [string, Operation]) => [
      method,
      {
        ...operation,
        parameters: (operation.parameters ?? []).map(placed),
        ...(operation['x-needs'] === 'anyone' && { security: [] }),
      },
    ]),
  );

const tags = [
  { name: 'Libros', description: 'Las vistas de los libros.' },
  { name: 'Órdenes', description: 'Lo que se registra en un libro.' },
  { name: 'Personas', description: 'Quién entra, para qué, y qué leyó.' },
];

const securitySchemes = {
  token: {
    type: 'http',
    scheme: 'bearer',
    description: 'Una ficha de acceso, para programas (POST /api/v1/tokens).',
  },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'poa_session',
    description:
      'Una sesión del navegador (POST /api/v1/session); lo que cambia algo lleva además X-CSRF-Token.',
  },
};

/** The description of the API: its routes as the module has them, its schemas as the types are. */
export const openApiDocument = async (root: string): Promise<string> => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  const { openapi, info, paths: described } = await describedModule(version);
  const { title, description, version: own } = info;
  const paths = Object.fromEntries(
    Object.entries(sorted(described)).map(([path, item]) => [path, withExamples(item)]),
  );
  const answered = schemasFor(root, [...new Set(namesIn(paths))]);
  const schemas = sorted({ ...answered, ...(await sentSchemas()) });
  const document = {
    openapi,
    info: { title, description, version: own },
    tags,
    security: [{ token: [] }, { session: [] }],
    paths,
    components: { securitySchemes, schemas },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
};
