import { describe, expect, it } from '@jest/globals';
import { readForm5b } from '../../../src/intake/form-5b/read-form-5b.ts';
import {
  form,
  more,
  place,
  read,
  refusal,
  refused,
  sampleText,
  soundRows,
  soundWith,
} from './printed-form.ts';

const [, , general] = soundRows;

describe('a form that was cut', () => {
  it('misses TOTAL GENERAL, its amounts, or every activity', () => {
    expect(refused(form(soundRows.slice(0, 2)))).toEqual({
      code: 'FORM_CUT_OFF',
      facts: { missing: 'la fila TOTAL GENERAL' },
      place: place(15),
    });
    expect(refused(form([...soundRows.slice(0, 2), 'TOTAL GENERAL']))).toEqual({
      code: 'FORM_CUT_OFF',
      facts: { missing: 'el monto de TOTAL GENERAL' },
      place: place(16),
    });
    expect(refused(form([general]))).toEqual({
      code: 'FORM_CUT_OFF',
      facts: { missing: 'toda actividad' },
      place: place(14),
    });
  });

  it('is refused wherever the real one ends before TOTAL GENERAL', () => {
    const lines = sampleText.split('\n');
    for (let length = 18; length < 130; length += 1) {
      const text = lines.slice(0, length).join('\n');
      expect(refused(text)).toMatchObject({ code: 'FORM_CUT_OFF' });
    }
    expect(refused(lines.slice(0, 130).join('\n'))).toBe('no refusal');
  });
});

describe('the bytes', () => {
  const bytes = (...values: number[]): unknown =>
    refusal(() => readForm5b(Uint8Array.from(values), { fileName: 'form.txt', sha256: '' }));

  it('must be UTF-8 text', () => {
    const failure = { code: 'FILE_NOT_TEXT', facts: {}, place: { file: 'form.txt' } };
    expect(bytes(0x47, 0x65, 0x73, 0x74, 0x69, 0xf3, 0x6e)).toEqual(failure);
    expect(bytes(0x50, 0x00, 0x4f, 0x00)).toEqual(failure);
  });

  it('are told with their place in Spanish', () => {
    const text = soundWith({ 15: more('TOTAL', ['10.00', '0.00', 'x', '0.00']) });
    expect(() => read(text)).toThrow(
      expect.objectContaining({ detail: 'form.txt, línea 15, columna 11: «x» no es un monto' }),
    );
  });
});
