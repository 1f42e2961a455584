import { describe, expect, it } from '@jest/globals';
import {
  activity,
  form,
  more,
  nothing,
  place,
  refused,
  soundRows,
  soundWith,
  unreadable,
} from './printed-form.ts';

const [first, sum, general] = soundRows;

it('is read where nothing is wrong', () => {
  expect(refused(form(soundRows))).toBe('no refusal');
});

describe('the rows', () => {
  it.each([
    ['INVALID_ACTIVITY_CODE', 14, '1', first.replace('01.01.01.', '01;01')],
    ['FORM_ROW_UNREADABLE', 14, '3', first.replace('ACTIVIDAD 01.01.01.', '')],
    ['INVALID_DATE', 14, '4', first.replace('02/01/20', '30/02/20')],
    ['INVALID_DATE', 14, '5', first.replace('31/12/20', 'diciembre')],
    ['INVALID_PRINTED_AMOUNT', 14, '8', first.replace('50.00', 'alta')],
    ['INVALID_PRINTED_AMOUNT', 14, '8', first.replace('50.00', '-50.00')],
    ['INVALID_OBJECT_CODE', 14, 'GRUPO DE GASTO', first.replace('20000', '2000')],
    ['FORM_ROW_UNREADABLE', 14, 'GRUPO DE GASTO', first.replace('20000', '')],
    ['INVALID_PRINTED_AMOUNT', 14, '9', first.replace('10.00', '1O.00')],
    ['INVALID_PRINTED_AMOUNT', 14, '9', first.replace('10.00', '12,34.00')],
    ['INVALID_PRINTED_AMOUNT', 14, '9', first.replace('10.00', '(10.00)')],
    ['INVALID_AMOUNT', 14, '9', first.replace('10.00', '1234567890123.00')],
    ['NEGATIVE_AMOUNT', 14, '11', first.replace('5.00\t0', '-5.00\t0')],
    ['FORM_ROW_UNREADABLE', 14, '13', `${first}\tX`],
    ['INVALID_PRINTED_AMOUNT', 15, '13', sum.replace('50.00', '50.00.')],
    ['FORM_ROW_UNREADABLE', 15, '3', sum.replace('\t\t\t', '\t\tMÁS TEXTO\t')],
    ['FORM_CELLS_RAGGED', 15, '9', sum.replace('10.00', '10.00 0.00')],
    ['INVALID_PRINTED_AMOUNT', 16, '11', general.replace('5.00\t0', 'cinco\t0')],
  ])('are refused with %s on line %i, column %s', (code, line, cell, text) => {
    expect(refused(soundWith({ [line]: text }))).toMatchObject({
      code,
      place: place(line, cell),
    });
  });

  it('have as many amounts in a cell as groups', () => {
    const ragged = (money: readonly [string, string, string, string], rate = ''): unknown =>
      refused(form([activity('01.01.01.', '20000 30000 TOTAL', money, rate), general]));
    const facts = { expected: 3, found: 2 };
    const code = 'FORM_CELLS_RAGGED';
    expect(ragged(['1 2 3', '0 0', '1 1 2', '0 0 0'])).toEqual({
      code,
      facts,
      place: place(14, '10'),
    });
    expect(ragged(['1 2 3', '', '', ''], '1.00 2.00')).toEqual({
      code,
      facts,
      place: place(14, '13'),
    });
  });

  it('name an activity once', () => {
    expect(refused(form([...soundRows.slice(0, 2), ...soundRows]))).toEqual({
      code: 'DUPLICATE_ACTIVITY',
      facts: { code: '01.01.01', first: 14 },
      place: place(16, '1'),
    });
  });

  it('name a group once in an activity', () => {
    expect(
      refused(form([...soundRows.slice(0, 1), more('20000', nothing), ...soundRows.slice(1)])),
    ).toEqual({
      code: 'DUPLICATE_GROUP',
      facts: { code: '01.01.01', group: '20000' },
      place: place(15, 'GRUPO DE GASTO'),
    });
  });

  it('belong to an activity, and stand above TOTAL GENERAL', () => {
    expect(refused(form(soundRows.slice(1)))).toEqual(
      unreadable('la fila no tiene actividad', 14, '1'),
    );
    expect(refused(form([...soundRows, activity('01.01.02', 'TOTAL', nothing)]))).toEqual(
      unreadable('hay una fila después de TOTAL GENERAL', 17, '1'),
    );
    expect(refused(form([...soundRows, general]))).toMatchObject({ code: 'FORM_ROW_UNREADABLE' });
  });

  it('are no stray text', () => {
    const problem = '«Observación» no comienza una fila del formulario ni es de su encabezado';
    const stray = [...soundRows.slice(0, 2), 'Observación', general];
    expect(refused(form(stray))).toMatchObject({ code: 'FORM_ROW_UNREADABLE', facts: { problem } });
    const wide = [...soundRows.slice(0, 2), 'Observación\tuna', general];
    expect(refused(form(wide))).toEqual(unreadable(problem, 16, '1'));
  });
});
