import { describe, it } from '@jest/globals';
import { commit, execute, pay, reserve } from '../../support/commands.ts';
import { committed, executed, paid, reserved } from '../../support/events.ts';
import { given } from '../../support/given.ts';
import { hundred } from '../../support/ledgers.ts';
import type { Line } from '../../support/lines.ts';

const of = (money: string): Line[] => [['11.01.01', '23400', '10', money]];
const cell = '11.01.01 · 20000 · TGN';

describe('each stage alone', () => {
  it('reserves', () => {
    given(...hundred())
      .when(reserve('2020-03-01', 'C31 1/1', of('100.00')))
      .then(reserved('2020-03-01', 'C31 1/1', of('100.00')))
      .thenNoFindings();
  });

  it('commits', () => {
    given(...hundred())
      .when(commit('2020-03-01', 'C31 1/1', of('100.00')))
      .then(committed('2020-03-01', 'C31 1/1', of('100.00')));
  });

  it('executes', () => {
    given(...hundred())
      .when(execute('2020-03-01', 'C31 1/1', of('100.00')))
      .then(executed('2020-03-01', 'C31 1/1', of('100.00')));
  });

  it('pays', () => {
    given(...hundred())
      .when(pay('2020-03-01', 'C31 1/1', of('100.00')))
      .then(paid('2020-03-01', 'C31 1/1', of('100.00')));
  });

  it.each([
    ['reserving', reserve],
    ['committing', commit],
    ['executing', execute],
  ] as const)('%s more than is available is refused', (_name, stage) => {
    given(...hundred())
      .when(stage('2020-03-01', 'C31 1/1', of('100.01')))
      .thenRefused('BUDGET_EXCEEDED', {
        cell,
        requested: '100.01',
        available: '100.00',
        day: '2020-03-01',
      });
  });

  it('takes no negative amount', () => {
    given(...hundred())
      .when(execute('2020-03-01', 'C31 1/1', of('-0.01')))
      .thenRefused('NEGATIVE_AMOUNT', { cell, amount: '-0.01' });
  });

  it('takes no document without money', () => {
    given(...hundred())
      .when(execute('2020-03-01', 'C31 1/1', of('0.00')))
      .thenRefused('EMPTY_LINES', {});
  });

  it('takes no activity that is not in force', () => {
    given(...hundred())
      .when(execute('2020-03-01', 'C31 1/1', [['11.01.09', '20000', 'TGN', '1.00']]))
      .thenRefused('ACTIVITY_NOT_FOUND', { name: '11.01.09', known: ['11.01.01', '11.01.02'] });
  });
});

describe('a document', () => {
  it('brings several stages at once, in their order', () => {
    given(...hundred())
      .when(execute('2020-03-01', 'C31 1/1', of('10.00'), { also: ['paid', 'committed'] }))
      .then(
        committed('2020-03-01', 'C31 1/1', of('10.00')),
        executed('2020-03-01', 'C31 1/1', of('10.00')),
        paid('2020-03-01', 'C31 1/1', of('10.00')),
      );
  });

  it('uses its money once, however many stages it brings', () => {
    given(...hundred())
      .when(
        reserve('2020-03-01', 'C31 1/1', of('100.00'), { also: ['committed', 'executed', 'paid'] }),
      )
      .thenTypes('BudgetReserved', 'BudgetCommitted', 'BudgetExecuted', 'BudgetPaid');
  });

  it('brings a stage once', () => {
    given(...hundred(), execute('2020-03-01', 'C31 1/1', of('10.00')))
      .when(execute('2020-04-01', 'C31 1/1', of('5.00')))
      .thenRefused('DOCUMENT_ALREADY_RECORDED', { document: 'C31 1/1', stage: 'executed' });
  });

  it('brings a stage once, among several too', () => {
    given(...hundred(), pay('2020-03-01', 'C31 1/1', of('10.00')))
      .when(execute('2020-04-01', 'C31 1/1', of('10.00'), { also: ['paid'] }))
      .thenRefused('DOCUMENT_ALREADY_RECORDED', { document: 'C31 1/1', stage: 'paid' });
  });

  it('brings its next stage later', () => {
    given(...hundred(), execute('2020-03-01', 'C31 1/1', of('10.00')))
      .when(pay('2020-04-01', 'C31 1/1', of('10.00')))
      .thenTypes('BudgetPaid');
  });

  it('is another one with another sequence: a partial payment', () => {
    given(
      ...hundred(),
      execute('2020-03-01', 'C31 1/1', of('10.00')),
      pay('2020-04-01', 'C31 1/1', of('4.00')),
    )
      .when(pay('2020-05-01', 'C31 1/2', of('6.00'), { follows: 'C31 1/1' }))
      .then(paid('2020-05-01', 'C31 1/2', of('6.00'), { follows: 'C31 1/1' }));
  });

  it('is refused as a partial payment beyond what was executed', () => {
    given(
      ...hundred(),
      execute('2020-03-01', 'C31 1/1', of('10.00')),
      pay('2020-04-01', 'C31 1/1', of('4.00')),
    )
      .when(pay('2020-05-01', 'C31 1/2', of('6.01'), { follows: 'C31 1/1' }))
      .thenRefused('STAGE_EXCEEDS_PREVIOUS', {
        stage: 'lo pagado',
        amount: '10.01',
        previous: 'lo devengado',
        previousAmount: '10.00',
        cell,
        day: '2020-05-01',
      });
  });

  it('is another one with another kind', () => {
    given(...hundred(), execute('2020-03-01', 'C31 1/1', of('10.00')))
      .when(execute('2020-03-01', 'C34 1/1', of('10.00')))
      .thenTypes('BudgetExecuted');
  });
});
