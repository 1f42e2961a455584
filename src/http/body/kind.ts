import { ValidateBy, ValidateIf } from 'class-validator';
import { placed } from '../../catalogue/failure.ts';

export type Schema = Readonly<Record<string, unknown>>;

/** A class whose properties say with `field` what they take. */
export type BodyClass<Body extends object = object> = new () => Body;

/** What a field takes: how it is described, what is held against it, and what becomes of it. */
export interface Kind<Value> {
  readonly schema: Schema;
  /** the class of what it holds, where that has fields of its own */
  readonly part?: BodyClass;
  /** held against what was made of it; beyond them, `read` refuses with the code of the value */
  readonly checks: readonly PropertyDecorator[];
  /** makes parts into what their checks hang on */
  readonly made: (given: unknown, at: string) => unknown;
  readonly read: (checked: unknown, at: string) => Value;
  readonly isOptional: boolean;
}

/** Accepts or says in Spanish what is expected. */
export const check = (accepts: (value: unknown) => boolean, expected: string): PropertyDecorator =>
  ValidateBy({
    name: 'kind',
    validator: { validate: accepts, defaultMessage: () => `se espera ${expected}` },
  });

interface Plain<Given, Value> {
  readonly schema: Schema;
  readonly accepts: (value: unknown) => boolean;
  /** for people */
  readonly expected: string;
  readonly read: (given: Given) => Value;
}

/** A value without parts. */
export const plain = <Given, Value>(plainKind: Plain<Given, Value>): Kind<Value> => {
  const { schema, accepts, expected, read } = plainKind;
  return {
    schema,
    checks: [check(accepts, expected)],
    made: (given) => given,
    read: (checked, at) => placed({ field: at }, () => read(checked as Given)),
    isOptional: false,
  };
};

/** What may be left out, and is then not there. */
export const optional = <Value>(kind: Kind<Value>): Kind<Value | undefined> => ({
  ...kind,
  checks: [...kind.checks, ValidateIf((_, value) => value !== undefined)],
  isOptional: true,
});

/** What has to be said, if only that there is none or that it is not known: null. */
export const nullable = <Value>(kind: Kind<Value>): Kind<Value | null> => ({
  ...kind,
  schema: { anyOf: [kind.schema, { type: 'null' }] },
  checks: [...kind.checks, ValidateIf((_, value) => value !== null)],
  made: (given, at) => (given === null ? null : kind.made(given, at)),
  read: (checked, at) => (checked === null ? null : kind.read(checked, at)),
});
