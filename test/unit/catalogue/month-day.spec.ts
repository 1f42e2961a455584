import { describe, expect, it } from '@jest/globals';
import { dayIn, monthDay } from '../../../src/catalogue/month-day.ts';
import { Failure } from '../../../src/catalogue/failure.ts';

describe('a day of every gestión', () => {
  it('is written alone, or as a date of which month and day count', () => {
    expect([monthDay('06-30'), monthDay('2019-06-30')]).toEqual(['06-30', '06-30']);
    expect([2019, 2020].map((year) => dayIn(monthDay('06-30'), year))).toEqual([
      '2019-06-30',
      '2020-06-30',
    ]);
  });

  it('is the 28th where a gestión has no 29 February', () => {
    const leap = monthDay('02-29');
    expect([2019, 2020, 2100].map((year) => dayIn(leap, year))).toEqual([
      '2019-02-28',
      '2020-02-29',
      '2100-02-28',
    ]);
  });

  it.each(['02-30', '2019-02-29', '13-01', '6-30', '', '31/12', '12-31x'])(
    'is not «%s»',
    (text) => {
      expect(() => monthDay(text)).toThrow(new Failure('INVALID_MONTH_DAY', { text }));
    },
  );
});
