import { describe, expect, it } from '@jest/globals';
import type { CivilDate } from '../../../src/catalogue/civil-date.ts';
import {
  addAll,
  addChange,
  balanceBy,
  emptyTimeline,
  isInForce,
  largestOf,
  lowestFrom,
  negated,
  type Timeline,
  worsened,
} from '../../../src/timeline/timeline.ts';

const day = (text: string) => `2020-${text}` as CivilDate;
const timeline = (...changes: [string, number][]): Timeline =>
  changes.reduce<Timeline>((sum, [on, change]) => addChange(sum, day(on), change), emptyTimeline);

describe('A timeline', () => {
  it('includes the day of the cut-off', () => {
    expect(isInForce(day('06-30'), day('06-30'))).toBe(true);
    expect(isInForce(day('07-01'), day('06-30'))).toBe(false);
    expect(balanceBy(timeline(['06-30', 5]), day('06-30'))).toBe(5);
    expect(balanceBy(timeline(['06-30', 5]), day('06-29'))).toBe(0);
  });

  it('is the same whatever the order of its changes', () => {
    const one = timeline(['01-01', 10], ['06-30', -3], ['03-01', 2]);
    expect(timeline(['03-01', 2], ['01-01', 10], ['06-30', -3])).toEqual(one);
    expect(one.map(({ day: on }) => on)).toEqual(['2020-01-01', '2020-03-01', '2020-06-30']);
  });

  it('keeps one change a day and none of zero', () => {
    expect(timeline(['01-01', 10], ['01-01', -10])).toEqual([]);
    expect(timeline(['01-01', 10], ['01-01', -3])).toEqual([{ day: '2020-01-01', change: 7 }]);
    expect(timeline(['01-01', 0])).toEqual([]);
  });

  it('can still bear the lowest balance of a day and every later one', () => {
    const balance = timeline(['01-01', 100], ['06-01', -70], ['09-01', 50]);
    expect(lowestFrom(balance, day('01-01'))).toEqual({ day: '2020-06-01', balance: 30 });
    expect(lowestFrom(balance, day('06-02'))).toEqual({ day: '2020-06-02', balance: 30 });
    expect(lowestFrom(balance, day('09-01'))).toEqual({ day: '2020-09-01', balance: 80 });
    expect(lowestFrom(emptyTimeline, day('09-01'))).toEqual({ day: '2020-09-01', balance: 0 });
  });

  it('names the first of the days on which it is lowest', () => {
    const balance = timeline(['01-01', 100], ['06-01', -70], ['07-01', 10], ['08-01', -10]);
    expect(lowestFrom(balance, day('01-01'))).toEqual({ day: '2020-06-01', balance: 30 });
    expect(lowestFrom(balance, day('06-01'))).toEqual({ day: '2020-06-01', balance: 30 });
  });

  it('is added and taken away', () => {
    const balance = timeline(['01-01', 100], ['06-01', -70]);
    expect(addAll(balance, negated(balance))).toEqual([]);
  });

  it('has on every day the largest of several', () => {
    const reserved = timeline(['01-01', 100], ['08-01', -100]);
    const executed = timeline(['06-01', 60]);
    expect(largestOf([reserved, executed])).toEqual([
      { day: '2020-01-01', change: 100 },
      { day: '2020-08-01', change: -40 },
    ]);
    expect(largestOf([])).toEqual([]);
  });

  it('is worse only where it is below zero and lower than before', () => {
    const before = timeline(['01-01', -5]);
    expect(worsened(before, before)).toBeNull();
    expect(worsened(before, timeline(['01-01', -4]))).toBeNull();
    expect(worsened(timeline(['01-01', 9]), timeline(['01-01', 1]))).toBeNull();
    expect(worsened(before, timeline(['01-01', -5], ['03-01', -2], ['04-01', 1]))).toEqual({
      day: '2020-03-01',
      balance: -7,
      before: -5,
    });
  });

  it('is worst on the lowest day below zero, on the first of several', () => {
    const after = timeline(['03-01', -2], ['04-01', -5], ['05-01', 1], ['06-01', -1]);
    expect(worsened(emptyTimeline, after)).toEqual({ day: '2020-04-01', balance: -7, before: 0 });
  });
});
