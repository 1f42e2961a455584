import { describe, it } from '@jest/globals';
import { commit, execute, pay, reserve } from '../../support/commands.ts';
import { executed } from '../../support/events.ts';
import { given } from '../../support/given.ts';
import { approved, hundred } from '../../support/ledgers.ts';
import type { Line } from '../../support/lines.ts';

const of = (money: string): Line[] => [['11.01.01', '23400', '10', money]];
const cell = '11.01.01 · 20000 · TGN';

describe('a chain of documents', () => {
  it('is followed by a document that names one of it', () => {
    given(
      ...hundred(),
      reserve('2020-03-01', 'PRE 1/1', of('80.00')),
      commit('2020-03-02', 'COM 1/1', of('60.00'), { follows: 'PRE 1/1' }),
    )
      .when(execute('2020-03-03', 'C31 1/1', of('50.00'), { follows: 'COM 1/1' }))
      .then(executed('2020-03-03', 'C31 1/1', of('50.00'), { follows: 'COM 1/1' }));
  });

  it('is not followed by a document that names an unknown one', () => {
    given(...hundred())
      .when(execute('2020-03-03', 'C31 1/1', of('50.00'), { follows: 'COM 1/1' }))
      .thenRefused('DOCUMENT_NOT_FOUND', { document: 'COM 1/1' });
  });

  it('is not left: a document of another chain is refused', () => {
    given(
      ...hundred(),
      reserve('2020-03-01', 'PRE 1/1', of('10.00')),
      reserve('2020-03-01', 'PRE 2/1', of('10.00')),
      commit('2020-03-02', 'COM 1/1', of('10.00'), { follows: 'PRE 1/1' }),
    )
      .when(execute('2020-03-03', 'COM 1/1', of('10.00'), { follows: 'PRE 2/1' }))
      .thenRefused('DOCUMENT_IN_OTHER_CHAIN', { document: 'COM 1/1', follows: 'PRE 2/1' });
  });

  it('is named again by a document of its own', () => {
    given(
      ...hundred(),
      reserve('2020-03-01', 'PRE 1/1', of('10.00')),
      commit('2020-03-02', 'COM 1/1', of('10.00'), { follows: 'PRE 1/1' }),
    )
      .when(execute('2020-03-03', 'COM 1/1', of('10.00'), { follows: 'PRE 1/1' }))
      .thenTypes('BudgetExecuted');
  });

  it('never executes more than it committed', () => {
    given(...hundred(), commit('2020-03-02', 'COM 1/1', of('60.00')))
      .when(execute('2020-03-03', 'C31 1/1', of('60.01'), { follows: 'COM 1/1' }))
      .thenRefused('STAGE_EXCEEDS_PREVIOUS', {
        stage: 'lo devengado',
        amount: '60.01',
        previous: 'lo comprometido',
        previousAmount: '60.00',
        cell,
        day: '2020-03-03',
      });
  });

  it('never executes more than it reserved, the stage between left out', () => {
    given(...hundred(), reserve('2020-03-02', 'PRE 1/1', of('60.00')))
      .when(execute('2020-03-03', 'C31 1/1', of('60.01'), { follows: 'PRE 1/1' }))
      .thenRefused('STAGE_EXCEEDS_PREVIOUS', {
        stage: 'lo devengado',
        amount: '60.01',
        previous: 'lo reservado',
        previousAmount: '60.00',
        cell,
        day: '2020-03-03',
      });
  });

  it('never executes in a cell that it did not reserve', () => {
    given(
      ...approved(['11.01.01', '20000', 'TGN', '100.00'], ['11.01.02', '20000', 'TGN', '100.00']),
      reserve('2020-03-02', 'PRE 1/1', of('60.00')),
    )
      .when(
        execute('2020-03-03', 'C31 1/1', [['11.01.02', '20000', 'TGN', '1.00']], {
          follows: 'PRE 1/1',
        }),
      )
      .thenRefused('STAGE_EXCEEDS_PREVIOUS', {
        stage: 'lo devengado',
        amount: '1.00',
        previous: 'lo reservado',
        previousAmount: '0.00',
        cell: '11.01.02 · 20000 · TGN',
        day: '2020-03-03',
      });
  });

  it('keeps the order of stages on every day: paid before it was executed is refused', () => {
    given(...hundred(), execute('2020-03-10', 'C31 1/1', of('60.00')))
      .when(pay('2020-03-09', 'C31 1/1', of('60.00')))
      .thenRefused('STAGE_EXCEEDS_PREVIOUS', {
        stage: 'lo pagado',
        amount: '60.00',
        previous: 'lo devengado',
        previousAmount: '0.00',
        cell,
        day: '2020-03-09',
      });
  });

  it('takes a stage that is recorded late for the day on which it was due', () => {
    given(...hundred(), execute('2020-03-10', 'C31 1/1', of('60.00')))
      .when(reserve('2020-03-10', 'C31 1/1', of('60.00')))
      .thenTypes('BudgetReserved');
  });

  it('takes no stage that is recorded late for too little', () => {
    given(...hundred(), execute('2020-03-10', 'C31 1/1', of('60.00')))
      .when(reserve('2020-03-01', 'C31 1/1', of('59.99')))
      .thenRefused('STAGE_EXCEEDS_PREVIOUS', {
        stage: 'lo devengado',
        amount: '60.00',
        previous: 'lo reservado',
        previousAmount: '59.99',
        cell,
        day: '2020-03-10',
      });
  });

  it('takes no stage that is recorded late for too late a day', () => {
    given(...hundred(), execute('2020-03-10', 'C31 1/1', of('60.00')))
      .when(reserve('2020-03-11', 'C31 1/1', of('60.00')))
      .thenRefused('STAGE_EXCEEDS_PREVIOUS', {
        stage: 'lo devengado',
        amount: '60.00',
        previous: 'lo reservado',
        previousAmount: '0.00',
        cell,
        day: '2020-03-10',
      });
  });

  it('takes no stage that is recorded late in another cell', () => {
    given(
      ...approved(['11.01.01', '20000', 'TGN', '100.00'], ['11.01.02', '20000', 'TGN', '100.00']),
      execute('2020-03-10', 'C31 1/1', of('60.00')),
    )
      .when(reserve('2020-03-10', 'C31 1/1', [['11.01.02', '20000', 'TGN', '60.00']]))
      .thenRefused('STAGE_EXCEEDS_PREVIOUS', {
        stage: 'lo devengado',
        amount: '60.00',
        previous: 'lo reservado',
        previousAmount: '0.00',
        cell,
        day: '2020-03-10',
      });
  });
});
