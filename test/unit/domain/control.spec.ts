import { describe, it } from '@jest/globals';
import { control } from '../../support/acts.ts';
import { adjust, execute, reverse } from '../../support/commands.ts';
import { event, executed } from '../../support/events.ts';
import { given } from '../../support/given.ts';
import { approved, hundred } from '../../support/ledgers.ts';
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

describe('control of overspending', () => {
  it('blocks from the opening on', () => {
    given(...hundred())
      .when(execute('2020-03-01', 'C31 1/1', of('100.01')))
      .thenRefused('BUDGET_EXCEEDED', {
        cell,
        requested: '100.01',
        available: '100.00',
        day: '2020-03-01',
      });
  });

  it('is changed with a reason', () => {
    given(...hundred())
      .when(control('warn', 'activity'))
      .then(
        event('ControlChanged', null, {
          mode: 'warn',
          level: 'activity',
          signatures: 'one',
          reason: 'instrucción de la MAE',
        }),
      )
      .thenNoFindings();
  });

  it('is not changed to what it is', () => {
    given(...hundred())
      .when(control('block', 'cell'))
      .thenRefused('CONTROL_UNCHANGED', {});
  });

  it('lets overspending in under warn, as a finding', () => {
    given(...hundred(), control('warn'))
      .when(execute('2020-03-01', 'C31 1/1', of('100.01')))
      .then(executed('2020-03-01', 'C31 1/1', of('100.01')))
      .thenFindings({ code: 'OVERSPENT', facts: { cell, exceeded: '0.01', day: '2020-03-01' } });
  });

  it('says nothing under warn of what is within', () => {
    given(...hundred(), control('warn'))
      .when(execute('2020-03-01', 'C31 1/1', of('100.00')))
      .thenTypes('BudgetExecuted')
      .thenNoFindings();
  });

  it('never lets vigente sink below zero, not even under warn', () => {
    given(...hundred(), control('warn'))
      .when(adjust('2020-03-01', 'reduction', of('-100.01')))
      .thenRefused('BELOW_ZERO', {
        measure: 'lo vigente',
        cell,
        balance: '-0.01',
        day: '2020-03-01',
      });
  });

  it('blocks again where it is changed back', () => {
    given(...hundred(), control('warn'), control('block'))
      .when(execute('2020-03-01', 'C31 1/1', of('100.01')))
      .thenRefused('BUDGET_EXCEEDED', {
        cell,
        requested: '100.01',
        available: '100.00',
        day: '2020-03-01',
      });
  });

  it('may block while something is overspent: what stands there was let in', () => {
    given(...hundred(), control('warn'), execute('2020-03-01', 'C31 1/1', of('120.00')))
      .when(control('block'))
      .thenTypes('ControlChanged');
  });
});

describe('a rule refuses only what an append makes worse', () => {
  const overspent = () => [
    ...several(),
    control('warn'),
    execute('2020-03-01', 'C31 1/1', of('120.00')),
    control('block'),
  ];

  it('an execution elsewhere is let in beside what is overspent', () => {
    given(...overspent())
      .when(execute('2020-04-01', 'C31 2/1', [['11.01.02', '20000', 'TGN', '30.00']]))
      .thenTypes('BudgetExecuted');
  });

  it('a part of it may be reversed', () => {
    given(...overspent())
      .when(reverse('2020-04-01', 6, of('5.00')))
      .thenTypes('EntryReversed')
      .thenNoFindings();
  });

  it('an adjustment may give part of what is missing', () => {
    given(...overspent())
      .when(adjust('2020-03-01', 'additional', of('5.00')))
      .thenTypes('BudgetAdjusted');
  });

  it('a centavo more is refused', () => {
    given(...overspent())
      .when(execute('2020-04-01', 'C31 2/1', of('0.01')))
      .thenRefused('BUDGET_EXCEEDED', {
        cell,
        requested: '0.01',
        available: '-20.00',
        day: '2020-04-01',
      });
  });
});
