import { describe, expect, it } from '@jest/globals';
import { preset, printReference, reference } from '../../../src/catalogue/reference.ts';

describe('A reference', () => {
  it.each([
    ['original', { kind: 'original' }],
    ['current', { kind: 'current' }],
    ['last-month', { kind: 'last-month' }],
    ['same-day', { kind: 'same-day' }],
    ['adjustment:AJUSTADO JUNIO', { kind: 'adjustment', name: 'AJUSTADO JUNIO' }],
    ['report:001/2021', { kind: 'report', number: '001/2021' }],
    ['period:2020-06-30', { kind: 'period', through: '2020-06-30' }],
    ['2020-06-30', { kind: 'cutOff', effective: '2020-06-30' }],
    ['2020-06-30@48', { kind: 'cutOff', effective: '2020-06-30', known: 48 }],
    ['2020-06-30@2020-07-15', { kind: 'cutOff', effective: '2020-06-30', known: '2020-07-15' }],
  ])('is written %s', (text, meant) => {
    expect(reference(text)).toEqual(meant);
    expect(printReference(reference(text))).toBe(text);
  });

  it.each([
    ['', 'INVALID_REFERENCE'],
    ['junio', 'INVALID_REFERENCE'],
    ['Original', 'INVALID_REFERENCE'],
    ['adjustment:', 'INVALID_REFERENCE'],
    ['2020-06-30@', 'INVALID_REFERENCE'],
    ['2020-02-30', 'INVALID_DATE'],
    ['period:junio', 'INVALID_DATE'],
    ['2020-06-30@ayer', 'INVALID_INSTANT'],
  ])('«%s» is refused as %s', (text, code) => {
    expect(() => reference(text)).toThrow(expect.objectContaining({ code }));
  });
});

describe('A preset', () => {
  it.each([
    ['plan', 'original', 'current'],
    ['month', 'last-month', 'current'],
    ['report:001/2021', 'report:001/2021', 'same-day'],
    ['period:2020-06-30', 'period:2020-06-30', 'same-day'],
  ])('%s stands for two references', (text, from, to) => {
    const pair = preset(text);
    expect([printReference(pair.from), printReference(pair.to)]).toEqual([from, to]);
  });

  it.each(['', 'year', 'adjustment:AJUSTADO JUNIO'])('«%s» is none', (text) => {
    expect(() => preset(text)).toThrow(expect.objectContaining({ code: 'INVALID_PRESET' }));
  });
});
