import { describe, it } from '@jest/globals';
import { takeForm } from '../../support/acts.ts';
import { beyond, execute, open, reserve, within } from '../../support/commands.ts';
import { corrected, executed, reserved } from '../../support/events.ts';
import { given } from '../../support/given.ts';
import type { Line } from '../../support/lines.ts';
import { form } from '../../support/stated-files.ts';

const of = (money: string): Line[] => [['11.01.01', '20000', 'TGN', money]];
const one = () => [
  open(),
  takeForm(form('2020-11-30', { '11.01.01': [['20000', 'TGN', '100.00', '40.00']] })),
];

describe('a document on or before the corte of a form', () => {
  it('within the level takes it on the day of the corte too', () => {
    given(...one())
      .when(execute('2020-11-30', 'C31 1/1', of('5.00'), { forms: within }))
      .then(
        executed('2020-11-30', 'C31 1/1', of('5.00')),
        corrected('2020-11-30', 'document', ['11.01.01', '20000', 'TGN', '-5.00']),
      );
  });

  it('is beyond the level with its execution alone', () => {
    given(...one())
      .when(reserve('2020-11-10', 'PRE 1/1', of('5.00'), { also: ['executed'], forms: beyond() }))
      .then(
        reserved('2020-11-10', 'PRE 1/1', of('5.00')),
        executed('2020-11-10', 'PRE 1/1', of('5.00'), { beyond: '2020-11-30' }),
      );
  });

  it('is told the cortes in their order, however the forms arrived', () => {
    given(
      ...one(),
      takeForm(form('2020-10-31', { '11.01.01': [['20000', 'TGN', '100.00', '30.00']] })),
    )
      .when(execute('2020-10-15', 'C31 1/1', of('5.00')))
      .thenRefused('STATED_BY_FORMS', {
        day: '2020-10-15',
        cortes: ['2020-10-31', '2020-11-30'],
      });
  });
});
