import { describe, expect, it } from '@jest/globals';
import { type EventFilter, eventTest } from '../../../projections/events/event-filter.ts';
import { defaultClassifiers } from '../../../src/catalogue/classifiers.ts';
import type { ActivityId, ObjectCode } from '../../../src/catalogue/codes.ts';
import { approve, closePeriod, reopenPeriod } from '../../support/acts.ts';
import { ledgerOf } from '../../support/audited.ts';
import { execute, program, register, report, reverse } from '../../support/commands.ts';
import { day, paper } from '../../support/lines.ts';
import { signed } from '../../support/signed.ts';

const [one, two] = ['01.01.01', '01.01.02'];

/** 0 opened, 1 and 2 registered, 3 programmed, 4 approved, 5 and 6 executed, 7 reversed, 8 progress, 9 closed, 10 reopened. */
const { records } = ledgerOf(
  register('2020-01-01', one),
  register('2020-01-01', two),
  program('2020-01-01', [one, '20000', 'TGN', '100.00'], [two, '30000', 'TGN', '100.00']),
  approve(),
  execute('2020-02-01', 'C31 55/1', [[one, '23400', 'TGN', '10.00']]),
  execute('2020-03-01', 'C31 55/2', [[two, '30000', 'TGN', '10.00']]),
  reverse('2020-03-02', 5, [[one, '23400', 'TGN', '10.00']]),
  report('2020-03-31', [two, '50.00']),
  closePeriod('2020-03-31'),
  signed(reopenPeriod('2020-03-01'), 'p1 p2 p3'),
);

const found = (filter: EventFilter): number[] =>
  records.filter(eventTest(filter, defaultClassifiers)).map(({ revision }) => revision);
const activity = (code: string) => code as ActivityId;
const group = (code: string) => code as ObjectCode;

describe('Events are found', () => {
  it('all of them where nothing is asked', () => {
    expect(found({})).toEqual(records.map(({ revision }) => revision));
  });

  it('by their types', () => {
    expect(found({ types: ['PeriodClosed', 'PeriodReopened'] })).toEqual([9, 10]);
  });

  it('by an activity that they speak of', () => {
    expect(found({ activity: activity(one) })).toEqual([1, 3, 5, 7]);
    expect(found({ activity: activity(two) })).toEqual([2, 3, 6, 8]);
    expect(found({ activity: null })).toEqual([]);
  });

  it('by the group of a partida, together with the activity of the same line', () => {
    expect(found({ group: group('20000') })).toEqual([3, 5, 7]);
    expect(found({ activity: activity(one), group: group('30000') })).toEqual([]);
  });

  it('by days, both of which count', () => {
    const effective = { from: day('2020-02-01'), to: day('2020-03-01') };
    expect(found({ effective })).toEqual([5, 6]);
    expect(found({ effective: { from: day('2020-03-02'), to: day('2020-12-31') } })).toEqual([
      7, 8,
    ]);
  });

  it('by a document, its reversal with it and its other sequence not', () => {
    expect(found({ document: paper('C31 55/1') })).toEqual([5, 7]);
  });

  it('by words of papers and reasons, without their accents', () => {
    expect(found({ text: 'LEY 1267' })).toEqual([4]);
    expect(found({ text: 'REGULARIZACION' })).toEqual([10]);
    expect(found({ text: 'error de registro' })).toEqual([7]);
    expect(found({ text: 'nada de esto' })).toEqual([]);
  });

  it('by who recorded them', () => {
    expect(found({ actor: 'ana' })).toHaveLength(records.length);
    expect(found({ actor: 'otro' })).toEqual([]);
  });

  it('by who signed them', () => {
    expect(found({ actor: 'p1' })).toEqual([10]);
    expect(found({ actor: 'p2' })).toEqual([10]);
    expect(found({ actor: 'p3' })).toEqual([10]);
  });
});
