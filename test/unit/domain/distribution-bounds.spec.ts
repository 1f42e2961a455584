import { describe, it } from '@jest/globals';
import { closePeriod } from '../../support/acts.ts';
import { distribute, execute } from '../../support/commands.ts';
import { given } from '../../support/given.ts';
import { approved, twoActivities } from '../../support/ledgers.ts';

const open20 = () => approved([null, '20000', 'TGN', '100.00']);

describe('the bounds of a distribution', () => {
  it('sums to zero', () => {
    given(...open20())
      .when(
        distribute(
          '2020-02-01',
          [null, '20000', 'TGN', '-60.00'],
          ['11.01.01', '20000', 'TGN', '59.99'],
        ),
      )
      .thenRefused('DISTRIBUTION_NOT_BALANCED', { source: 'TGN', difference: '-0.01' });
  });

  it('sums to zero in each source class apart', () => {
    given(...open20())
      .when(
        distribute(
          '2020-02-01',
          [null, '20000', 'TGN', '-60.00'],
          ['11.01.01', '20000', 'OTRAS', '60.00'],
        ),
      )
      .thenRefused('DISTRIBUTION_NOT_BALANCED', { source: 'TGN', difference: '-60.00' });
  });

  it('does not guess a source that is not known', () => {
    given(...approved([null, '20000', null, '100.00']))
      .when(
        distribute(
          '2020-02-01',
          [null, '20000', null, '-60.00'],
          ['11.01.01', '20000', 'TGN', '60.00'],
        ),
      )
      .thenRefused('DISTRIBUTION_NOT_BALANCED', { source: 'sin fuente', difference: '-60.00' });
  });

  it('counts the fuentes of one class together', () => {
    given(...approved([null, '20000', '10', '100.00']))
      .when(
        distribute(
          '2020-02-01',
          [null, '20000', '10', '-60.00'],
          ['11.01.01', '23400', '11', '60.00'],
        ),
      )
      .thenTypes('BudgetDistributed');
  });

  it('may move an activity between fuentes of one class beside what another gives back', () => {
    const ten = (activity: string) => [activity, '20000', '10', '50.00'] as const;
    given(...approved(ten('11.01.01'), ten('11.01.02')))
      .when(
        distribute(
          '2020-02-01',
          ['11.01.01', '20000', '10', '-5.00'],
          ['11.01.01', '20000', '11', '5.00'],
          ['11.01.02', '20000', '10', '-10.00'],
          [null, '20000', '10', '10.00'],
        ),
      )
      .thenTypes('BudgetDistributed');
  });

  it('may move an activity between fuentes of one class beside what another takes', () => {
    given(...approved(['11.01.01', '20000', '10', '50.00'], [null, '20000', '10', '50.00']))
      .when(
        distribute(
          '2020-02-01',
          ['11.01.01', '20000', '10', '-5.00'],
          ['11.01.01', '20000', '11', '5.00'],
          ['11.01.02', '20000', '10', '10.00'],
          [null, '20000', '10', '-10.00'],
        ),
      )
      .thenTypes('BudgetDistributed');
  });

  it('is no transfer: from activity to activity it is refused', () => {
    given(...approved(['11.01.01', '20000', 'TGN', '100.00']))
      .when(
        distribute(
          '2020-02-01',
          ['11.01.01', '20000', 'TGN', '-10.00'],
          ['11.01.02', '20000', 'TGN', '10.00'],
        ),
      )
      .thenRefused('DISTRIBUTION_BETWEEN_ACTIVITIES', { cell: '11.01.01 · 20000 · TGN' });
  });

  it('is no transfer: money without group stays at its activity too', () => {
    given(...approved(['11.01.01', null, 'TGN', '100.00']))
      .when(
        distribute(
          '2020-02-01',
          ['11.01.01', null, 'TGN', '-10.00'],
          ['11.01.02', null, 'TGN', '10.00'],
        ),
      )
      .thenRefused('DISTRIBUTION_BETWEEN_ACTIVITIES', { cell: '11.01.01' });
  });

  it('is no transfer: from group to group it is refused, even without activity', () => {
    given(...open20())
      .when(
        distribute(
          '2020-02-01',
          [null, '20000', 'TGN', '-10.00'],
          ['11.01.01', '30000', 'TGN', '10.00'],
        ),
      )
      .thenRefused('DISTRIBUTION_BETWEEN_ACTIVITIES', { cell: '20000' });
  });

  it('moves no more than is there', () => {
    given(...open20())
      .when(
        distribute(
          '2020-02-01',
          [null, '20000', 'TGN', '-100.01'],
          ['11.01.01', '20000', 'TGN', '100.01'],
        ),
      )
      .thenRefused('BELOW_ZERO', {
        measure: 'lo vigente',
        cell: 'sin distribuir · 20000 · TGN',
        balance: '-0.01',
        day: '2020-02-01',
      });
  });

  it('takes nothing that is spent', () => {
    given(
      ...approved(['11.01.01', '20000', 'TGN', '100.00']),
      execute('2020-03-01', 'C31 1/1', [['11.01.01', '20000', 'TGN', '70.00']]),
    )
      .when(
        distribute(
          '2020-02-01',
          ['11.01.01', '20000', 'TGN', '-30.01'],
          [null, '20000', 'TGN', '30.01'],
        ),
      )
      .thenRefused('BUDGET_EXCEEDED', {
        cell: '11.01.01 · 20000 · TGN',
        requested: '30.01',
        available: '30.00',
        day: '2020-03-01',
      });
  });

  it('is refused before the money is there', () => {
    given(...open20())
      .when(
        distribute(
          '2020-01-01',
          [null, '20000', 'TGN', '-1.00'],
          ['11.01.01', '20000', 'TGN', '1.00'],
        ),
      )
      .thenRefused('BELOW_ZERO', {
        measure: 'lo vigente',
        cell: 'sin distribuir · 20000 · TGN',
        balance: '-1.00',
        day: '2020-01-01',
      });
  });

  it('is refused without lines', () => {
    given(...twoActivities())
      .when(distribute('2020-02-01'))
      .thenRefused('EMPTY_LINES', {});
  });

  it('is refused in a closed period', () => {
    given(...open20(), closePeriod('2020-01-31'))
      .when(
        distribute(
          '2020-01-31',
          [null, '20000', 'TGN', '-1.00'],
          ['11.01.01', '20000', 'TGN', '1.00'],
        ),
      )
      .thenRefused('PERIOD_IS_CLOSED', { day: '2020-01-31', through: '2020-01-31' });
  });
});
