import { describe, it } from '@jest/globals';
import type { Draft } from '../../../src/catalogue/events.ts';
import { approve, takeForm } from '../../support/acts.ts';
import { described, open, program, register, reverse } from '../../support/commands.ts';
import {
  event,
  formTaken,
  juneAdjustment,
  statedAdjustment,
  statedDistribution,
} from '../../support/events.ts';
import { given } from '../../support/given.ts';
import { form, june } from '../../support/stated-files.ts';

const registered = (on: string, code: string, position: number): Draft =>
  event('ActivityRegistered', on, {
    activity: code as never,
    ...described(code, { position }),
  });

describe('the lines of the first plan that forms state', () => {
  it('names money without group and without source behind the other', () => {
    const stated = {
      '11.01.01': [
        [null, 'TGN', '1.00', '0.00'],
        ['20000', null, '2.00', '0.00'],
        ['20000', 'TGN', '3.00', '0.00'],
      ],
    } as const;
    given(open())
      .when(takeForm(form('2020-12-31', stated as never)))
      .then(
        registered('2020-06-30', '11.01.01', 1),
        statedAdjustment(
          '2020-06-30',
          juneAdjustment,
          [
            [null, '20000', 'TGN', '3.00'],
            [null, '20000', null, '2.00'],
            [null, null, 'TGN', '1.00'],
          ],
          true,
        ),
        statedDistribution(
          '2020-06-30',
          ['11.01.01', '20000', 'TGN', '3.00'],
          ['11.01.01', '20000', null, '2.00'],
          ['11.01.01', null, 'TGN', '1.00'],
          [null, '20000', 'TGN', '-3.00'],
          [null, '20000', null, '-2.00'],
          [null, null, 'TGN', '-1.00'],
        ),
        formTaken('form-12', '2020-12-31', june, stated as never),
      );
  });

  it('is distributed where what was programmed by activity was wholly reversed', () => {
    const stated = { '11.01.01': [['20000', 'TGN', '100.00', '0.00']] } as const;
    given(
      open(),
      register('2020-01-01', '11.01.01', { position: 1 }),
      program('2020-01-01', ['11.01.01', '20000', 'TGN', '100.00']),
      reverse('2020-01-01', 2),
      program('2020-01-01', [null, '20000', 'TGN', '100.00']),
      approve(),
    )
      .when(takeForm(form('2020-12-31', stated)))
      .then(
        statedDistribution(
          '2020-06-30',
          ['11.01.01', '20000', 'TGN', '100.00'],
          [null, '20000', 'TGN', '-100.00'],
        ),
        formTaken('form-12', '2020-12-31', june, stated),
      );
  });
});
