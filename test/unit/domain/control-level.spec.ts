import { describe, it } from '@jest/globals';
import { control } from '../../support/acts.ts';
import { adjust, execute, reserve } from '../../support/commands.ts';
import { given } from '../../support/given.ts';
import { approved } from '../../support/ledgers.ts';
import type { Line } from '../../support/lines.ts';

const of = (money: string): Line[] => [['11.01.01', '20000', 'TGN', money]];
const cell = '11.01.01 · 20000 · TGN';
/** Two activities, two groups: 100.00, 50.00 and 30.00. */
const several = () =>
  approved(
    ['11.01.01', '20000', 'TGN', '100.00'],
    ['11.01.01', '30000', 'OTRAS', '50.00'],
    ['11.01.02', '20000', 'TGN', '30.00'],
  );

describe('the level of control', () => {
  it('by default looks at activity, group and source', () => {
    given(...several())
      .when(execute('2020-03-01', 'C31 1/1', [['11.01.01', '30000', 'OTRAS', '50.01']]))
      .thenRefused('BUDGET_EXCEEDED', {
        cell: '11.01.01 · 30000 · OTRAS',
        requested: '50.01',
        available: '50.00',
        day: '2020-03-01',
      });
  });

  it('by activity lets one group spend what another has', () => {
    given(...several(), control('block', 'activity'))
      .when(execute('2020-03-01', 'C31 1/1', [['11.01.01', '30000', 'OTRAS', '150.00']]))
      .thenTypes('BudgetExecuted');
  });

  it('by activity refuses what the activity as a whole lacks', () => {
    given(...several(), control('block', 'activity'))
      .when(execute('2020-03-01', 'C31 1/1', [['11.01.01', '30000', 'OTRAS', '150.01']]))
      .thenRefused('BUDGET_EXCEEDED', {
        cell: '11.01.01',
        requested: '150.01',
        available: '150.00',
        day: '2020-03-01',
      });
  });

  it('by ledger lets one activity spend what another has', () => {
    given(...several(), control('block', 'ledger'))
      .when(execute('2020-03-01', 'C31 1/1', [['11.01.02', '20000', 'TGN', '180.00']]))
      .thenTypes('BudgetExecuted');
  });

  it('by ledger refuses what the ledger as a whole lacks', () => {
    given(...several(), control('block', 'ledger'))
      .when(execute('2020-03-01', 'C31 1/1', [['11.01.02', '20000', 'TGN', '180.01']]))
      .thenRefused('BUDGET_EXCEEDED', {
        cell: 'todo el libro',
        requested: '180.01',
        available: '180.00',
        day: '2020-03-01',
      });
  });

  it('changed there and back counts nothing twice', () => {
    given(
      ...several(),
      execute('2020-03-01', 'C31 1/1', of('60.00')),
      control('block', 'activity'),
      control('block', 'cell'),
    )
      .when(execute('2020-03-01', 'C31 2/1', of('40.00')))
      .thenTypes('BudgetExecuted');
  });

  it('never lets vigente of a finest cell sink below zero, whatever it is', () => {
    given(...several(), control('block', 'ledger'))
      .when(adjust('2020-03-01', 'reduction', [['11.01.02', '20000', 'TGN', '-30.01']]))
      .thenRefused('BELOW_ZERO', {
        measure: 'lo vigente',
        cell: '11.01.02 · 20000 · TGN',
        balance: '-0.01',
        day: '2020-03-01',
      });
  });

  it('may change in the middle of the year: what was recorded before counts at the new level', () => {
    given(
      ...several(),
      reserve('2020-02-01', 'PRE 1/1', of('90.00')),
      execute('2020-02-02', 'C31 1/1', of('80.00'), { follows: 'PRE 1/1' }),
      control('block', 'activity'),
    )
      .when(execute('2020-03-01', 'C31 2/1', [['11.01.01', '30000', 'OTRAS', '60.01']]))
      .thenRefused('BUDGET_EXCEEDED', {
        cell: '11.01.01',
        requested: '60.01',
        available: '60.00',
        day: '2020-03-01',
      });
  });

  const both = (first: string, second: string): Line[] => [
    ['11.01.01', '20000', 'TGN', first],
    ['11.01.01', '30000', 'OTRAS', second],
  ];

  it('by activity sums a chain over its groups before it looks for its largest stage', () => {
    given(
      ...several(),
      control('block', 'activity'),
      reserve('2020-02-01', 'PRE 1/1', both('60.00', '30.00')),
      execute('2020-02-02', 'C31 1/1', both('30.00', '60.00'), { follows: 'PRE 1/1' }),
    )
      .when(execute('2020-03-01', 'C31 2/1', of('60.01')))
      .thenRefused('BUDGET_EXCEEDED', {
        cell: '11.01.01',
        requested: '60.01',
        available: '60.00',
        day: '2020-03-01',
      });
  });

  it('by activity keeps the order of stages over its groups together', () => {
    given(
      ...several(),
      control('block', 'activity'),
      reserve('2020-02-01', 'PRE 1/1', both('60.00', '30.00')),
    )
      .when(execute('2020-02-02', 'C31 1/1', both('30.01', '60.00'), { follows: 'PRE 1/1' }))
      .thenRefused('STAGE_EXCEEDS_PREVIOUS', {
        stage: 'lo devengado',
        amount: '90.01',
        previous: 'lo reservado',
        previousAmount: '90.00',
        cell: '11.01.01',
        day: '2020-02-02',
      });
  });

  it('by cell looks at each group of a chain apart', () => {
    given(...several(), reserve('2020-02-01', 'PRE 1/1', both('60.00', '30.00')))
      .when(execute('2020-02-02', 'C31 1/1', both('30.00', '30.01'), { follows: 'PRE 1/1' }))
      .thenRefused('STAGE_EXCEEDS_PREVIOUS', {
        stage: 'lo devengado',
        amount: '30.01',
        previous: 'lo reservado',
        previousAmount: '30.00',
        cell: '11.01.01 · 30000 · OTRAS',
        day: '2020-02-02',
      });
  });

  it('works out what a chain uses anew when it changes', () => {
    given(
      ...several(),
      reserve('2020-02-01', 'PRE 1/1', both('60.00', '30.00')),
      execute('2020-02-02', 'C31 1/1', both('50.00', '10.00'), { follows: 'PRE 1/1' }),
      control('block', 'activity'),
    )
      .when(execute('2020-03-01', 'C31 2/1', of('60.01')))
      .thenRefused('BUDGET_EXCEEDED', {
        cell: '11.01.01',
        requested: '60.01',
        available: '60.00',
        day: '2020-03-01',
      });
  });

  it('may change back: what one group overspent stays, and nothing is added to it', () => {
    given(
      ...several(),
      control('block', 'activity'),
      execute('2020-02-02', 'C31 1/1', of('120.00')),
      control('block', 'cell'),
    )
      .when(execute('2020-03-01', 'C31 2/1', of('0.01')))
      .thenRefused('BUDGET_EXCEEDED', {
        cell,
        requested: '0.01',
        available: '-20.00',
        day: '2020-03-01',
      });
  });

  it('may change while something is overspent at the new level', () => {
    given(
      ...several(),
      control('block', 'activity'),
      execute('2020-02-02', 'C31 1/1', of('120.00')),
    )
      .when(control('block', 'cell'))
      .thenTypes('ControlChanged');
  });
});
