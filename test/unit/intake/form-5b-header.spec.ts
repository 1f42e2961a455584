import { describe, expect, it } from '@jest/globals';
import { form, header, place, refused, soundRows, soundWith, unreadable } from './printed-form.ts';

describe('the header', () => {
  it.each([
    [5, 'la versión del POA', ''],
    [6, 'el área organizacional', 'Area Organizacional\t'],
    [7, 'la gestión del POA', ''],
    [8, 'la fecha de corte', 'Fecha de Corte'],
    [9, 'el código de la entidad', ''],
    [10, 'la sigla', '\t'],
  ])('on line %i must say %s', (line, field, text) => {
    expect(refused(soundWith({ [line]: text }))).toEqual({
      code: 'FORM_HEADER_MISSING',
      facts: { field },
      place: place(1),
    });
  });

  it('must name the entity above all', () => {
    const head = header().slice(4);
    expect(refused(form(soundRows, head))).toEqual({
      code: 'FORM_HEADER_MISSING',
      facts: { field: 'el nombre de la entidad' },
      place: place(1),
    });
    expect(refused('')).toMatchObject({ code: 'FORM_HEADER_MISSING' });
  });

  it('must print the columns, in their places', () => {
    expect(refused(form(soundRows, header().slice(0, 10)))).toEqual({
      code: 'FORM_HEADER_MISSING',
      facts: { field: 'los títulos de las columnas' },
      place: place(1),
    });
    const swapped = '\t\t\t\t\t\t\t\tOTRAS FUENTES (10)\tT.G.N. (9)\tT.G.N. (11)\t(12)';
    expect(refused(soundWith({ 13: swapped }))).toEqual(
      unreadable(
        'la columna «OTRAS FUENTES (10)» no está en su lugar del Formulario N.5.B',
        13,
        '10',
      ),
    );
  });

  it.each([
    ['la versión del POA', 4, 'POA 2020 AJUSTADO JULIO', 'POA 2020 AJUSTADO JUNIO'],
    ['el área organizacional', 5, 'Area Organizacional\tOTRO', 'SERVICIO DE PRUEBA'],
    ['la gestión del POA', 6, 'Gestión del POA\t2021', '2020'],
    ['la fecha de corte', 7, 'Fecha de Corte\t30/11/2020', '31/12/2020'],
    ['el código de la entidad', 8, 'Código(*)\t42', '41'],
    ['la sigla', 9, 'Sigla\tOTRA', 'PRUEBA'],
    ['el encabezado', 0, 'MINISTERIO AJENO', 'MINISTERIO DE PRUEBA'],
    [
      'el encabezado',
      2,
      'SEGUIMIENTO A LA EJECUCION FINANCIERA - MES DE MAYO',
      'SEGUIMIENTO A LA EJECUCION FINANCIERA - MES DE DICIEMBRE',
    ],
  ])('agrees between pages on %s (%i)', (field, index, line, first) => {
    const second = header().map((each, at) => (at === index ? line : each));
    expect(refused(form([...soundRows.slice(0, 1), ...second, ...soundRows.slice(1)]))).toEqual({
      code: 'FORM_HEADER_DIFFERS',
      facts: { field, first, text: line.split('\t').at(-1) },
      place: place(15 + index),
    });
  });

  it('is whole on each page', () => {
    const second = header().filter((line) => !line.startsWith('Sigla'));
    expect(refused(form([...soundRows.slice(0, 1), ...second, ...soundRows.slice(1)]))).toEqual({
      code: 'FORM_HEADER_MISSING',
      facts: { field: 'la sigla' },
      place: place(15),
    });
  });

  it.each([
    ['INVALID_VALUE', 7, 'Gestión del POA\t20'],
    ['INVALID_DATE', 8, 'Fecha de Corte\t31/11/2020'],
    ['CUT_OFF_OUTSIDE_FISCAL_YEAR', 8, 'Fecha de Corte\t31/12/2019'],
    ['INVALID_LEDGER_ID', 10, 'Sigla\tPRU-EBA'],
    ['FORM_ROW_UNREADABLE', 10, 'Sigla\tPRUEBA\tOTRA'],
    ['FORM_ROW_UNREADABLE', 5, 'POA 2019 AJUSTADO JUNIO'],
  ])('is refused with %s on line %i', (code, line, text) => {
    expect(refused(soundWith({ [line]: text }))).toMatchObject({ code, place: { line } });
  });
});
