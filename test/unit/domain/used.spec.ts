import { describe, it } from '@jest/globals';
import { commit, execute, pay, reserve } from '../../support/commands.ts';
import { given } from '../../support/given.ts';
import { approved, hundred } from '../../support/ledgers.ts';
import type { Line } from '../../support/lines.ts';

const of = (money: string): Line[] => [['11.01.01', '23400', '10', money]];
const cell = '11.01.01 · 20000 · TGN';

describe('what is used', () => {
  it('is the largest stage of a chain: the execution of what is reserved takes nothing more', () => {
    given(...hundred(), reserve('2020-03-01', 'PRE 1/1', of('100.00')))
      .when(execute('2020-03-02', 'C31 1/1', of('70.00'), { follows: 'PRE 1/1' }))
      .thenTypes('BudgetExecuted');
  });

  it('is the sum over chains: another document finds only what is left', () => {
    given(...hundred(), reserve('2020-03-01', 'PRE 1/1', of('70.00')))
      .when(execute('2020-03-02', 'C31 1/1', of('30.01')))
      .thenRefused('BUDGET_EXCEEDED', {
        cell,
        requested: '30.01',
        available: '30.00',
        day: '2020-03-02',
      });
  });

  it('stays at the reservation where less is executed', () => {
    given(
      ...hundred(),
      reserve('2020-03-01', 'PRE 1/1', of('70.00')),
      execute('2020-03-02', 'C31 1/1', of('10.00'), { follows: 'PRE 1/1' }),
    )
      .when(commit('2020-03-03', 'COM 2/1', of('30.01')))
      .thenRefused('BUDGET_EXCEEDED', {
        cell,
        requested: '30.01',
        available: '30.00',
        day: '2020-03-03',
      });
  });

  it('is nothing of what is paid alone', () => {
    given(...hundred(), pay('2020-03-01', 'C31 1/1', of('70.00')))
      .when(execute('2020-03-02', 'C31 2/1', of('100.00')))
      .thenTypes('BudgetExecuted');
  });

  it('is counted by source class', () => {
    given(...approved(['11.01.01', '20000', 'OTRAS', '50.00']))
      .when(execute('2020-03-02', 'C31 1/1', [['11.01.01', '20000', '20', '50.00']]))
      .thenTypes('BudgetExecuted');
    given(...approved(['11.01.01', '20000', 'OTRAS', '50.00']))
      .when(execute('2020-03-02', 'C31 1/1', [['11.01.01', '20000', '10', '50.00']]))
      .thenRefused('BUDGET_EXCEEDED', {
        cell,
        requested: '50.00',
        available: '0.00',
        day: '2020-03-02',
      });
  });
});
