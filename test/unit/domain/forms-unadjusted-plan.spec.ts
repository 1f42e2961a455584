import { describe, it } from '@jest/globals';
import type { Draft } from '../../../src/catalogue/events.ts';
import { takeBudget, takeForm } from '../../support/acts.ts';
import { described, open } from '../../support/commands.ts';
import {
  event,
  formTaken,
  juneAdjustment,
  statedAdjustment,
  statedDistribution,
  statedExecution,
} from '../../support/events.ts';
import { given } from '../../support/given.ts';
import { kept } from '../../support/lines.ts';
import { budget, form, june, original } from '../../support/stated-files.ts';

const registered = (on: string, code: string, position: number): Draft =>
  event('ActivityRegistered', on, {
    activity: code as never,
    ...described(code, { position }),
  });

describe('a form of the plan before any adjustment', () => {
  const plan = { '11.01.01': [['20000', 'TGN', '100.00', '10.00']] } as const;

  it('distributes the original on 1 January where it is known and the sums are equal', () => {
    given(takeBudget(budget([[null, '20000', 'TGN', '100.00']])))
      .when(takeForm(form('2020-03-31', plan, { version: original })))
      .then(
        registered('2020-01-01', '11.01.01', 1),
        statedDistribution(
          '2020-01-01',
          ['11.01.01', '20000', 'TGN', '100.00'],
          [null, '20000', 'TGN', '-100.00'],
        ),
        statedExecution('2020-03-31', ['11.01.01', '20000', 'TGN', '10.00']),
        formTaken('form-03', '2020-03-31', original, plan),
      )
      .thenNoFindings();
  });

  it('is an adjustment on 1 January, assumed, where the sums differ', () => {
    given(takeBudget(budget([[null, '20000', 'TGN', '120.00']])))
      .when(takeForm(form('2020-03-31', plan, { version: original })))
      .then(
        registered('2020-01-01', '11.01.01', 1),
        event('BudgetAdjusted', '2020-01-01', {
          adjustment: 'POA-2020',
          name: 'POA 2020',
          kind: 'stated',
          instrument: null,
          lines: kept([[null, '20000', 'TGN', '-20.00']]),
          assumed: ['effectiveOn'],
        }),
        statedDistribution(
          '2020-01-01',
          ['11.01.01', '20000', 'TGN', '100.00'],
          [null, '20000', 'TGN', '-100.00'],
        ),
        statedExecution('2020-03-31', ['11.01.01', '20000', 'TGN', '10.00']),
        formTaken('form-03', '2020-03-31', original, plan),
      );
  });

  it('is an adjustment on 1 January, assumed, where the original is not known', () => {
    given(open())
      .when(takeForm(form('2020-03-31', plan, { version: original })))
      .thenTypes(
        'ActivityRegistered',
        'BudgetAdjusted',
        'BudgetDistributed',
        'BudgetExecuted',
        'FormTaken',
      )
      .thenFindings({ code: 'ORIGINAL_NOT_KNOWN', facts: {} });
  });
});

describe('where a form comes from', () => {
  it('is kept beside every line that it made', () => {
    given(open())
      .when(
        takeForm(
          form(
            '2020-12-31',
            { '11.01.01': [['20000', 'TGN', '80.00', '60.00']] },
            { said: { '11.01.01': { accumulated: '50.00' } } },
          ),
        ),
      )
      .then(
        { ...registered('2020-06-30', '11.01.01', 1), origin: { file: 'form-12', places: ['1'] } },
        {
          ...statedAdjustment(
            '2020-06-30',
            juneAdjustment,
            [[null, '20000', 'TGN', '80.00']],
            true,
          ),
          origin: { file: 'form-12', places: [null] },
        },
        {
          ...statedDistribution(
            '2020-06-30',
            ['11.01.01', '20000', 'TGN', '80.00'],
            [null, '20000', 'TGN', '-80.00'],
          ),
          origin: { file: 'form-12', places: ['1.1', null] },
        },
        {
          ...statedExecution('2020-12-31', ['11.01.01', '20000', 'TGN', '60.00']),
          origin: { file: 'form-12', places: ['1.1'] },
        },
        {
          ...event('ProgressReported', '2020-12-31', {
            progress: [{ activity: '11.01.01', accumulated: '50.00' }] as never,
          }),
          origin: { file: 'form-12', places: ['1'] },
        },
        formTaken('form-12', '2020-12-31', june, {
          '11.01.01': [['20000', 'TGN', '80.00', '60.00']],
        }),
      );
  });
});
