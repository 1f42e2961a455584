import { describe, expect, it } from '@jest/globals';
import { takeBudget, takeForm } from '../../support/acts.ts';
import { described, execute, reverse } from '../../support/commands.ts';
import {
  event,
  corrected,
  formTaken,
  juneAdjustment,
  programmed,
  statedAdjustment,
  statedDistribution,
  statedExecution,
} from '../../support/events.ts';
import { given, recordedBy, revisionOf } from '../../support/given.ts';
import { day, law } from '../../support/lines.ts';
import { moneyByDay } from '../../support/money-by-day.ts';
import { budget, form, june } from '../../support/stated-files.ts';

const originalBudget = () =>
  takeBudget(
    budget([
      [null, '20000', 'TGN', '100.00'],
      [null, '30000', 'TGN', '50.00'],
    ]),
  );
const november = () =>
  takeForm(form('2020-11-30', { '11.01.01': [['20000', 'TGN', '80.00', '40.00']] }));
const december = () =>
  takeForm(
    form('2020-12-31', {
      '11.01.01': [
        ['20000', 'TGN', '80.00', '60.00'],
        ['30000', 'TGN', '5.00', '1.00'],
      ],
      '11.01.02': [['30000', 'TGN', '60.00', '30.00']],
    }),
  );

describe('a version whose day a later form says', () => {
  it('moves to that day, which is assumed no more', () => {
    const said = { ...june, day: day('2020-06-15'), assumed: false };
    const plan = { '11.01.01': [['20000', 'TGN', '80.00', '40.00']] } as const;
    given(november())
      .when(takeForm(form('2020-12-31', plan, { version: said })))
      .then(
        event('ActivityRevised', '2020-06-15', {
          activity: '11.01.01' as never,
          changes: described('11.01.01', { position: 1 }),
        }),
        statedAdjustment('2020-06-15', juneAdjustment, [[null, '20000', 'TGN', '80.00']]),
        statedDistribution(
          '2020-06-15',
          ['11.01.01', '20000', 'TGN', '80.00'],
          [null, '20000', 'TGN', '-80.00'],
        ),
        statedAdjustment('2020-06-30', juneAdjustment, [[null, '20000', 'TGN', '-80.00']]),
        statedDistribution(
          '2020-06-30',
          ['11.01.01', '20000', 'TGN', '-80.00'],
          [null, '20000', 'TGN', '80.00'],
        ),
        formTaken('form-12', '2020-12-31', said, plan),
      );
  });
});

describe('a form that arrives out of order', () => {
  it('takes its part from the form after it, and says so', () => {
    given(originalBudget(), december())
      .when(november())
      .then(
        statedAdjustment('2020-06-30', juneAdjustment, [[null, '30000', 'TGN', '-65.00']], true),
        {
          type: 'BudgetDistributed',
          effectiveOn: '2020-06-30',
          data: {
            basis: 'form',
            lines: [
              { activity: '11.01.01', amounts: [['30000', 'TGN', '-5.00']] },
              { activity: '11.01.02', amounts: [['30000', 'TGN', '-60.00']] },
              { activity: null, amounts: [['30000', 'TGN', '65.00']] },
            ],
          },
        } as never,
        statedExecution('2020-11-30', ['11.01.01', '20000', 'TGN', '40.00']),
        statedAdjustment('2020-12-31', { adjustment: 'FORMULARIO-2020-12-31', name: null }, [
          ['11.01.01', '30000', 'TGN', '5.00'],
          ['11.01.02', '30000', 'TGN', '60.00'],
        ]),
        corrected('2020-12-31', 'form', ['11.01.01', '20000', 'TGN', '-40.00']),
        formTaken('form-11', '2020-11-30', june, {
          '11.01.01': [['20000', 'TGN', '80.00', '40.00']],
        }),
      )
      .thenFinding('FORM_OUT_OF_ORDER', { corte: '2020-11-30', later: ['2020-12-31'] });
  });

  it('says what it took back from where', () => {
    given(
      originalBudget(),
      takeForm(form('2020-12-31', { '11.01.01': [['20000', 'TGN', '80.00', '60.00']] })),
    )
      .when(november())
      .thenFindings(
        { code: 'FORM_OUT_OF_ORDER', facts: { corte: '2020-11-30', later: ['2020-12-31'] } },
        {
          code: 'TAKEN_BACK',
          facts: { measure: 'lo ejecutado', day: '2020-12-31', amount: '40.00', cells: 1 },
        },
      );
  });

  it('leaves what the later form said of an activity as it was', () => {
    given(
      takeForm(form('2020-12-31', { '11.01.01': [] }, { said: { '11.01.01': { name: 'Nuevo' } } })),
    )
      .when(
        takeForm(
          form('2020-11-30', { '11.01.01': [] }, { said: { '11.01.01': { name: 'Viejo' } } }),
        ),
      )
      .then(
        {
          type: 'ActivityRevised',
          effectiveOn: '2020-11-30',
          data: { activity: '11.01.01', changes: { name: 'Viejo' } },
        } as never,
        {
          type: 'ActivityRevised',
          effectiveOn: '2020-12-31',
          data: { activity: '11.01.01', changes: { name: 'Nuevo' } },
        } as never,
        formTaken('form-11', '2020-11-30', june, { '11.01.01': [] }),
      );
  });
});

describe('an original that arrives late', () => {
  it('is taken back from the adjustment of the first plan, on the same day', () => {
    given(november())
      .when(takeBudget(budget([[null, '20000', 'TGN', '100.00']]), null))
      .then(
        programmed('2020-01-01', [null, '20000', 'TGN', '100.00']),
        statedAdjustment('2020-06-30', juneAdjustment, [[null, '20000', 'TGN', '-100.00']], true),
      )
      .thenFindings({
        code: 'TAKEN_BACK',
        facts: { measure: 'la modificación', day: '2020-06-30', amount: '100.00', cells: 1 },
      });
  });

  it('is approved in the same append where it is told under what', () => {
    given(november())
      .when(takeBudget(budget([[null, '20000', 'TGN', '80.00']]), law))
      .thenTypes('BudgetProgrammed', 'PlanApproved', 'BudgetAdjusted');
  });

  it('by activity turns the distribution of the first plan into nothing', () => {
    const money = moneyByDay(
      recordedBy(
        november(),
        takeBudget(budget([['11.01.01', '20000', 'TGN', '70.00']], { on: '2020-06-30' })),
      ),
    );
    expect(money).toEqual({
      '11.01.01·20000·TGN original': { '2020-06-30': '70.00' },
      '11.01.01·20000·TGN adjustments': { '2020-06-30': '10.00' },
      '11.01.01·20000·TGN executed': { '2020-11-30': '40.00' },
    });
  });

  it('leaves reversals of documents where they are', () => {
    const spent = [
      november(),
      execute('2020-12-10', 'C31 1/1', [['11.01.01', '20000', 'TGN', '15.00']]),
    ];
    const entry = revisionOf('BudgetExecuted', ...spent);
    const money = moneyByDay(recordedBy(...spent, reverse('2020-12-20', entry), originalBudget()));
    expect(money['11.01.01·20000·TGN executed']).toEqual({
      '2020-11-30': '40.00',
      '2020-12-10': '55.00',
      '2020-12-20': '40.00',
    });
  });
});
