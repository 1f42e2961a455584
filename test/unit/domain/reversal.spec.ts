import { describe, it } from '@jest/globals';
import { execute, pay, reserve, reverse } from '../../support/commands.ts';
import { reversed } from '../../support/events.ts';
import { given } from '../../support/given.ts';
import { hundred } from '../../support/ledgers.ts';
import type { Line } from '../../support/lines.ts';

const of = (money: string): Line[] => [['11.01.01', '23400', '10', money]];
const cell = '11.01.01 · 20000 · TGN';
/** revision 5 executes 60.00 */
const spent = () => [...hundred(), execute('2020-03-01', 'C31 1/1', of('60.00'))];

describe('reversing an entry', () => {
  it('takes all that is left of it', () => {
    given(...spent())
      .when(reverse('2020-04-01', 5))
      .then(reversed('2020-04-01', { reverses: 5, measure: 'executed' }, of('-60.00')))
      .thenNoFindings();
  });

  it('takes part of it', () => {
    given(...spent())
      .when(reverse('2020-04-01', 5, of('20.00')))
      .then(reversed('2020-04-01', { reverses: 5, measure: 'executed' }, of('-20.00')));
  });

  it('takes the rest after a part', () => {
    given(...spent(), reverse('2020-04-01', 5, of('20.00')))
      .when(reverse('2020-04-02', 5))
      .then(reversed('2020-04-02', { reverses: 5, measure: 'executed' }, of('-40.00')));
  });

  it('takes a line that the entry names twice once, as a whole', () => {
    given(...hundred(), execute('2020-03-01', 'C31 1/1', [...of('30.00'), ...of('20.00')]))
      .when(reverse('2020-04-01', 5))
      .then(reversed('2020-04-01', { reverses: 5, measure: 'executed' }, of('-50.00')));
  });

  it('takes no more than is left', () => {
    given(...spent(), reverse('2020-04-01', 5, of('20.00')))
      .when(reverse('2020-04-02', 5, of('40.01')))
      .thenRefused('REVERSAL_EXCEEDS_ENTRY', { cell, requested: '40.01', left: '40.00' });
  });

  it('takes no more than is left, summed over its lines', () => {
    given(...spent())
      .when(reverse('2020-04-02', 5, [...of('30.00'), ...of('30.01')]))
      .thenRefused('REVERSAL_EXCEEDS_ENTRY', { cell, requested: '60.01', left: '60.00' });
  });

  it('takes nothing from a line that the entry lacks', () => {
    given(...spent())
      .when(reverse('2020-04-02', 5, [['11.01.01', '24100', '10', '1.00']]))
      .thenRefused('REVERSAL_EXCEEDS_ENTRY', { cell, requested: '1.00', left: '0.00' });
  });

  it('adds nothing to an entry', () => {
    given(...spent())
      .when(reverse('2020-04-02', 5, of('-1.00')))
      .thenRefused('REVERSAL_EXCEEDS_ENTRY', { cell, requested: '-1.00', left: '60.00' });
  });

  it('has nothing to take of an entry that is wholly reversed', () => {
    given(...spent(), reverse('2020-04-01', 5))
      .when(reverse('2020-04-02', 5))
      .thenRefused('EMPTY_LINES', {});
  });

  it('may be dated on the day of the entry', () => {
    given(...spent())
      .when(reverse('2020-03-01', 5))
      .thenTypes('EntryReversed');
  });

  it('is never dated before it', () => {
    given(...spent())
      .when(reverse('2020-02-29', 5))
      .thenRefused('REVERSAL_BEFORE_ENTRY', { day: '2020-02-29', entryDay: '2020-03-01' });
  });

  it('gives the money back from its own day on', () => {
    given(...spent(), reverse('2020-04-01', 5))
      .when(execute('2020-04-01', 'C31 2/1', of('100.00')))
      .thenTypes('BudgetExecuted');
  });

  it('gives nothing back before its own day', () => {
    given(...spent(), reverse('2020-04-01', 5))
      .when(execute('2020-03-31', 'C31 2/1', of('100.00')))
      .thenRefused('BUDGET_EXCEEDED', {
        cell,
        requested: '100.00',
        available: '40.00',
        day: '2020-03-31',
      });
  });

  it('lets its document be recorded again where nothing is left of it', () => {
    given(...spent(), reverse('2020-04-01', 5))
      .when(execute('2020-04-02', 'C31 1/1', of('61.00')))
      .thenTypes('BudgetExecuted');
  });

  it('lets it not be recorded again while something is left', () => {
    given(...spent(), reverse('2020-04-01', 5, of('59.99')))
      .when(execute('2020-04-02', 'C31 1/1', of('61.00')))
      .thenRefused('DOCUMENT_ALREADY_RECORDED', { document: 'C31 1/1', stage: 'executed' });
  });

  it('lets it not be recorded again while one of its lines is left', () => {
    const two: Line[] = [...of('30.00'), ['11.01.01', '24100', '10', '20.00']];
    given(
      ...hundred(),
      execute('2020-03-01', 'C31 1/1', two),
      reverse('2020-04-01', 5, of('30.00')),
    )
      .when(execute('2020-04-02', 'C31 1/1', of('30.00')))
      .thenRefused('DOCUMENT_ALREADY_RECORDED', { document: 'C31 1/1', stage: 'executed' });
  });

  it('leaves no more paid than executed', () => {
    given(...spent(), pay('2020-03-05', 'C31 1/1', of('60.00')))
      .when(reverse('2020-04-01', 5, of('0.01')))
      .thenRefused('STAGE_EXCEEDS_PREVIOUS', {
        stage: 'lo pagado',
        amount: '60.00',
        previous: 'lo devengado',
        previousAmount: '59.99',
        cell,
        day: '2020-04-01',
      });
  });

  it('leaves no more paid than executed on a later day', () => {
    given(...spent(), pay('2020-05-05', 'C31 1/1', of('60.00')))
      .when(reverse('2020-04-01', 5, of('0.01')))
      .thenRefused('STAGE_EXCEEDS_PREVIOUS', {
        stage: 'lo pagado',
        amount: '60.00',
        previous: 'lo devengado',
        previousAmount: '59.99',
        cell,
        day: '2020-05-05',
      });
  });

  it('frees what a reservation held', () => {
    given(...hundred(), reserve('2020-03-01', 'PRE 1/1', of('100.00')), reverse('2020-03-02', 5))
      .when(execute('2020-03-02', 'C31 1/1', of('100.00')))
      .thenTypes('BudgetExecuted');
  });
});
