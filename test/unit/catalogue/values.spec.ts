import { describe, expect, it } from '@jest/globals';
import {
  add,
  amount,
  type Amount,
  centavos,
  percentage,
  percentageText,
  printAmount,
  sum,
  toAmount,
} from '../../../src/catalogue/amount.ts';
import {
  civilDate,
  civilDateFromPrinted,
  dayAfter,
  dayBefore,
  laterOf,
  lastDayOfMonth,
  printDate,
} from '../../../src/catalogue/civil-date.ts';
import {
  dayOf,
  endOfDay,
  instant,
  instantAt,
  microsecondsOf,
  printInstant,
} from '../../../src/catalogue/instant.ts';
import { known } from '../../../src/catalogue/known.ts';

const refused = (code: string) => expect.objectContaining({ code });

describe('An amount', () => {
  it.each([
    ['9', '9.00'],
    ['9.5', '9.50'],
    ['-553708.38', '-553708.38'],
    ['-0', '0.00'],
    ['007.10', '7.10'],
    ['999999999999.99', '999999999999.99'],
  ])('%s is %s', (text, is) => {
    expect(amount(text)).toBe(is);
  });

  it.each([
    '',
    ' 1',
    '1,000',
    '1.234',
    '1e3',
    '0x1F',
    'NaN',
    '1.',
    '.5',
    '1000000000000',
    '--1',
    '１',
  ])('refuses «%s»', (text) => {
    expect(() => amount(text)).toThrow(refused('INVALID_AMOUNT'));
  });

  it('is an exact integer of centavos and back', () => {
    expect(centavos('999999999999.99' as Amount)).toBe(99999999999999);
    expect(centavos('-0.05' as Amount)).toBe(-5);
    expect(toAmount(-5)).toBe('-0.05');
    expect(toAmount(1)).toBe('0.01');
    expect(toAmount(0)).toBe('0.00');
  });

  it('refuses a sum whose centavos are no longer exact', () => {
    expect(add(9007199254740990, 1)).toBe(9007199254740991);
    expect(() => add(9007199254740991, 1)).toThrow(refused('TOTAL_TOO_LARGE'));
    expect(() => sum([9007199254740991, 1, -1])).toThrow(refused('TOTAL_TOO_LARGE'));
  });

  it.each([
    ['10784709.47', '10,784,709.47'],
    ['-553708.38', '-553,708.38'],
    ['999.00', '999.00'],
    ['1000.00', '1,000.00'],
  ])('%s is printed %s', (text, printed) => {
    expect(printAmount(text as Amount)).toBe(printed);
  });
});

describe('A rate', () => {
  it('is half-up to two places', () => {
    expect(percentage(924212755, 1078470947)).toBe('85.70');
    expect(percentage(1, 800)).toBe('0.13');
    expect(percentage(-1, 800)).toBe('-0.13');
  });

  it('is exact where the integers on the way are not', () => {
    expect(percentage(34466210823059, 54273223876953)).toBe('63.50');
    expect(percentage(-34466210823059, 54273223876953)).toBe('-63.50');
  });

  it('of nothing is not known', () => {
    expect(percentage(0, 0)).toBeNull();
    expect(percentage(5, 0)).toBeNull();
  });

  it('is read from plain text alone', () => {
    expect(percentageText('66.4')).toBe('66.40');
    expect(() => percentageText('-1')).toThrow(refused('INVALID_PERCENTAGE'));
    expect(() => percentageText('1000')).toThrow(refused('INVALID_PERCENTAGE'));
  });
});

