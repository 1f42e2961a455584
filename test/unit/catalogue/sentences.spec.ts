import { describe, expect, it } from '@jest/globals';
import { Failure, printPlace } from '../../../src/catalogue/failure.ts';
import { finding, printFinding } from '../../../src/catalogue/finding.ts';

describe('The place of a value', () => {
  it.each([
    [{ option: '--corte' }, '--corte'],
    [{ file: 'a.txt' }, 'a.txt'],
    [{ line: 3 }, 'línea 3'],
    [{ file: 'a.txt', line: 3, cell: '9' }, 'a.txt, línea 3, columna 9'],
    [{ file: 'a.txt', cell: '' }, 'a.txt'],
  ])('is said as far as it is known (%#)', (place, said) => {
    expect(printPlace(place)).toBe(said);
  });
});

describe('A refusal', () => {
  it('is named by its code', () => {
    expect(String(new Failure('EMPTY_LINES', {}))).toBe('Failure: EMPTY_LINES');
  });

  it.each([
    [[], 'falta --ledger; no hay ninguno'],
    [['41-A-2020', '41-B-2020'], 'falta --ledger; existen: 41-A-2020, 41-B-2020'],
  ])('names what there is to choose from (%#)', (known, said) => {
    expect(new Failure('LEDGER_NOT_CHOSEN', { known }).detail).toBe(said);
  });

  it('names twelve to choose from and says that there are more', () => {
    const known = 'a b c d e f g h i j k l m'.split(' ');
    const detailOf = (names: readonly string[]) =>
      new Failure('LEDGER_NOT_CHOSEN', { known: names }).detail;
    expect(detailOf(known.slice(0, 12))).toBe(
      'falta --ledger; existen: a, b, c, d, e, f, g, h, i, j, k, l',
    );
    expect(detailOf(known)).toBe('falta --ledger; existen: a, b, c, d, e, f, g, h, i, j, k, l, …');
  });

  it('lists what differs', () => {
    expect(new Failure('CURRENCIES_DIFFER', { currencies: ['BOB', 'USD'] }).detail).toBe(
      'los libros son de monedas distintas (BOB; USD): no se suman; elija libros de una sola',
    );
  });
});

describe('A finding', () => {
  const changes = { increases: '1500.00', decreases: '-20.00', net: '1480.00', day: '2020-06-30' };

  it('calls an adjustment by its name and writes money and days as people do', () => {
    const facts = { ...changes, adjustment: 'adj-1', name: 'AJUSTADO JUNIO' };
    expect(printFinding(finding('ADJUSTMENT_WITHOUT_INSTRUMENT', facts))).toBe(
      'la modificación «AJUSTADO JUNIO» del 30/06/2020 no tiene instrumento: aumenta 1,500.00, disminuye -20.00, efecto neto 1,480.00',
    );
  });

  it('calls an adjustment without a name by its identification', () => {
    const facts = { ...changes, adjustment: 'adj-1', name: null };
    expect(printFinding(finding('ADJUSTMENT_WITHOUT_INSTRUMENT', facts))).toBe(
      'la modificación «adj-1» del 30/06/2020 no tiene instrumento: aumenta 1,500.00, disminuye -20.00, efecto neto 1,480.00',
    );
  });

  it.each([
    '11.02.02',
    '1234.567',
    '1234.5',
    'a1234.56',
    '1234.56 más',
    'a2020-06-30',
    '2020-06-30Z',
    '2020-6-30',
    '2020-06-3',
  ])('leaves a text that is no amount and no day as it is: %s', (activity) => {
    expect(printFinding(finding('TOTAL_ROW_MISSING', { activity }))).toBe(
      `${activity}: no tiene fila TOTAL: la suma de sus grupos queda sin control`,
    );
  });

  it('writes each of several as people do', () => {
    const facts = { adjustment: 'a', name: null, returnedBy: 'b', amount: '1000.00', days: 9 };
    const lines = ['2020-06-30', '1000.00'];
    expect(printFinding(finding('TRANSFER_ROUND_TRIP', { ...facts, lines }))).toBe(
      'el traspaso «a» vuelve a los 9 días con «b»: 1,000.00 entre 30/06/2020 y 1,000.00',
    );
  });

  it('says its place in front', () => {
    const place = { file: 'a.txt', line: 3 };
    expect(printFinding(finding('BLANKS_READ_AS_ZERO', { cells: 4 }, place))).toBe(
      'a.txt, línea 3: 4 celdas de monto vacías se leen como 0.00',
    );
  });
});
