import { describe, expect, it } from '@jest/globals';
import { readOriginalBudget } from '../../../src/intake/original-budget/read-original-budget.ts';
import { budgetPlace, csv, head, readBudget, refusedBudget, row } from './budget-text.ts';
import { refusal } from './printed-form.ts';

describe('an original budget', () => {
  it.each(['ledger', 'programme', 'activity', 'group', 'source', 'amount'])(
    'has the column %s',
    (column) => {
      const text = csv(row('10000', '1')).replace(column, '');
      expect(refusedBudget(text)).toEqual({
        code: 'CSV_COLUMN_MISSING',
        facts: { column },
        place: budgetPlace(1),
      });
    },
  );

  it('has no other column, and none twice', () => {
    expect(refusedBudget(`${head},subprogramme\n${row('10000', '1')},3`)).toMatchObject({
      code: 'INVALID_VALUE',
      facts: { field: 'columna subprogramme' },
      place: budgetPlace(1),
    });
    expect(refusedBudget(`${head},amount\n${row('10000', '1')},3`)).toEqual({
      code: 'INVALID_VALUE',
      facts: { field: 'columna amount', problem: 'está dos veces' },
      place: budgetPlace(1),
    });
  });

  it('is of one ledger', () => {
    const other = row('20000', '1').replace('41', '42');
    expect(refusedBudget(csv(row('10000', '1'), other))).toEqual({
      code: 'CSV_LEDGERS_MIXED',
      facts: { first: '41-SENAVEX-2020', other: '42-SENAVEX-2020' },
      place: budgetPlace(3, 'ledger'),
    });
  });

  it.each([
    ['INVALID_LEDGER_ID', 'ledger', row('10000', '1').replace('2020', '20')],
    ['INVALID_ACTIVITY_CODE', 'activity', row('10000', '1').replace('19-0-1,', '19-0-1,uno')],
    ['INVALID_OBJECT_CODE', 'group', row('1000', '1')],
    ['INVALID_OBJECT_CODE', 'group', row('', '1')],
    ['INVALID_SOURCE', 'source', row('10000', '1', '100')],
    ['INVALID_PRINTED_AMOUNT', 'amount', row('10000', 'mil')],
    ['INVALID_PRINTED_AMOUNT', 'amount', row('10000', '')],
    ['INVALID_AMOUNT', 'amount', row('10000', '1234567890123')],
    ['NUMBER_FORMAT_UNKNOWN', 'amount', row('10000', '1.234')],
  ])('is refused with %s in column %s', (code, cell, text) => {
    expect(refusedBudget(csv(text))).toMatchObject({ code, place: budgetPlace(2, cell) });
  });

  it('has no negative amount', () => {
    expect(refusedBudget(csv(row('10000', '5.00'), row('20000', '-5.00')))).toEqual({
      code: 'NEGATIVE_AMOUNT',
      facts: { cell: '19-0-1 · 20000 · 10', amount: '-5.00' },
      place: budgetPlace(3, 'amount'),
    });
  });

  it('has groups of the classifier, whose partidas are known by them', () => {
    const classifiers = { groups: { '10000': 'Servicios Personales' }, treasurySources: ['10'] };
    expect(readBudget(csv(row('11700', '1')), { classifiers }).budget.lines[0]?.object).toBe(
      '11700',
    );
    expect(refusedBudget(csv(row('23400', '1')), { classifiers })).toEqual({
      code: 'GROUP_NOT_FOUND',
      facts: { name: '23400', known: ['10000'] },
      place: budgetPlace(2, 'group'),
    });
  });

  it('has one number format, which can be given', () => {
    expect(
      readBudget(csv(row('10000', '1.234')), { decimal: 'comma' }).budget.lines[0]?.amount,
    ).toBe('1234.00');
    expect(refusedBudget(csv(row('10000', '1.50'), row('20000', '"1,50"')))).toEqual({
      code: 'NUMBER_FORMATS_MIXED',
      facts: { first: '1.50', other: '1,50' },
      place: budgetPlace(3, 'amount'),
    });
  });

  it('does not let an amount fall apart', () => {
    expect(refusedBudget(csv(row('10000', '1,234.50')))).toEqual({
      code: 'FORM_ROW_UNREADABLE',
      facts: { problem: 'la fila tiene más celdas que columnas el encabezado' },
      place: budgetPlace(2),
    });
  });

  it('closes its quotes', () => {
    expect(refusedBudget(csv(row('10000', '1'), row('20000', '"1')))).toEqual({
      code: 'FORM_ROW_UNREADABLE',
      facts: { problem: 'las comillas no cierran' },
      place: budgetPlace(3),
    });
  });

  it('has a line with money', () => {
    const empty = { code: 'EMPTY_LINES', facts: {}, place: { file: 'budget.csv' } };
    expect(refusedBudget(head)).toEqual(empty);
    expect(refusedBudget(csv(row('10000', '0.00')))).toEqual(empty);
    expect(refusedBudget('')).toMatchObject({ code: 'CSV_COLUMN_MISSING' });
  });

  it('is UTF-8 text', () => {
    const bytes = Uint8Array.from([0x6c, 0xed]);
    expect(refusal(() => readOriginalBudget(bytes, { fileName: 'b', sha256: '' }))).toEqual({
      code: 'FILE_NOT_TEXT',
      facts: {},
      place: { file: 'b' },
    });
  });
});
