import { describe, it } from '@jest/globals';
import { control } from '../../support/acts.ts';
import { adjust, distribute, execute, reverse } from '../../support/commands.ts';
import { given } from '../../support/given.ts';
import { approved, hundred } from '../../support/ledgers.ts';
import type { Line } from '../../support/lines.ts';

const of = (money: string): Line[] => [['11.01.01', '20000', 'TGN', money]];
const cell = '11.01.01 · 20000 · TGN';

describe('an entry dated in the past', () => {
  it('spends what no later day needs', () => {
    given(...hundred(), execute('2020-06-01', 'C31 1/1', of('60.00')))
      .when(execute('2020-03-01', 'C31 2/1', of('40.00')))
      .thenTypes('BudgetExecuted');
  });

  it('is refused where a later day would sink below zero, with that day', () => {
    given(...hundred(), execute('2020-06-01', 'C31 1/1', of('60.00')))
      .when(execute('2020-03-01', 'C31 2/1', of('40.01')))
      .thenRefused('BUDGET_EXCEEDED', {
        cell,
        requested: '40.01',
        available: '40.00',
        day: '2020-06-01',
      });
  });

  it('does not spend in January what an adjustment adds in June', () => {
    given(...hundred(), adjust('2020-06-01', 'additional', of('500.00')))
      .when(execute('2020-01-31', 'C31 1/1', of('100.01')))
      .thenRefused('BUDGET_EXCEEDED', {
        cell,
        requested: '100.01',
        available: '100.00',
        day: '2020-01-31',
      });
  });

  it('spends it from June on', () => {
    given(...hundred(), adjust('2020-06-01', 'additional', of('500.00')))
      .when(execute('2020-06-01', 'C31 1/1', of('600.00')))
      .thenTypes('BudgetExecuted');
  });

  it('does not spend in January what an adjustment takes in June', () => {
    given(...hundred(), adjust('2020-06-01', 'reduction', of('-70.00')))
      .when(execute('2020-01-31', 'C31 1/1', of('30.01')))
      .thenRefused('BUDGET_EXCEEDED', {
        cell,
        requested: '30.01',
        available: '30.00',
        day: '2020-06-01',
      });
  });

  it('spends in a valley as much as its lowest day leaves', () => {
    given(
      ...hundred(),
      execute('2020-03-01', 'C31 1/1', of('90.00')),
      reverse('2020-05-01', 5, of('50.00')),
    )
      .when(execute('2020-02-01', 'C31 2/1', of('10.01')))
      .thenRefused('BUDGET_EXCEEDED', {
        cell,
        requested: '10.01',
        available: '10.00',
        day: '2020-03-01',
      });
  });

  it('does not take from vigente what an adjustment took on a later day', () => {
    given(...hundred(), adjust('2020-06-01', 'reduction', of('-70.00')))
      .when(adjust('2020-01-31', 'reduction', of('-30.01')))
      .thenRefused('BELOW_ZERO', {
        measure: 'lo vigente',
        cell,
        balance: '-0.01',
        day: '2020-06-01',
      });
  });

  it('is a finding of that day under warn', () => {
    given(...hundred(), control('warn'), execute('2020-06-01', 'C31 1/1', of('60.00')))
      .when(execute('2020-03-01', 'C31 2/1', of('40.01')))
      .thenFindings({ code: 'OVERSPENT', facts: { cell, exceeded: '0.01', day: '2020-06-01' } });
  });
});

describe('money of a null', () => {
  it('is spent by the same null', () => {
    given(...approved(['11.01.01', null, 'TGN', '12.00']))
      .when(execute('2020-03-01', 'C31 1/1', [['11.01.01', null, '10', '12.00']]))
      .thenTypes('BudgetExecuted');
  });

  it('is spent without activity where it has none', () => {
    given(...approved([null, '20000', 'TGN', '12.00']))
      .when(execute('2020-03-01', 'C31 1/1', [[null, '23400', '10', '12.00']]))
      .thenTypes('BudgetExecuted');
  });

  it('without group is not spent by a group: the refusal offers to distribute it', () => {
    given(...approved(['11.01.01', null, 'TGN', '12.00']))
      .when(execute('2020-03-01', 'C31 1/1', [['11.01.01', '20000', 'TGN', '5.00']]))
      .thenRefused('BUDGET_EXCEEDED', {
        cell,
        requested: '5.00',
        available: '0.00',
        day: '2020-03-01',
        undistributed: '12.00',
      });
  });

  it('without group that does not suffice is not offered to itself', () => {
    given(...approved(['11.01.01', null, 'TGN', '12.00']))
      .when(execute('2020-03-01', 'C31 1/1', [['11.01.01', null, 'TGN', '12.01']]))
      .thenRefused('BUDGET_EXCEEDED', {
        cell: '11.01.01 · sin grupo · TGN',
        requested: '12.01',
        available: '12.00',
        day: '2020-03-01',
      });
  });

  it('without activity is not spent by an activity: the refusal offers to distribute it', () => {
    given(...approved([null, '20000', 'TGN', '12.00'], [null, null, 'TGN', '3.00']))
      .when(execute('2020-03-01', 'C31 1/1', of('5.00')))
      .thenRefused('BUDGET_EXCEEDED', {
        cell,
        requested: '5.00',
        available: '0.00',
        day: '2020-03-01',
        undistributed: '15.00',
      });
  });

  it('of another group or source is not offered', () => {
    given(...approved([null, '30000', 'TGN', '12.00'], [null, '20000', 'OTRAS', '3.00']))
      .when(execute('2020-03-01', 'C31 1/1', of('5.00')))
      .thenRefused('BUDGET_EXCEEDED', {
        cell,
        requested: '5.00',
        available: '0.00',
        day: '2020-03-01',
      });
  });

  it('of a group is not spent by a null', () => {
    given(...hundred())
      .when(execute('2020-03-01', 'C31 1/1', [['11.01.01', null, 'TGN', '5.00']]))
      .thenRefused('BUDGET_EXCEEDED', {
        cell: '11.01.01 · sin grupo · TGN',
        requested: '5.00',
        available: '0.00',
        day: '2020-03-01',
      });
  });

  it('without source is not spent by a source', () => {
    given(...approved(['11.01.01', '20000', null, '12.00']))
      .when(execute('2020-03-01', 'C31 1/1', of('5.00')))
      .thenRefused('BUDGET_EXCEEDED', {
        cell,
        requested: '5.00',
        available: '0.00',
        day: '2020-03-01',
      });
  });

  it('is spent by the group once it is distributed', () => {
    given(
      ...approved([null, '20000', 'TGN', '12.00']),
      distribute(
        '2020-02-01',
        [null, '20000', 'TGN', '-5.00'],
        ['11.01.01', '20000', 'TGN', '5.00'],
      ),
    )
      .when(execute('2020-03-01', 'C31 1/1', of('5.00')))
      .thenTypes('BudgetExecuted');
  });
});
