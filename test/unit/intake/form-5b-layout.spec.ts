import { describe, expect, it } from '@jest/globals';
import { defaultClassifiers } from '../../../src/catalogue/classifiers.ts';
import type { ReadForm5b } from '../../../src/intake/form-5b/read-form-5b.ts';
import {
  activity,
  form,
  header,
  more,
  nothing,
  read,
  sampleText,
  told,
  total,
} from './printed-form.ts';

const cellsOf = ({ form: { activities } }: ReadForm5b): unknown[] =>
  activities.flatMap(({ code, cells }) =>
    cells.map((cell) => [code, cell.object, cell.source, cell.programmed, cell.executed]),
  );

/** The findings but the one that every title without a day gives. */
const oddities = ({ findings }: ReadForm5b): unknown[] =>
  told(findings.filter(({ code }) => code !== 'PLAN_DAY_ASSUMED'));

const plain = [
  activity('01.01.01.', '20000', ['1,100.00', '0.00', '50.00', '0.00']),
  more('30000', ['0.00', '200.00', '0.00', '25.00']),
  more('TOTAL', ['1,100.00', '200.00', '50.00', '25.00'], '5.77'),
  total('TOTAL GENERAL', ['1,100.00', '200.00', '50.00', '25.00'], '5.77'),
];
const plainCells = [
  ['01.01.01', '20000', 'TGN', '1100.00', '50.00'],
  ['01.01.01', '20000', 'OTRAS', '0.00', '0.00'],
  ['01.01.01', '30000', 'TGN', '0.00', '0.00'],
  ['01.01.01', '30000', 'OTRAS', '200.00', '25.00'],
];

