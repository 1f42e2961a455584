import { describe, expect, it } from '@jest/globals';
import { readForm5b } from '../../../src/intake/form-5b/read-form-5b.ts';
import { sampleBytes, sampleHash } from './printed-form.ts';

const { form, findings, printed } = readForm5b(sampleBytes, {
  fileName: 'senavex.txt',
  sha256: sampleHash,
});
const cells = form.activities.flatMap(({ code, cells }) =>
  cells.map((cell) => ({ code, ...cell })),
);
const centavos = (text: string): number => Number(text.replace('.', ''));

describe('the form of SENAVEX, December 2020', () => {
  it('is read with its header', () => {
    const { activities, ...head } = form;
    expect(activities).toHaveLength(41);
    expect(head).toEqual({
      file: 'd78c666cc0f45032d2a6efb97ac546db916cad739901c8bc78ee521e1574fb9f',
      entity: { code: '41', name: 'MINISTERIO DE DESARROLLO PRODUCTIVO Y ECONOMIA PLURAL' },
      area: { sigla: 'SENAVEX', name: 'SERVICIO NACIONAL DE VERIFICACION DE EXPORTACIONES' },
      fiscalYear: 2020,
      corte: '2020-12-31',
      version: { name: 'AJUSTADO JUNIO', day: '2020-06-30', assumed: true },
      isAdjusted: true,
    });
  });

  it('keeps its activities in the printed order', () => {
    expect(form.activities.map(({ code }) => code).join(' ')).toBe(
      '04.01.01 04.01.02 11.01.01 11.01.02 11.01.03 11.01.04 11.01.05 11.01.06 11.01.07 11.01.08 ' +
        '11.01.09 11.01.10 11.01.11 11.01.12 11.01.13 11.01.14 11.01.15 11.01.16 04.02.01 04.02.02 ' +
        '04.02.03 04.02.04 04.02.05 04.02.06 11.02.01 11.02.02 11.02.03 11.02.04 11.02.05 11.02.06 ' +
        '11.02.07 11.03.01 11.03.02 11.03.03 11.03.04 11.04.01 11.04.02 11.04.03 11.04.04 11.04.05 ' +
        '11.04.06',
    );
    expect(form.activities.map(({ position }) => position)).toEqual(
      Array.from({ length: 41 }, (_, index) => index + 1),
    );
  });

  it('states 19 programmed and 16 executed amounts, each twice: T.G.N. and zero of other sources', () => {
    expect(cells).toHaveLength(38);
    expect(cells.filter(({ programmed }) => programmed !== '0.00')).toHaveLength(19);
    expect(cells.filter(({ executed }) => executed !== '0.00')).toHaveLength(16);
    expect(cells.filter(({ source }) => source === 'OTRAS')).toHaveLength(19);
    expect(cells.reduce((sum, { programmed }) => sum + centavos(programmed), 0)).toBe(1078470947);
    expect(cells.reduce((sum, { executed }) => sum + centavos(executed), 0)).toBe(924212755);
  });

  it('gives by group what the official budget can be compared with', () => {
    const sums = new Map<string | null, [number, number]>();
    for (const { object, programmed, executed } of cells) {
      const [one, other] = sums.get(object) ?? [0, 0];
      sums.set(object, [one + centavos(programmed), other + centavos(executed)]);
    }
    expect(
      Object.fromEntries([...sums].map(([group, sum]) => [group ?? 'sin grupo', sum])),
    ).toEqual({
      '10000': [682904500, 629002061],
      '20000': [153715162, 97154917],
      '30000': [63182485, 41662069],
      '40000': [19780000, 7207000],
      '80000': [150017200, 145337908],
      '90000': [2661600, 0],
      'sin grupo': [6210000, 3848800],
    });
  });

  it('reads rows over several lines, each with its own line', () => {
    const rows = cells.filter(({ code, source }) => code === '11.02.02' && source === 'TGN');
    expect(rows.map((row) => [row.object, row.programmed, row.executed, row.place])).toEqual([
      ['10000', '1992591.00', '1871757.95', '75'],
      ['20000', '489501.58', '305383.08', '76'],
      ['30000', '272121.20', '193550.24', '77'],
      ['40000', '18000.00', '15300.00', '78'],
      ['80000', '3000.00', '387.66', '79'],
      ['90000', '26616.00', '0.00', '80'],
    ]);
  });

  it('reads rows joined in one cell, each with its index', () => {
    const rows = cells.filter(({ code, source }) => code === '11.04.02' && source === 'TGN');
    expect(rows.map((row) => [row.object, row.programmed, row.executed, row.place])).toEqual([
      ['10000', '4777445.00', '4388262.66', '124.1'],
      ['20000', '741482.19', '507315.09', '124.2'],
      ['30000', '359703.65', '223070.45', '124.3'],
      ['40000', '81300.00', '16270.00', '124.4'],
      ['80000', '1497172.00', '1452991.42', '124.5'],
    ]);
  });

  it('keeps an activity without money, and describes each as printed', () => {
    expect(form.activities[0]).toEqual({
      code: '04.01.01',
      operation: null,
      name: 'EVALUAR LAS ADECUACIONES AL SISTEMA INFORMÁTICO PARA LA ADMINISTRACIÓN DE AUTORIZACIONES PREVIAS DE IMPORTACIÓN',
      start: '2020-01-13',
      end: '2020-02-28',
      indicator: 'PORCENTAJE DE AVANCE',
      position: 1,
      accumulated: '100.00',
      cells: [],
      place: '18',
    });
    expect(form.activities[23]?.indicator).toBe(
      'N° CAPACITACIONES REALIZADAS/N° CAPACITACIONES PROGRAMADAS',
    );
    expect(form.activities[23]?.accumulated).toBe('14.29');
  });

  it('tells eleven findings, in the order of the file, and no gap of codes', () => {
    const place = (line: number, cell?: string): object => ({
      file: 'senavex.txt',
      line,
      ...(cell && { cell }),
    });
    const group = (line: number): object => place(line, 'GRUPO DE GASTO');
    expect(findings).toEqual([
      {
        code: 'PLAN_DAY_ASSUMED',
        facts: { version: 'AJUSTADO JUNIO', day: '2020-06-30' },
        place: place(8),
      },
      {
        code: 'MONEY_WITHOUT_GROUP',
        facts: { activity: '04.01.02', programmed: '12000.00', executed: '0.00' },
        place: group(19),
      },
      { code: 'CELLS_JOINED', facts: { activity: '11.01.09', rows: 2 }, place: group(44) },
      { code: 'CELLS_JOINED', facts: { activity: '11.01.11', rows: 3 }, place: group(46) },
      { code: 'CELLS_JOINED', facts: { activity: '11.01.16', rows: 2 }, place: group(51) },
      {
        code: 'LABEL_READ_AS_GROUP',
        facts: { activity: '11.02.02', group: '10000' },
        place: group(75),
      },
      {
        code: 'PERCENTAGE_ON_OTHER_ROW',
        facts: { activity: '11.02.02', percentage: '85.17' },
        place: place(75, '13'),
      },
      {
        code: 'MONEY_WITHOUT_GROUP',
        facts: { activity: '11.03.03', programmed: '13150.00', executed: '9000.00' },
        place: group(105),
      },
      {
        code: 'MONEY_WITHOUT_GROUP',
        facts: { activity: '11.03.04', programmed: '36950.00', executed: '29488.00' },
        place: group(106),
      },
      { code: 'CELLS_JOINED', facts: { activity: '11.04.02', rows: 6 }, place: group(124) },
      { code: 'CELLS_JOINED', facts: { activity: '11.04.03', rows: 2 }, place: group(125) },
    ]);
  });

  it('hands over its sum rows as printed', () => {
    const sums = {
      programmed: { TGN: '10784709.47', OTRAS: '0.00' },
      executed: { TGN: '9242127.55', OTRAS: '0.00' },
    };
    expect(printed).toEqual({
      partial: [{ ...sums, percentage: null, line: 129 }],
      general: { ...sums, percentage: '85.70', line: 130 },
    });
  });
});
