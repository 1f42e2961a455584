import { describe, expect, it } from '@jest/globals';
import {
  activity,
  form,
  more,
  place,
  read,
  refused,
  sampleText,
  told,
  total,
} from './printed-form.ts';

describe('the format of numbers', () => {
  const swap = (text: string): string =>
    text.replace(/\d[\d.,]*\d/g, (number) =>
      /^[\d,]+\.\d{2}$/.test(number) && !/^\d{2}\.\d{2}$/.test(number)
        ? number.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'))
        : number.replace(/^(\d{2})\.(\d{2})$/, '$1,$2'),
    );
  const money = (one: string): readonly [string, string, string, string] => [one, '0', '0', '0'];
  const whole = (amount: string, further = '0'): string =>
    form([
      activity('01.01.01.', '20000', money(amount)).replace('50.00', '50'),
      more('TOTAL', money(amount), further),
      total('TOTAL GENERAL', money(amount), '0'),
    ]);
  const programmed = (text: string, options = {}): unknown =>
    read(text, options).form.activities[0]?.cells[0]?.programmed;

  it('may be 1.234,56 in the whole real form, with the same outcome', () => {
    const swapped = swap(sampleText);
    expect(swapped).toContain('1.992.591,00');
    expect(swapped).toContain('TOTAL\t12.000,00\t0,00');
    const [one, other] = [read(sampleText), read(swapped)];
    expect(other.form).toEqual(one.form);
    expect(told(other.findings)).toEqual(told(one.findings));
  });

  it('is seen in any value that reads in one way only', () => {
    expect(programmed(whole('1,234.50'))).toBe('1234.50');
    expect(programmed(whole('1.234,50'))).toBe('1234.50');
    expect(programmed(whole('1,234', '0.00'))).toBe('1234.00');
    expect(programmed(whole('1.234', '0,00'))).toBe('1234.00');
    expect(programmed(whole('1,234,567'))).toBe('1234567.00');
    expect(programmed(whole('1.234.567'))).toBe('1234567.00');
  });

  it('does not matter where all numbers are whole', () => {
    expect(programmed(whole('1234'))).toBe('1234.00');
  });

  it('is asked for where it matters and nothing shows it', () => {
    expect(refused(whole('1.234'))).toEqual({
      code: 'NUMBER_FORMAT_UNKNOWN',
      facts: { example: '1.234' },
      place: place(14, '9'),
    });
    expect(programmed(whole('1.234'), { decimal: 'comma' })).toBe('1234.00');
    expect(programmed(whole('1,234'), { decimal: 'point' })).toBe('1234.00');
  });

  it('is one per file', () => {
    expect(refused(whole('1,234.50', '0,00'))).toEqual({
      code: 'NUMBER_FORMATS_MIXED',
      facts: { first: '1,234.50', other: '0,00' },
      place: place(15, '13'),
    });
  });

  it('is not the one that was given', () => {
    expect(refused(whole('1,234.50'), { decimal: 'comma' })).toEqual({
      code: 'INVALID_PRINTED_AMOUNT',
      facts: { text: '1,234.50' },
      place: place(14, '9'),
    });
  });
});
