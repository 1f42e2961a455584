import { ValidateNested } from 'class-validator';
import { Failure, placed } from '../../catalogue/failure.ts';
import { fieldsOf } from './field.ts';
import { type BodyClass, check, type Kind } from './kind.ts';

const isObject = (value: unknown): value is object =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !ArrayBuffer.isView(value);

/** Stands for what cannot be a part: its checks refuse it, and none of them goes down into it. */
const unfit = false;

const within = (at: string, name: string): string => (at === '' ? name : `${at}.${name}`);

/** Goes no deeper than the fields do, however deep what was sent is. @throws INVALID_COMMAND */
const instanceOf = <Body extends object>(
  body: BodyClass<Body>,
  given: object,
  at: string,
): object => {
  const fields = fieldsOf(body);
  const made = new body();
  for (const [name, value] of Object.entries(given)) {
    const place = within(at, name.slice(0, 60));
    const kind = fields.get(name);
    if (kind === undefined) {
      throw new Failure('INVALID_COMMAND', { problem: 'no existe este campo' }, { field: place });
    }
    Object.assign(made, { [name]: kind.made(value, place) });
  }
  return made;
};

/** The fields as their kinds read them; one that was left out is not there. */
const fieldsRead = (body: BodyClass, checked: object, at: string): object => {
  const read: [string, unknown][] = [];
  for (const [name, kind] of fieldsOf(body)) {
    const value: unknown = Reflect.get(checked, name);
    if (value !== undefined) read.push([name, kind.read(value, within(at, name))]);
  }
  return Object.fromEntries(read);
};

/** Something with fields of its own. */
export const part = <Body extends object>(body: BodyClass<Body>): Kind<Body> => ({
  schema: { $ref: `#/components/schemas/${body.name}` },
  part: body,
  checks: [check((value) => value instanceof body, 'un objeto'), ValidateNested()],
  made: (given, at) => (isObject(given) ? instanceOf(body, given, at) : unfit),
  read: (checked, at) => fieldsRead(body, checked as object, at) as Body,
  isOptional: false,
});

/** Some things, at least one, each with fields of its own. */
export const list = <Body extends object>(
  body: BodyClass<Body>,
  most: number,
): Kind<readonly Body[]> => {
  const item = part(body);
  const isList = (value: unknown): boolean =>
    Array.isArray(value) &&
    value.length > 0 &&
    value.length <= most &&
    value.every((each) => each instanceof body);
  return {
    schema: { type: 'array', items: item.schema, minItems: 1, maxItems: most },
    part: body,
    checks: [
      check(isList, `una lista de 1 a ${String(most)} objetos`),
      ValidateNested({ each: true }),
    ],
    made: (given, at) =>
      Array.isArray(given) && given.length <= most
        ? given.map((each, index) => item.made(each, `${at}[${String(index)}]`))
        : unfit,
    read: (checked, at) =>
      (checked as object[]).map((each, index) => item.read(each, `${at}[${String(index)}]`)),
    isOptional: false,
  };
};

/** What a part comes to, where its shape is not that of the catalogue. */
export const as = <Body, Value>(kind: Kind<Body>, read: (body: Body) => Value): Kind<Value> => ({
  ...kind,
  read: (checked, at) => {
    const body = kind.read(checked, at);
    return placed({ field: at }, () => read(body));
  },
});
