import { join } from 'node:path';
import {
  type CompletedConfig,
  createFormatter,
  createParser,
  createProgram,
  DEFAULT_CONFIG,
  SchemaGenerator,
} from 'ts-json-schema-generator';
import { keysParser } from './keys-parser.ts';
import { type Schema, textSchemas } from './text-schemas.ts';

type Schemas = Record<string, Schema>;

const mapped = (value: unknown, change: (node: Schema) => unknown): unknown => {
  if (Array.isArray(value)) return value.map((each) => mapped(each, change));
  if (typeof value !== 'object' || value === null) return value;
  const changed = change(value as Schema);
  if (changed !== value) return changed;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, mapped(each, change)] as const),
  );
};

const isComponentName = (name: string): boolean => /^\w+$/.test(name);

const nameIn = ({ $ref }: Schema): string | undefined =>
  typeof $ref === 'string' ? decodeURIComponent($ref.replace('#/definitions/', '')) : undefined;

/** A tuple as this edition of JSON schemas writes it. */
const tupleOf = (
  { items, additionalItems = false, ...rest }: Schema,
  definitions: Schemas,
): Schema => ({
  ...rest,
  prefixItems: rewritten(items, definitions),
  items: rewritten(additionalItems, definitions),
});

const wholeOf = (type: unknown): unknown =>
  Array.isArray(type) ? type.map(wholeOf) : type === 'number' ? 'integer' : type;

const isNumber = (type: unknown): boolean => [type].flat().includes('number');

/**
 * What a type of a type is called by the generator holds places in files: it is written out where
 * it is used, so that the document changes with the types alone. Numbers are whole: money is text.
 */
const rewritten = (schema: unknown, definitions: Schemas): unknown =>
  mapped(schema, (node) => {
    if (isNumber(node.type)) return { ...node, type: wholeOf(node.type) };
    if (Array.isArray(node.items)) return tupleOf(node, definitions);
    const name = nameIn(node);
    if (name === undefined) return node;
    return isComponentName(name)
      ? { $ref: `#/components/schemas/${name}` }
      : rewritten(definitions[name], definitions);
  });

const generator = (root: string): SchemaGenerator => {
  const config: CompletedConfig = {
    ...DEFAULT_CONFIG,
    path: join(root, '{src/application,src/bus,src/http,projections}/**/*.ts'),
    tsconfig: join(root, 'tsconfig.json'),
    expose: 'export',
    jsDoc: 'none',
    skipTypeCheck: true,
    additionalProperties: false,
  };
  const program = createProgram(config);
  const parser = createParser(program, config, (parsers) => {
    parsers.addNodeParser(keysParser(program.getTypeChecker()));
  });
  return new SchemaGenerator(program, parser, createFormatter(config), config);
};

const definitionsOf = (made: SchemaGenerator, type: string): Schemas =>
  (made.createSchema(type).definitions ?? {}) as Schemas;

/** @throws where one name stands for two types */
const put = (schemas: Schemas, name: string, schema: Schema): void => {
  const before = schemas[name];
  if (before !== undefined && JSON.stringify(before) !== JSON.stringify(schema)) {
    throw new Error(`two types that are answered are called ${name}`);
  }
  schemas[name] = schema;
};

/** The schemas of exported types and of all that they are made of, by name. */
export const schemasOf = (root: string, types: readonly string[]): Schemas => {
  const made = generator(root);
  const schemas: Schemas = {};
  for (const type of types) {
    const definitions = definitionsOf(made, type);
    for (const [name, definition] of Object.entries(definitions)) {
      if (!isComponentName(name)) continue;
      const schema = textSchemas[name] ?? (rewritten(definition, definitions) as Schema);
      put(schemas, name, schema);
    }
  }
  return schemas;
};
