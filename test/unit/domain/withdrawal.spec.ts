import { describe, it } from '@jest/globals';
import {
  adjust,
  execute,
  open,
  program,
  register,
  revise,
  withdraw,
} from '../../support/commands.ts';
import { event } from '../../support/events.ts';
import { given } from '../../support/given.ts';
import { approved, hundred } from '../../support/ledgers.ts';

const id = (text: string) => text as never;

describe('withdrawing an activity', () => {
  it('is recorded with its reason', () => {
    given(open(), register('2020-01-01', '11.01.01'))
      .when(withdraw('2020-06-30', '11.01.01'))
      .then(
        event('ActivityWithdrawn', '2020-06-30', {
          activity: id('11.01.01'),
          reason: 'sin objeto',
        }),
      );
  });

  it('leaves what it spent where it is', () => {
    given(...hundred(), execute('2020-03-01', 'C31 1/1', [['11.01.01', '20000', 'TGN', '100.00']]))
      .when(withdraw('2020-06-30', '11.01.01'))
      .thenTypes('ActivityWithdrawn');
  });

  it('is refused while something is left to spend', () => {
    given(...hundred(), execute('2020-03-01', 'C31 1/1', [['11.01.01', '20000', 'TGN', '99.99']]))
      .when(withdraw('2020-06-30', '11.01.01'))
      .thenRefused('ACTIVITY_HAS_BUDGET', {
        activity: '11.01.01',
        available: '0.01',
        day: '2020-06-30',
      });
  });

  it('is refused where budget arrives on a later day', () => {
    given(
      ...approved(['11.01.02', '20000', 'TGN', '50.00']),
      adjust('2020-09-30', 'additional', [['11.01.01', '20000', 'TGN', '7.00']]),
    )
      .when(withdraw('2020-06-30', '11.01.01'))
      .thenRefused('ACTIVITY_HAS_BUDGET', {
        activity: '11.01.01',
        available: '7.00',
        day: '2020-09-30',
      });
  });

  it('ends it: from that day on no entry names it', () => {
    given(open(), register('2020-01-01', '11.01.01'), withdraw('2020-06-30', '11.01.01'))
      .when(program('2020-06-30', ['11.01.01', '20000', 'TGN', '1.00']))
      .thenRefused('ACTIVITY_NOT_IN_FORCE', { activity: '11.01.01', day: '2020-06-30' });
  });

  it('leaves the days before open to late entries', () => {
    given(open(), register('2020-01-01', '11.01.01'), withdraw('2020-06-30', '11.01.01'))
      .when(revise('2020-06-29', '11.01.01', { name: 'Otro' }))
      .thenTypes('ActivityRevised');
  });

  it('is refused under an adjustment that does not exist', () => {
    given(open(), register('2020-01-01', '11.01.01'))
      .when(withdraw('2020-06-30', '11.01.01', 'AJUSTADO-JUNIO'))
      .thenRefused('ADJUSTMENT_NOT_FOUND', { name: 'AJUSTADO-JUNIO', known: [] });
  });
});
