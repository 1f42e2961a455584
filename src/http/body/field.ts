import type { BodyClass, Kind, Schema } from './kind.ts';

type Fields = Map<string, Kind<unknown>>;

const fieldsByPrototype = new WeakMap<object, Fields>();

/** The fields of a class, those of the classes that it extends first. */
export const fieldsOf = (body: BodyClass): ReadonlyMap<string, Kind<unknown>> => {
  const fields: Fields = new Map();
  let prototype = body.prototype as object | null;
  const own: Fields[] = [];
  while (prototype !== null) {
    own.unshift(fieldsByPrototype.get(prototype) ?? new Map<string, Kind<unknown>>());
    prototype = Reflect.getPrototypeOf(prototype);
  }
  for (const each of own) for (const [name, kind] of each) fields.set(name, kind);
  return fields;
};

/** A property that may be what a kind gives; the types of the two are held together. */
type Taking<Value> = <Target extends object, Key extends string & keyof Target>(
  target: Target,
  key: Key & ([Value] extends [Target[Key]] ? unknown : never),
) => void;

/** Says at once what a property takes, what is held against it and what the description says. */
export const field =
  <Value>(kind: Kind<Value>): Taking<Value> =>
  (target, key) => {
    const fields = fieldsByPrototype.get(target) ?? (new Map() as Fields);
    fieldsByPrototype.set(target, fields.set(key, kind));
    for (const decorate of kind.checks) decorate(target, key);
  };

/** What a class takes, as the description of the API says it. */
const schemaOf = (body: BodyClass): Schema => {
  const fields = [...fieldsOf(body)];
  const required = fields.filter(([, { isOptional }]) => !isOptional).map(([name]) => name);
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map(([name, { schema }]) => [name, schema])),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  };
};

/** A class and its parts by their names. */
export const bodySchemas = (body: BodyClass): Record<string, Schema> => {
  const parts = [...fieldsOf(body).values()].flatMap(({ part }) => part ?? []);
  const within = parts.flatMap((part) => Object.entries(bodySchemas(part)));
  return { ...Object.fromEntries(within), [body.name]: schemaOf(body) };
};
