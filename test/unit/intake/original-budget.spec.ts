import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../src/catalogue/civil-date.ts';
import { csv, readBudget, refusedBudget, row } from './budget-text.ts';
import { told } from './printed-form.ts';

const sample = readFileSync(
  new URL('../../../samples/original-budget-2020.csv', import.meta.url),
  'utf8',
);

describe('the original budget of SENAVEX 2020', () => {
  it('is thirteen lines by programme and group, without activity and source', () => {
    const { budget, findings } = readBudget(sample);
    const { lines, ...rest } = budget;
    expect(rest).toEqual({
      file: 'hash',
      entity: '41',
      sigla: 'SENAVEX',
      fiscalYear: 2020,
      effectiveOn: '2020-01-01',
      assumed: [],
    });
    expect(findings).toEqual([]);
    expect(lines.every(({ activity, source }) => activity === null && source === null)).toBe(true);
    expect(
      lines.map(({ attributes, object, amount, place: line }) =>
        [line, attributes?.programme, object, amount].join(' '),
      ),
    ).toEqual([
      '2 19-0-1 10000 2051600.00',
      '3 19-0-1 20000 639850.00',
      '4 19-0-1 30000 215598.00',
      '5 19-0-1 40000 16000.00',
      '6 19-0-2 10000 4777445.00',
      '7 19-0-2 20000 1036926.00',
      '8 19-0-2 30000 461720.00',
      '9 19-0-2 40000 188800.00',
      '10 19-0-2 80000 1497172.00',
      '11 19-0-3 20000 394084.00',
      '12 19-0-3 40000 21000.00',
      '13 19-0-99 20000 8000.00',
      '14 29-0-1 20000 12000.00',
    ]);
    expect(lines.reduce((sum, { amount }) => sum + Number(amount), 0)).toBe(11320195);
  });

  it('takes a source that is given, marked as assumed', () => {
    const { budget, findings } = readBudget(sample, { assumeSource: 'TGN' });
    expect(budget.assumed).toEqual(['source']);
    expect(budget.lines.every(({ source }) => source === 'TGN')).toBe(true);
    expect(findings).toEqual([
      {
        code: 'SOURCE_ASSUMED',
        facts: { source: 'TGN', lines: 13 },
        place: { file: 'budget.csv' },
      },
    ]);
  });
});

describe('an original budget', () => {
  it('keeps every dimension that a line names', () => {
    const text = [
      'Amount;Group;Activity;Source;Ledger;Programme;Unit;Organism;Project',
      '"1.234,50";23400;01.02.03.;OTRAS;7-ÑANDÚ-2021;;2;111;P 1',
    ].join('\r\n');
    expect(readBudget(`\ufeff${text}\r\n\r\n`).budget).toEqual({
      file: 'hash',
      entity: '7',
      sigla: 'ÑANDÚ',
      fiscalYear: 2021,
      effectiveOn: '2021-01-01',
      assumed: [],
      lines: [
        {
          activity: '01.02.03',
          object: '23400',
          source: 'OTRAS',
          attributes: { unit: '2', organism: '111', project: 'P 1' },
          amount: '1234.50',
          place: '2',
        },
      ],
    });
  });

  it('assumes a source for the lines alone that name none', () => {
    const { budget, findings } = readBudget(csv(row('10000', '1'), row('20000', '2', '')), {
      assumeSource: '11',
    });
    expect(budget.lines.map(({ source }) => source)).toEqual(['10', '11']);
    expect(told(findings)).toEqual([
      ['SOURCE_ASSUMED', undefined, undefined, { source: '11', lines: 1 }],
    ]);
    const whole = readBudget(csv(row('10000', '1')), { assumeSource: '11' });
    expect(whole.budget.assumed).toEqual([]);
    expect(whole.findings).toEqual([]);
  });

  it('counts from the day that is given, inside its gestión', () => {
    const text = csv(row('10000', '1'));
    expect(readBudget(text, { effectiveOn: civilDate('2020-01-15') }).budget.effectiveOn).toBe(
      '2020-01-15',
    );
    expect(refusedBudget(text, { effectiveOn: civilDate('2021-01-01') })).toEqual({
      code: 'OUTSIDE_FISCAL_YEAR',
      facts: { day: '2021-01-01', fiscalYear: 2020 },
      place: { file: 'budget.csv' },
    });
  });

  it('says where a line is there twice', () => {
    const text = csv(row('10000', '1'), row('10000', '1', '20'), row('10000', '1'));
    expect(told(readBudget(text).findings)).toEqual([
      ['LINE_REPEATED', 4, undefined, { first: 2 }],
    ]);
  });
});