describe('A day', () => {
  it.each(['2020-02-29', '2020-12-31'])('%s is one', (text) => {
    expect(civilDate(text)).toBe(text);
  });

  it.each(['2021-02-29', '2020-13-01', '2020-1-1', '31/12/2020', '2020-12-31T00:00:00Z', ''])(
    '«%s» is none',
    (text) => {
      expect(() => civilDate(text)).toThrow(refused('INVALID_DATE'));
    },
  );

  it('is read as forms print it', () => {
    expect(civilDateFromPrinted('31/12/2020', 2020)).toBe('2020-12-31');
    expect(civilDateFromPrinted('13/01/20', 2020)).toBe('2020-01-13');
    expect(civilDateFromPrinted(' 1/2/2020 ', 2020)).toBe('2020-02-01');
    expect(civilDateFromPrinted('01/01/0100', 2020)).toBe('0100-01-01');
    expect(() => civilDateFromPrinted('30/02/20', 2020)).toThrow(refused('INVALID_DATE'));
    expect(printDate(civilDate('2020-12-31'))).toBe('31/12/2020');
  });

  it('has neighbours over months and years', () => {
    expect(dayAfter(civilDate('2020-02-28'))).toBe('2020-02-29');
    expect(dayAfter(civilDate('2020-12-31'))).toBe('2021-01-01');
    expect(dayBefore(civilDate('2020-03-01'))).toBe('2020-02-29');
    expect(lastDayOfMonth(2021, 2)).toBe('2021-02-28');
    expect(lastDayOfMonth(2020, 12)).toBe('2020-12-31');
  });

  it('is the later of two', () => {
    const [first, last] = [civilDate('2020-06-30'), civilDate('2020-07-01')];
    expect([laterOf(first, last), laterOf(last, first)]).toEqual(['2020-07-01', '2020-07-01']);
  });

  it('has none before the first and after the last that can be written', () => {
    expect(dayAfter(civilDate('9999-12-31'))).toBe('9999-12-31');
    expect(dayBefore(civilDate('0000-01-01'))).toBe('0000-01-01');
  });
});

describe('A moment', () => {
  it('has microseconds and its zone', () => {
    expect(instant('2021-01-15T18:00:00-04:00')).toBe('2021-01-15T22:00:00.000000Z');
    expect(instant('2021-01-15T18:00-04:00')).toBe('2021-01-15T22:00:00.000000Z');
    expect(instant('2021-01-15T22:00:00.5Z')).toBe('2021-01-15T22:00:00.500000Z');
    expect(instant('2021-01-15T22:00:00.000001Z')).toBe('2021-01-15T22:00:00.000001Z');
    expect(instantAt(microsecondsOf(instant('2021-01-15T22:00:00.123456Z')))).toBe(
      '2021-01-15T22:00:00.123456Z',
    );
  });

  it.each(['2021-01-15T18:00:00', '2021-01-15', '2021-13-15T00:00:00Z', 'ayer'])(
    '«%s» is none',
    (text) => {
      expect(() => instant(text)).toThrow(refused('INVALID_INSTANT'));
    },
  );

  it('falls on the day of its zone, midnight included', () => {
    expect(dayOf(instant('2021-01-01T03:59:59.999999Z'), 'America/La_Paz')).toBe('2020-12-31');
    expect(dayOf(instant('2021-01-01T04:00:00Z'), 'America/La_Paz')).toBe('2021-01-01');
    expect(endOfDay(civilDate('2020-12-31'), 'America/La_Paz')).toBe('2021-01-01T03:59:59.999999Z');
    expect(printInstant(instant('2021-01-15T22:00:00Z'), 'America/La_Paz')).toBe(
      '15/01/2021 18:00',
    );
  });

  it('ends a day on which clocks change', () => {
    expect(endOfDay(civilDate('2021-03-28'), 'Europe/Madrid')).toBe('2021-03-28T21:59:59.999999Z');
    expect(endOfDay(civilDate('2021-03-27'), 'Europe/Madrid')).toBe('2021-03-27T22:59:59.999999Z');
  });

  it.each(['America/La_Paz', 'Pacific/Kiritimati', 'UTC'])(
    'is in order in %s, however far from here',
    (zone) => {
      const days = ['0000-01-01', '0001-01-01', '0999-12-31', '2020-12-31', '9999-12-31'];
      const ends = days.map((day) => endOfDay(civilDate(day), zone));
      expect(ends.map((end) => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z$/.test(end))).toEqual(
        days.map(() => true),
      );
      expect(ends.toSorted()).toEqual(ends);
      const last = instant('9999-12-31T23:59:59-12:00');
      expect(last > instant('2999-01-01T00:00:00Z')).toBe(true);
    },
  );

  it('is known as a moment, a day or a revision', () => {
    expect(known('48')).toBe(48);
    expect(known('2021-01-15')).toBe('2021-01-15');
    expect(known('2021-01-15T18:00:00-04:00')).toBe('2021-01-15T22:00:00.000000Z');
    expect(() => known('-1')).toThrow(refused('INVALID_INSTANT'));
  });
});
