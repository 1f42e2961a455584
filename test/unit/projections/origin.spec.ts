import { describe, expect, it } from '@jest/globals';
import { type OriginMeasure, termsOf } from '../../../projections/origin/cell.ts';
import { linesOf, originOf } from '../../../projections/origin/origin.ts';
import type { Scope } from '../../../projections/figures.ts';
import { defaultClassifiers } from '../../../src/catalogue/classifiers.ts';
import { instantAt } from '../../../src/catalogue/instant.ts';
import { approve } from '../../support/acts.ts';
import { ledgerOf } from '../../support/audited.ts';
import { distribute, execute, pay, program, register } from '../../support/commands.ts';
import { day, type Line } from '../../support/lines.ts';
import { Projected } from '../../support/views-of.ts';

const one = '01.01.01';
const of = (object: string, money: string): Line => [one, object, '10', money];

/** 2 programmed in three lines, 4 and 5 spent in April and March, 6 paid, 7 spent in June, 8 moved to and fro. */
const ledger = ledgerOf(
  register('2020-01-01', one),
  program('2020-01-02', [null, '20000', '10', '50.00'], of('20000', '60.00'), of('30000', '7.00')),
  approve(),
  execute('2020-04-01', 'C31 1/1', [of('30000', '1.00'), of('23400', '10.00')]),
  execute('2020-03-01', 'C31 2/1', [of('23400', '5.00'), of('24100', '2.00')]),
  pay('2020-04-02', 'C31 1/1', [of('23400', '4.00')]),
  execute('2020-06-01', 'C31 3/1', [of('23400', '3.00')]),
  distribute('2020-07-01', of('20000', '-8.00'), [one, '20000', '11', '8.00']),
);
const { entries } = new Projected(ledger.records);

const originIn = (
  measure: OriginMeasure,
  { known = ledger.revision, effective = '2020-12-31', isOfActivities = false } = {},
  scope: Scope = { group: '20000' as never },
) => {
  const lines = linesOf(entries, { scope, isOfActivities }, defaultClassifiers);
  const sides = { effective: day(effective), known: { revision: known, recordedAt: instantAt(0) } };
  return termsOf(measure).map(({ role, shown, ...term }) => {
    const {
      amount,
      entries: own,
      later,
    } = originOf(entries, sides, lines, { role, shown, ...term });
    const rows = own.map((each) => [each.revision, each.index, each.amount, each.running]);
    return { role, shown, amount, rows, later };
  });
};

describe('The origin of a figure', () => {
  it('lists its entries by day, each with its place in its record and the sum so far', () => {
    expect(originIn('executed')).toEqual([
      {
        role: 'amount',
        shown: ['executed'],
        amount: '20.00',
        rows: [
          [5, 0, '5.00', '5.00'],
          [5, 1, '2.00', '7.00'],
          [4, 1, '10.00', '17.00'],
          [7, 0, '3.00', '20.00'],
        ],
        later: [],
      },
    ]);
  });

  it('says what an entry is of', () => {
    const lines = linesOf(entries, { scope: {}, isOfActivities: false }, defaultClassifiers);
    const [term] = termsOf('paid');
    if (term === undefined) throw new Error('no term');
    const sides = {
      effective: day('2020-12-31'),
      known: { revision: 8, recordedAt: instantAt(0) },
    };
    expect(originOf(entries, sides, lines, term).entries).toEqual([
      {
        revision: 6,
        index: 0,
        line: { activity: one, object: '23400', source: '10' },
        measure: 'paid',
        effectiveOn: '2020-04-02',
        amount: '4.00',
        running: '4.00',
      },
    ]);
  });

  it('says what comes later, and why', () => {
    const [origin] = originIn('executed', { known: 4, effective: '2020-03-31' });
    expect(origin).toMatchObject({ amount: '0.00', rows: [] });
    expect(origin?.later).toEqual([
      { revision: 4, amount: '10.00', reasons: ['effectiveLater'] },
      { revision: 5, amount: '7.00', reasons: ['recordedLater'] },
      { revision: 7, amount: '3.00', reasons: ['effectiveLater', 'recordedLater'] },
    ]);
  });

  it('leaves out what brings nothing together later', () => {
    const [origin] = originIn('current', { effective: '2020-06-30' });
    expect([origin?.amount, origin?.later]).toEqual(['110.00', []]);
  });

  it('of a form leaves out what is not distributed', () => {
    expect(originIn('current', { isOfActivities: true })[0]?.amount).toBe('60.00');
    expect(originIn('current')[0]?.amount).toBe('110.00');
  });

  it('of a rate is two sums', () => {
    expect(
      originIn('executionRate').map(({ role, shown, amount }) => [role, shown, amount]),
    ).toEqual([
      ['numerator', ['executed'], '20.00'],
      ['denominator', ['current'], '110.00'],
    ]);
  });

  it('of a saldo takes one from the other', () => {
    expect(originIn('unpaid').map(({ role, shown, amount }) => [role, shown, amount])).toEqual([
      ['amount', ['executed', 'paid'], '16.00'],
    ]);
    expect(originIn('unexecuted').map(({ shown, amount }) => [shown, amount])).toEqual([
      [['current', 'executed'], '90.00'],
    ]);
    expect(originIn('uncommitted').map(({ shown, amount }) => [shown, amount])).toEqual([
      [['current', 'committed'], '110.00'],
    ]);
  });
});
