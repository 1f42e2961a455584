import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../src/catalogue/civil-date.ts';
import { form, header, place, read, refusal, refused, soundRows } from './printed-form.ts';

describe('the version of the plan', () => {
  const versionOf = (title: string, options = {}, corte = '31/12/2020'): unknown => {
    const head = header({
      'POA 2020 AJUSTADO JUNIO': title,
      'Fecha de Corte': `Fecha de Corte\t${corte}`,
    });
    const result = read(form(soundRows, head), options);
    const { version, isAdjusted } = result.form;
    const found = result.findings.filter(({ code }) => code === 'PLAN_DAY_ASSUMED');
    return [version.name, version.day, version.assumed, isAdjusted, found.length];
  };

  it('is in force since the last day of the month that it names: assumed, and said so', () => {
    expect(versionOf('POA 2020 AJUSTADO JUNIO')).toEqual([
      'AJUSTADO JUNIO',
      '2020-06-30',
      true,
      true,
      1,
    ]);
    expect(versionOf('POA 2020 Reformulado febrero')).toEqual([
      'Reformulado febrero',
      '2020-02-29',
      true,
      true,
      1,
    ]);
    expect(versionOf('POA 2020 AJUSTADO SETIEMBRE')).toEqual([
      'AJUSTADO SETIEMBRE',
      '2020-09-30',
      true,
      true,
      1,
    ]);
  });

  it('is in force on the corte where its month was not over', () => {
    expect(versionOf('POA 2020 AJUSTADO JUNIO', {}, '15/06/2020')).toEqual([
      'AJUSTADO JUNIO',
      '2020-06-15',
      true,
      true,
      1,
    ]);
  });

  it('is in force since the day that is given', () => {
    const adjustedOn = civilDate('2020-06-12');
    expect(versionOf('POA 2020 AJUSTADO JUNIO', { adjustedOn })).toEqual([
      'AJUSTADO JUNIO',
      '2020-06-12',
      false,
      true,
      0,
    ]);
    expect(versionOf('POA 2020 AJUSTADO', { adjustedOn })).toEqual([
      'AJUSTADO',
      '2020-06-12',
      false,
      true,
      0,
    ]);
  });

  it('before any adjustment is in force since 1 January', () => {
    expect(versionOf('POA 2020')).toEqual(['POA 2020', '2020-01-01', false, false, 0]);
  });

  it('must name one month that is not after the corte, or the day must be given', () => {
    for (const [title, corte] of [
      ['POA 2020 AJUSTADO', '31/12/2020'],
      ['POA 2020 AJUSTADO 2', '31/12/2020'],
      ['POA 2020 AJUSTADO JUNIO JULIO', '31/12/2020'],
      ['POA 2020 AJUSTADO JUNIO', '31/05/2020'],
    ] as const) {
      expect(refusal(() => versionOf(title, {}, corte))).toEqual({
        code: 'ADJUSTED_ON_NEEDED',
        facts: { version: title },
        place: place(5),
      });
    }
  });

  it('takes no day outside the gestión, after the corte, or for the plan before any adjustment', () => {
    const given = (day: string): object => ({ adjustedOn: civilDate(day) });
    expect(refused(form(soundRows), given('2019-12-31'))).toEqual({
      code: 'OUTSIDE_FISCAL_YEAR',
      facts: { day: '2019-12-31', fiscalYear: 2020 },
      place: { file: 'form.txt' },
    });
    expect(
      refusal(() => versionOf('POA 2020 AJUSTADO', given('2020-07-01'), '30/06/2020')),
    ).toMatchObject({ code: 'INVALID_VALUE', facts: { field: '--adjusted-on (adjustedOn)' } });
    expect(refusal(() => versionOf('POA 2020', given('2020-07-01')))).toMatchObject({
      code: 'INVALID_VALUE',
      facts: { field: '--adjusted-on (adjustedOn)' },
    });
  });
});
