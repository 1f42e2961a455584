import { describe, it } from '@jest/globals';
import type { Draft } from '../../../src/catalogue/events.ts';
import { takeBudget, takeForm } from '../../support/acts.ts';
import { described, distribute, open, program, register } from '../../support/commands.ts';
import {
  event,
  formTaken,
  juneAdjustment,
  statedAdjustment,
  statedDistribution,
  statedExecution,
} from '../../support/events.ts';
import { given } from '../../support/given.ts';
import { day } from '../../support/lines.ts';
import { budget, form, june } from '../../support/stated-files.ts';

const byGroup = () =>
  takeBudget(
    budget([
      [null, '20000', 'TGN', '100.00'],
      [null, '30000', 'TGN', '50.00'],
    ]),
  );
const levels = {
  '11.01.01': [['20000', 'TGN', '80.00', '60.00']],
  '11.01.02': [
    ['20000', 'TGN', '10.00', '0.00'],
    ['30000', 'TGN', '60.00', '30.00'],
  ],
} as const;
const registered = (on: string, code: string, position: number): Draft =>
  event('ActivityRegistered', on, {
    activity: code as never,
    ...described(code, { position }),
  });

describe('the first plan that forms state', () => {
  it('adjusts the original by group and source, then distributes it, both on its own day', () => {
    given(byGroup())
      .when(takeForm(form('2020-12-31', levels)))
      .then(
        registered('2020-06-30', '11.01.01', 1),
        registered('2020-06-30', '11.01.02', 2),
        statedAdjustment(
          '2020-06-30',
          juneAdjustment,
          [
            [null, '20000', 'TGN', '-10.00'],
            [null, '30000', 'TGN', '10.00'],
          ],
          true,
        ),
        statedDistribution(
          '2020-06-30',
          ['11.01.01', '20000', 'TGN', '80.00'],
          ['11.01.02', '20000', 'TGN', '10.00'],
          ['11.01.02', '30000', 'TGN', '60.00'],
          [null, '20000', 'TGN', '-90.00'],
          [null, '30000', 'TGN', '-60.00'],
        ),
        statedExecution(
          '2020-12-31',
          ['11.01.01', '20000', 'TGN', '60.00'],
          ['11.01.02', '30000', 'TGN', '30.00'],
        ),
        formTaken('form-12', '2020-12-31', june, levels),
      )
      .thenNoFindings();
  });

  it('is adjusted against nothing where the original is not known, and said', () => {
    given(open())
      .when(takeForm(form('2020-12-31', { '11.01.01': [['20000', 'TGN', '80.00', '0.00']] })))
      .then(
        registered('2020-06-30', '11.01.01', 1),
        statedAdjustment('2020-06-30', juneAdjustment, [[null, '20000', 'TGN', '80.00']], true),
        statedDistribution(
          '2020-06-30',
          ['11.01.01', '20000', 'TGN', '80.00'],
          [null, '20000', 'TGN', '-80.00'],
        ),
        formTaken('form-12', '2020-12-31', june, {
          '11.01.01': [['20000', 'TGN', '80.00', '0.00']],
        }),
      )
      .thenFindings({ code: 'ORIGINAL_NOT_KNOWN', facts: {} });
  });

  it('is not assumed where its day is said', () => {
    const version = { ...june, day: day('2020-06-15'), assumed: false };
    given(open())
      .when(
        takeForm(
          form('2020-12-31', { '11.01.01': [['20000', 'TGN', '80.00', '0.00']] }, { version }),
        ),
      )
      .then(
        registered('2020-06-15', '11.01.01', 1),
        statedAdjustment('2020-06-15', juneAdjustment, [[null, '20000', 'TGN', '80.00']]),
        statedDistribution(
          '2020-06-15',
          ['11.01.01', '20000', 'TGN', '80.00'],
          [null, '20000', 'TGN', '-80.00'],
        ),
        formTaken('form-12', '2020-12-31', version, {
          '11.01.01': [['20000', 'TGN', '80.00', '0.00']],
        }),
      );
  });

  it('adjusts the lines of activities where the original is known by activity', () => {
    given(
      open(),
      register('2020-01-01', '11.01.01', { position: 1 }),
      program('2020-01-01', ['11.01.01', '20000', 'TGN', '100.00']),
    )
      .when(takeForm(form('2020-12-31', { '11.01.01': [['20000', 'TGN', '80.00', '0.00']] })))
      .then(
        statedAdjustment(
          '2020-06-30',
          juneAdjustment,
          [['11.01.01', '20000', 'TGN', '-20.00']],
          true,
        ),
        formTaken('form-12', '2020-12-31', june, {
          '11.01.01': [['20000', 'TGN', '80.00', '0.00']],
        }),
      );
  });

  it('takes a group of a listed activity that it lacks down to zero', () => {
    given(
      open(),
      register('2020-01-01', '11.01.01', { position: 1 }),
      program(
        '2020-01-01',
        ['11.01.01', '20000', 'TGN', '100.00'],
        ['11.01.01', '30000', 'TGN', '7.00'],
      ),
    )
      .when(takeForm(form('2020-12-31', { '11.01.01': [['20000', 'TGN', '100.00', '0.00']] })))
      .then(
        statedAdjustment(
          '2020-06-30',
          juneAdjustment,
          [['11.01.01', '30000', 'TGN', '-7.00']],
          true,
        ),
        formTaken('form-12', '2020-12-31', june, {
          '11.01.01': [['20000', 'TGN', '100.00', '0.00']],
        }),
      );
  });

  it('contains what hands distributed before it', () => {
    given(
      open(),
      register('2020-01-01', '11.01.01', { position: 1 }),
      program('2020-01-01', [null, '20000', 'TGN', '100.00']),
      distribute(
        '2020-02-01',
        [null, '20000', 'TGN', '-60.00'],
        ['11.01.01', '20000', 'TGN', '60.00'],
      ),
    )
      .when(takeForm(form('2020-12-31', { '11.01.01': [['20000', 'TGN', '100.00', '0.00']] })))
      .then(
        statedDistribution(
          '2020-06-30',
          ['11.01.01', '20000', 'TGN', '40.00'],
          [null, '20000', 'TGN', '-40.00'],
        ),
        formTaken('form-12', '2020-12-31', june, {
          '11.01.01': [['20000', 'TGN', '100.00', '0.00']],
        }),
      );
  });

  it('keeps money without group and without source as such', () => {
    given(takeBudget(budget([[null, '20000', null, '100.00']])))
      .when(takeForm(form('2020-12-31', { '11.01.01': [[null, 'TGN', '100.00', '38.00']] })))
      .then(
        registered('2020-06-30', '11.01.01', 1),
        statedAdjustment(
          '2020-06-30',
          juneAdjustment,
          [
            [null, '20000', null, '-100.00'],
            [null, null, 'TGN', '100.00'],
          ],
          true,
        ),
        statedDistribution(
          '2020-06-30',
          ['11.01.01', null, 'TGN', '100.00'],
          [null, null, 'TGN', '-100.00'],
        ),
        statedExecution('2020-12-31', ['11.01.01', null, 'TGN', '38.00']),
        formTaken('form-12', '2020-12-31', june, {
          '11.01.01': [[null, 'TGN', '100.00', '38.00']],
        }),
      );
  });
});
