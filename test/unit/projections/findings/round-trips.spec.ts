import { describe, expect, it } from '@jest/globals';
import { approve } from '../../../support/acts.ts';
import { factsOf, findingsOf, ledgerOf } from '../../../support/audited.ts';
import { adjust, program, register } from '../../../support/commands.ts';
import type { Line } from '../../../support/lines.ts';

const [one, two, three, four, five] = ['1.01', '1.02', '1.03', '1.04', '1.05'] as const;
const of = (activity: string, money: string): Line => [activity, '20000', 'TGN', money];
const all = [one, two, three, four, five];

const tripsIn = (...transfers: readonly (readonly [string, string, readonly Line[]])[]) => {
  const ledger = ledgerOf(
    ...all.map((activity) => register('2020-01-01', activity)),
    program('2020-01-01', ...all.map((activity) => of(activity, '1000.00'))),
    approve(),
    ...transfers.map(([on, name, lines]) => adjust(on, 'transfer', lines, { name })),
  );
  return factsOf(findingsOf(ledger, '2020-12-31'), 'TRANSFER_ROUND_TRIP').map(
    ({ adjustment, returnedBy, amount, lines }) => [adjustment, returnedBy, amount, ...lines],
  );
};
const named = (activity: string) => `${activity} · 20000 · TGN`;

describe('a transfer of several lines', () => {
  const there = [of(one, '-100.00'), of(two, '100.00'), of(three, '-50.00'), of(four, '50.00')];

  it('comes back in the two lines that outweigh each other, where others go elsewhere', () => {
    const back = [of(one, '100.00'), of(two, '-100.00'), of(three, '50.00'), of(five, '-50.00')];
    expect(tripsIn(['2020-03-01', 'IDA', there], ['2020-04-01', 'VUELTA', back])).toEqual([
      ['IDA', 'VUELTA', '100.00', named(one), named(two)],
    ]);
  });

  it('comes back in the two lines that do, not in the first that has no other', () => {
    const back = [of(one, '100.00'), of(three, '50.00'), of(four, '-50.00'), of(five, '-100.00')];
    expect(tripsIn(['2020-03-01', 'IDA', there], ['2020-04-01', 'VUELTA', back])).toEqual([
      ['IDA', 'VUELTA', '50.00', named(three), named(four)],
    ]);
  });

  it('does not come back where no two lines outweigh each other', () => {
    const back = [of(one, '100.00'), of(three, '50.00'), of(five, '-150.00')];
    expect(tripsIn(['2020-03-01', 'IDA', there], ['2020-04-01', 'VUELTA', back])).toEqual([]);
  });

  it('comes back whole', () => {
    const back = [of(one, '100.00'), of(two, '-100.00'), of(three, '50.00'), of(four, '-50.00')];
    expect(tripsIn(['2020-03-01', 'IDA', there], ['2020-04-01', 'VUELTA', back])).toEqual([
      ['IDA', 'VUELTA', '150.00', named(one), named(two), named(three), named(four)],
    ]);
  });
});

describe('several transfers', () => {
  const go = [of(one, '-9.00'), of(two, '9.00')];
  const come = [of(one, '9.00'), of(two, '-9.00')];

  it('come back to the nearest one before', () => {
    expect(
      tripsIn(['2020-03-01', 'A', go], ['2020-03-05', 'B', go], ['2020-03-09', 'C', come]),
    ).toEqual([['B', 'C', '9.00', named(one), named(two)]]);
  });

  it('come back one by one, each to one that none came back to', () => {
    expect(
      tripsIn(
        ['2020-03-01', 'A', go],
        ['2020-03-05', 'B', go],
        ['2020-03-09', 'C', come],
        ['2020-03-10', 'D', come],
      ),
    ).toEqual([
      ['B', 'C', '9.00', named(one), named(two)],
      ['A', 'D', '9.00', named(one), named(two)],
    ]);
  });
});
