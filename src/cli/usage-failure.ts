import type { CommanderError } from 'commander';
import { Failure } from '../catalogue/failure.ts';

/** What commander says of a command line that it cannot read, and how people here say it. */
const sentences: readonly (readonly [RegExp, string])[] = [
  [/^error: unknown option '(.+?)'/, 'no existe la opción $1'],
  [/^error: unknown command '(.+?)'/, 'no existe la orden $1'],
  [/^error: missing required argument '(.+)'/, 'falta el argumento <$1>'],
  [/^error: required option '(.+)' not specified/, 'falta la opción $1'],
  [/^error: option '(.+)' argument missing/, 'falta el valor de $1'],
  [/^error: option '(.+?)' cannot be used with option '(.+?)'/, 'use una de las dos: $1 o $2'],
  [/^error: too many .* Expected (\d+) .* got (\d+): (.+)\./, 'hay $2 argumentos y se usan $1: $3'],
  [/^error: option '(.+)' argument '(.*)' is invalid\. .* are (.+)\./, '$1: «$2» no es de: $3'],
  [
    /^error: .* value '(.*)' is invalid for argument '(.+)'\. .* are (.+)\./,
    '<$2>: «$1» no es de: $3',
  ],
];

const suggestionOf = (message: string): string => {
  const [, similar] = /Did you mean (?:one of )?(.+)\?/.exec(message) ?? [];
  return similar === undefined ? '' : `; ¿quiso decir ${similar}?`;
};

/** A command line that cannot be read, as a refusal like any other. */
export const usageFailure = ({ message }: CommanderError): Failure => {
  const [first = ''] = message.split('\n');
  const known = sentences.find(([shape]) => shape.test(first));
  const problem = known === undefined ? message : first.replace(...known).replace(/\.$/, '');
  return new Failure('INVALID_COMMAND', { problem: `${problem}${suggestionOf(message)}` });
};
