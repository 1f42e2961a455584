import { describe, it } from '@jest/globals';
import type { ActivityCode } from '../../../src/catalogue/codes.ts';
import { adjust, described, open, register, revise, withdraw } from '../../support/commands.ts';
import { event } from '../../support/events.ts';
import { given } from '../../support/given.ts';
import { hundred } from '../../support/ledgers.ts';
import { day } from '../../support/lines.ts';

const id = (text: string) => text as never;
const code = (text: string) => text as ActivityCode;

describe('registering an activity', () => {
  it('gives it its first code as its id for ever', () => {
    given(open())
      .when(register('2020-01-01', '11.01.01', { end: day('2020-12-31') }))
      .then(
        event('ActivityRegistered', '2020-01-01', {
          activity: id('11.01.01'),
          ...described('11.01.01', { end: day('2020-12-31') }),
        }),
      );
  });

  it('gives a code that an activity had before to a new one, with an id of its own', () => {
    given(
      open(),
      register('2020-01-01', '11.01.01'),
      revise('2020-03-01', '11.01.01', { code: code('11.01.09') }),
    )
      .when(register('2020-03-01', '11.01.01'))
      .then(
        event('ActivityRegistered', '2020-03-01', {
          activity: id('11.01.01~2'),
          ...described('11.01.01'),
        }),
      );
  });

  it('is refused for a code that is in force', () => {
    given(open(), register('2020-01-01', '11.01.01'))
      .when(register('2020-03-01', '11.01.01'))
      .thenRefused('ACTIVITY_ALREADY_REGISTERED', { code: '11.01.01' });
  });

  it('is refused for a code that another one bears on a later day', () => {
    given(open(), register('2020-03-01', '11.01.01'))
      .when(register('2020-01-01', '11.01.01'))
      .thenRefused('ACTIVITY_ALREADY_REGISTERED', { code: '11.01.01' });
  });

  it('is refused where it would end before it starts', () => {
    given(open())
      .when(
        register('2020-01-01', '11.01.01', { start: day('2020-06-01'), end: day('2020-05-31') }),
      )
      .thenRefused('ENDS_BEFORE_IT_STARTS', { start: '2020-06-01', end: '2020-05-31' });
  });

  it('allows the first and the last day to be one', () => {
    given(open())
      .when(
        register('2020-01-01', '11.01.01', { start: day('2020-06-01'), end: day('2020-06-01') }),
      )
      .thenTypes('ActivityRegistered');
  });
});

