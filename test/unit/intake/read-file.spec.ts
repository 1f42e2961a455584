import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { recognise } from '../../../src/intake/read-file.ts';
import { refusal, sampleBytes } from './printed-form.ts';

const of = (text: string): unknown => refusal(() => recognise(new TextEncoder().encode(text)));
const kind = (text: string): unknown => recognise(new TextEncoder().encode(text));

it('knows the two samples', () => {
  const budget = new URL('../../../samples/original-budget-2020.csv', import.meta.url);
  expect(recognise(sampleBytes)).toBe('form-5b');
  expect(recognise(readFileSync(budget))).toBe('original-budget');
});

it('knows them as other programs write them', () => {
  expect(kind('\ufeff(Formulario N° 5-B)\r\n')).toBe('form-5b');
  expect(kind('\ufeff"Ledger";"Amount"\r\n')).toBe('original-budget');
});

it('refuses what is neither', () => {
  expect(of(' \n')).toEqual({
    code: 'FILE_NOT_RECOGNISED',
    facts: { reason: 'está vacío' },
    place: undefined,
  });
  expect(of('ledger,day,text\n')).toMatchObject({ code: 'FILE_NOT_RECOGNISED' });
  expect(of('FORMULARIO N.5.A')).toMatchObject({ code: 'FILE_NOT_RECOGNISED' });
});

it('refuses what is not text', () => {
  const failure = { code: 'FILE_NOT_TEXT', facts: {}, place: undefined };
  expect(refusal(() => recognise(Uint8Array.from([0xff, 0xfe, 0x50, 0x00])))).toEqual(failure);
  expect(of('PK\u0003\u0004\u0000')).toEqual(failure);
});
