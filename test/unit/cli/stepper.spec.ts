import { describe, expect, it } from '@jest/globals';
import { Stepper } from '../../../src/cli/stepper.ts';

/** Three steps: records 0 and 1, record 2, record 5. */
const pressed = (...keys: readonly string[]) => {
  const stepper = new Stepper([[0, 1], [2], [5]]);
  return keys.map((key) => stepper.press(key)).at(-1);
};

describe('Going through a history', () => {
  it.each([
    ['forward with space', [' '], 1],
    ['forward with n', ['n', 'n'], 2],
    ['forward and back with the arrows', ['\u001b[C', '\u001b[C', '\u001b[D'], 1],
    ['back with p', ['n', 'p'], 0],
    ['to the step of a record', ['g', '5', '\r'], 2],
    ['to a record that was corrected while typed', ['g', '5', '\u007f', '1', '\r'], 0],
  ])('goes %s', (_, keys, place) => {
    expect(pressed(...keys)).toEqual({ does: 'show', place });
  });

  it.each([
    ['there is nothing before the first step', ['p'], 'es el primer paso'],
    ['there is nothing behind the last one', ['n', 'n', 'n'], 'es el último paso'],
    ['a record is in no step', ['g', '3', '\r'], 'el registro 3 no está en este recorrido'],
    ['no number was typed', ['g', '\r'], 'falta el número del registro'],
  ])('says that %s, and stays', (_, keys, text) => {
    expect(pressed(...keys)).toEqual({ does: 'say', text });
  });

  it.each(['q', '\u0003', '\u0004'])('leaves, also while a number is typed', (key) => {
    expect(pressed(key)).toEqual({ does: 'leave' });
    expect(pressed('g', '1', key)).toEqual({ does: 'leave' });
  });

  it('passes over every other key, and takes p for no digit', () => {
    expect(pressed('x')).toEqual({ does: 'nothing' });
    expect(pressed('g', 'p')).toEqual({ does: 'nothing' });
  });

  it('goes on with the keys once a number was given up', () => {
    expect(pressed('g', '9', '\u001b', 'n')).toEqual({ does: 'show', place: 1 });
  });
});
