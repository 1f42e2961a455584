import { type ValidationError, validateSync } from 'class-validator';
import { Failure } from '../../catalogue/failure.ts';
import type { BodyClass } from './kind.ts';
import { part } from './part.ts';

interface Fault {
  readonly field: string;
  readonly problem: string;
}

const within = (at: string, property: string): string => {
  if (/^\d+$/.test(property)) return `${at}[${property}]`;
  return at === '' ? property : `${at}.${property}`;
};

const firstFault = ([error]: readonly ValidationError[], at = ''): Fault => {
  if (error === undefined) return { field: at, problem: 'no es lo que se espera' };
  const { property, constraints = {}, children = [] } = error;
  const field = within(at, property);
  const [problem] = Object.values(constraints);
  if (problem === undefined) return firstFault(children, field);
  return { field, problem: error.value === undefined ? `falta; ${problem}` : problem };
};

/**
 * What was sent, as the values of the catalogue: nothing more, nothing less, nothing else.
 * @throws INVALID_COMMAND, or the code of the value that cannot be read, with the field
 */
export const readBody = <Body extends object>(body: BodyClass<Body>, sent: unknown): Body => {
  const kind = part(body);
  const made = kind.made(sent, '');
  if (!(made instanceof body)) {
    const problem = 'se espera un objeto JSON con los campos de la orden';
    throw new Failure('INVALID_COMMAND', { problem });
  }
  const errors = validateSync(made, { validationError: { target: false } });
  if (errors.length > 0) {
    const { field, problem } = firstFault(errors);
    throw new Failure('INVALID_COMMAND', { problem }, { field });
  }
  return kind.read(made, '');
};