describe('the layout of a form', () => {
  it('gives a cell per group and source column, zeros too, and nothing odd', () => {
    const result = read(form(plain));
    expect(cellsOf(result)).toEqual(plainCells);
    expect(oddities(result)).toEqual([]);
    expect(result.printed.partial).toEqual([]);
  });

  it('reads the same with a byte order mark, CRLF, hard spaces and blank lines', () => {
    const text = form(plain).replaceAll('\n', '\r\n').replaceAll('20000', ' 20000\u00a0');
    const result = read(`\ufeff\r\n${text}\r\n\r\n`);
    expect(cellsOf(result)).toEqual(plainCells);
    expect(result.form.activities[0]?.cells[0]?.place).toBe('15');
  });

  it('reads the same without the blank cells at the end of rows', () => {
    const text = form(plain.map((row) => row.replace(/\t+$/, '')));
    expect(cellsOf(read(text))).toEqual(plainCells);
  });

  it('reads groups and amounts joined by spaces, hard spaces and doubled ones', () => {
    const joined = activity(
      '01.01.01.',
      '20000 30000\u00a0TOTAL',
      [
        '1,100.00  0.00 1,100.00',
        '0.00 200.00 200.00',
        '50.00 0.00 50.00',
        '0.00 25.00\u00a025.00',
      ],
      '5.77',
    );
    const result = read(form([joined, ...plain.slice(3)]));
    expect(cellsOf(result)).toEqual(plainCells);
    expect(result.form.activities[0]?.cells.map(({ place }) => place)).toEqual([
      '14.1',
      '14.1',
      '14.2',
      '14.2',
    ]);
    expect(oddities(result)).toEqual([
      ['CELLS_JOINED', 14, 'GRUPO DE GASTO', { activity: '01.01.01', rows: 3 }],
    ]);
  });

  it('goes on with an activity below the header of the next page', () => {
    const [first = '', ...others] = plain;
    expect(cellsOf(read(form([first, '', ...header(), ...others])))).toEqual(plainCells);
  });

  it('takes a page that repeats the columns alone', () => {
    const [first = '', ...others] = plain;
    expect(cellsOf(read(form([first, ...header().slice(10), ...others])))).toEqual(plainCells);
  });

  it('passes over the signatures, names and all', () => {
    const signed = [...plain, '', 'RESPONSABLES\tNOMBRE\tCARGO', 'Elaborado por:\tANA\tJEFA\t'];
    expect(cellsOf(read(form(signed)))).toEqual(plainCells);
  });

  it('keeps empty dates, indicator and eficacia as not stated', () => {
    const row = '01.01.01.\tOPERACION\tUNA\t\t\t\t\tTOTAL\t0.00\t0.00\t0.00\t0.00\t0.00';
    const result = read(form([row, total('TOTAL GENERAL', nothing, '0.00')]));
    expect(result.form.activities).toEqual([
      {
        code: '01.01.01',
        operation: 'OPERACION',
        name: 'UNA',
        start: null,
        end: null,
        indicator: null,
        position: 1,
        accumulated: null,
        cells: [],
        place: '14',
      },
    ]);
  });

  it('keeps the texts as written, hard spaces as spaces', () => {
    const text = form(plain).replace('ACTIVIDAD 01.01.01.', '\u00a0Nº  DE\u00a0INFORMES, «A» ');
    expect(read(text).form.activities[0]?.name).toBe('Nº  DE INFORMES, «A»');
  });

  it('reads empty amounts as zero and says how many', () => {
    const rows = [
      activity('01.01.01.', '20000', ['10.00', '', '5.00', '']),
      more('TOTAL', ['10.00', '0.00', '5.00', ''], '50.00'),
      total('TOTAL GENERAL', ['10.00', '', '5.00', ''], '50.00'),
    ];
    expect(oddities(read(form(rows)))).toEqual([
      ['BLANKS_READ_AS_ZERO', 14, undefined, { cells: 3 }],
    ]);
  });

  it('says where the month reported is not that of the fecha de corte, which counts', () => {
    const result = read(form(plain, header({ 'Fecha de Corte': 'Fecha de Corte\t30/11/2020' })));
    expect(result.form.corte).toBe('2020-11-30');
    expect(oddities(result)).toEqual([
      ['MONTH_DIFFERS', 3, undefined, { month: 'diciembre', corte: '2020-11-30' }],
    ]);
  });

  it('says that a group is not in the classifier, and keeps it', () => {
    const odd = plain.map((row) => row.replace('30000', '23400'));
    const result = read(form(odd));
    expect(cellsOf(result)[3]).toEqual(['01.01.01', '23400', 'OTRAS', '200.00', '25.00']);
    expect(oddities(result)).toEqual([
      ['GROUP_NOT_IN_CLASSIFIER', 15, 'GRUPO DE GASTO', { activity: '01.01.01', group: '23400' }],
    ]);
    const groups = { ...defaultClassifiers.groups, '23400': 'Alquileres' };
    expect(oddities(read(form(odd), { classifiers: { ...defaultClassifiers, groups } }))).toEqual(
      [],
    );
  });

  it('names the codes that an operation skips, and the order of operations is free', () => {
    const codes = ['02.01.01', '01.01.02', '01.01.03', '01.01.06', '02.01.03'];
    const rows = codes.map((code) => activity(code, 'TOTAL', nothing, '0.00'));
    expect(oddities(read(form([...rows, total('TOTAL GENERAL', nothing)])))).toEqual([
      ['CODE_GAP', 15, '1', { missing: '01.01.01' }],
      ['CODE_GAP', 17, '1', { missing: '01.01.04 a 01.01.05' }],
      ['CODE_GAP', 18, '1', { missing: '02.01.02' }],
    ]);
  });

  it('misses an activity that was taken out of the real form', () => {
    const lines = sampleText.split('\n').filter((line) => !line.startsWith('11.01.05.'));
    const { findings } = read(lines.join('\n'));
    expect(told(findings.filter(({ code }) => code === 'CODE_GAP'))).toEqual([
      ['CODE_GAP', 24, '1', { missing: '11.01.05' }],
    ]);
  });
});