describe('revising an activity', () => {
  const registered = () => [open(), register('2020-01-01', '11.01.01')];

  it('records only what changes', () => {
    given(...registered())
      .when(revise('2020-06-30', '11.01.01', { name: 'Otro nombre', indicator: null }))
      .then(
        event('ActivityRevised', '2020-06-30', {
          activity: id('11.01.01'),
          changes: { name: 'Otro nombre' },
        }),
      );
  });

  it('names the adjustment that brought it', () => {
    given(...hundred(), adjust('2020-06-30', 'additional', [['11.01.01', '20000', 'TGN', '1.00']]))
      .when(revise('2020-06-30', '11.01.01', { name: 'Otro' }, 'AJUSTADO-JUNIO'))
      .then(
        event('ActivityRevised', '2020-06-30', {
          activity: id('11.01.01'),
          changes: { name: 'Otro' },
          adjustment: 'AJUSTADO-JUNIO',
        }),
      );
  });

  it('is refused under an adjustment that does not exist', () => {
    given(...registered())
      .when(revise('2020-06-30', '11.01.01', { name: 'Otro' }, 'AJUSTADO-JUNIO'))
      .thenRefused('ADJUSTMENT_NOT_FOUND', { name: 'AJUSTADO-JUNIO', known: [] });
  });

  it('keeps the id: the old code is not known any more, the new one is', () => {
    given(...registered(), revise('2020-03-01', '11.01.01', { code: code('11.01.09') }))
      .when(revise('2020-04-01', '11.01.09', { name: 'Otro' }))
      .then(
        event('ActivityRevised', '2020-04-01', {
          activity: id('11.01.01'),
          changes: { name: 'Otro' },
        }),
      );
  });

  it('names the activity by its id, whatever its code became', () => {
    given(...registered(), revise('2020-03-01', '11.01.01', { code: code('11.01.09') }))
      .when(revise('2020-04-01', '11.01.01', { name: 'Otro' }))
      .then(
        event('ActivityRevised', '2020-04-01', {
          activity: id('11.01.01'),
          changes: { name: 'Otro' },
        }),
      );
  });

  it('counts from what was recorded last where two are dated alike', () => {
    given(
      ...registered(),
      revise('2020-06-30', '11.01.01', { name: 'Uno' }),
      revise('2020-06-30', '11.01.01', { name: 'Dos' }),
    )
      .when(revise('2020-06-30', '11.01.01', { name: 'Dos' }))
      .thenRefused('NOTHING_CHANGES', {});
  });

  it('leaves what a later day said as it was', () => {
    given(
      ...registered(),
      revise('2020-06-30', '11.01.01', { name: 'Uno' }),
      revise('2020-03-31', '11.01.01', { name: 'Dos' }),
    )
      .when(revise('2020-07-01', '11.01.01', { name: 'Uno' }))
      .thenRefused('NOTHING_CHANGES', {});
  });

  it('looks at what was said by its own day, not later', () => {
    given(...registered(), revise('2020-06-30', '11.01.01', { name: 'Uno' }))
      .when(revise('2020-03-31', '11.01.01', { name: 'Uno' }))
      .then(
        event('ActivityRevised', '2020-03-31', {
          activity: id('11.01.01'),
          changes: { name: 'Uno' },
        }),
      );
  });

  it('is refused where nothing changes', () => {
    given(...registered())
      .when(revise('2020-06-30', '11.01.01', { name: 'Actividad 11.01.01' }))
      .thenRefused('NOTHING_CHANGES', {});
  });

  it('is refused for an activity that does not exist', () => {
    given(...registered())
      .when(revise('2020-06-30', '11.01.02', { name: 'Otro' }))
      .thenRefused('ACTIVITY_NOT_FOUND', { name: '11.01.02', known: ['11.01.01'] });
  });

  it('is refused before its first day', () => {
    given(open(), register('2020-03-01', '11.01.01'))
      .when(revise('2020-02-29', '11.01.01', { name: 'Otro' }))
      .thenRefused('ACTIVITY_NOT_IN_FORCE', { activity: '11.01.01', day: '2020-02-29' });
  });

  it('is refused for the code of another activity in force', () => {
    given(...registered(), register('2020-01-01', '11.01.02'))
      .when(revise('2020-06-30', '11.01.01', { code: code('11.01.02') }))
      .thenRefused('ACTIVITY_ALREADY_REGISTERED', { code: '11.01.02' });
  });

  it('is refused for a code that another activity bears on a later day', () => {
    given(...registered(), register('2020-09-01', '11.01.02'))
      .when(revise('2020-06-30', '11.01.01', { code: code('11.01.02') }))
      .thenRefused('ACTIVITY_ALREADY_REGISTERED', { code: '11.01.02' });
  });

  it('may take the code of an activity that was withdrawn', () => {
    given(...registered(), register('2020-01-01', '11.01.02'), withdraw('2020-06-30', '11.01.02'))
      .when(revise('2020-06-30', '11.01.01', { code: code('11.01.02') }))
      .thenTypes('ActivityRevised');
  });

  it('is refused where the end would come before the start that stands', () => {
    given(open(), register('2020-01-01', '11.01.01', { start: day('2020-06-01') }))
      .when(revise('2020-06-30', '11.01.01', { end: day('2020-05-31') }))
      .thenRefused('ENDS_BEFORE_IT_STARTS', { start: '2020-06-01', end: '2020-05-31' });
  });
});
