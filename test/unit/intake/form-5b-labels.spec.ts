import { describe, expect, it } from '@jest/globals';
import type { ReadForm5b } from '../../../src/intake/form-5b/read-form-5b.ts';
import { activity, form, more, nothing, read, refusal, told, total } from './printed-form.ts';

const oddities = ({ findings }: ReadForm5b): unknown[] =>
  told(findings.filter(({ code }) => code !== 'PLAN_DAY_ASSUMED'));

const money = (programmed: string, executed = '0.00'): [string, string, string, string] => [
  programmed,
  '0.00',
  executed,
  '0.00',
];
const general = (programmed: string): string => total('TOTAL GENERAL', money(programmed), '0.00');
const objects = ({ form: { activities } }: ReadForm5b): unknown[] =>
  activities.flatMap(({ cells }) =>
    cells.flatMap((cell) =>
      cell.source === 'TGN' ? [[cell.object, cell.programmed, cell.place]] : [],
    ),
  );

describe('a TOTAL row that is not the last', () => {
  it('takes the one group that fits between its neighbours', () => {
    const result = read(
      form([
        activity('01.01.01.', '20000', money('10.00')),
        more('TOTAL', money('20.00')),
        more('40000', money('30.00')),
        more('TOTAL', money('60.00'), '0.00'),
        general('60.00'),
      ]),
    );
    expect(objects(result)).toEqual([
      ['20000', '10.00', '14'],
      ['30000', '20.00', '15'],
      ['40000', '30.00', '16'],
    ]);
    expect(oddities(result)).toEqual([
      ['LABEL_READ_AS_GROUP', 15, 'GRUPO DE GASTO', { activity: '01.01.01', group: '30000' }],
    ]);
  });

  it('takes the last group of the classifier behind the last but one', () => {
    const labels = '80000 TOTAL TOTAL';
    const row = activity('01.01.01.', labels, ['1.00 2.00 3.00', '', '', ''], '0.00');
    expect(objects(read(form([row, general('3.00')])))).toEqual([
      ['80000', '1.00', '14.1'],
      ['90000', '2.00', '14.2'],
    ]);
  });

  it('takes two groups where two rows stand and two groups fit', () => {
    const labels = 'TOTAL TOTAL 30000 TOTAL';
    const row = activity('01.01.01.', labels, ['1.00 2.00 3.00 6.00', '', '', ''], '0.00');
    expect(objects(read(form([row, general('6.00')])))).toEqual([
      ['10000', '1.00', '14.1'],
      ['20000', '2.00', '14.2'],
      ['30000', '3.00', '14.3'],
    ]);
  });

  it('stays sin grupo where several groups fit', () => {
    const rows = [
      activity('01.01.01.', 'TOTAL', money('20.00')),
      more('30000', money('30.00')),
      more('TOTAL', money('50.00'), '0.00'),
    ];
    const result = read(form([...rows, general('50.00')]));
    expect(objects(result)).toEqual([
      [null, '20.00', '14'],
      ['30000', '30.00', '15'],
    ]);
    expect(oddities(result)).toEqual([
      ['LABEL_READ_AS_NO_GROUP', 14, 'GRUPO DE GASTO', { activity: '01.01.01' }],
    ]);
  });

  it('is one cell with another row that stays sin grupo', () => {
    const labels = 'TOTAL 40000 TOTAL TOTAL';
    const row = activity('01.01.01.', labels, ['1.00 2.00 4.00 7.00', '', '', ''], '0.00');
    expect(objects(read(form([row, general('7.00')])))).toEqual([
      [null, '5.00', '14.1'],
      ['40000', '2.00', '14.2'],
    ]);
  });

  it('stays sin grupo where none fits', () => {
    const labels = '10000 TOTAL 20000 TOTAL';
    const row = activity('01.01.01.', labels, ['1.00 2.00 4.00 7.00', '', '', ''], '0.00');
    expect(objects(read(form([row, general('7.00')])))).toEqual([
      ['10000', '1.00', '14.1'],
      [null, '2.00', '14.2'],
      ['20000', '4.00', '14.3'],
    ]);
  });

  it('states no cell where it stays sin grupo without money', () => {
    const labels = 'TOTAL 30000 TOTAL';
    const row = activity('01.01.01.', labels, ['0.00 3.00 3.00', '', '', ''], '0.00');
    expect(objects(read(form([row, general('3.00')])))).toEqual([['30000', '3.00', '14.2']]);
  });

  it('is not counted where it says the sum above its groups', () => {
    const rows = [
      activity('01.01.01.', 'TOTAL', money('30.00'), '0.00'),
      more('20000', money('10.00')),
      more('30000', money('20.00')),
    ];
    const moved = ['TOTAL_ROW_NOT_LAST', 14, 'GRUPO DE GASTO', { activity: '01.01.01' }];
    const above = read(form([...rows, general('30.00')]));
    expect(objects(above)).toEqual([
      ['20000', '10.00', '15'],
      ['30000', '20.00', '16'],
    ]);
    expect(oddities(above)).toEqual([moved]);
    const both = read(form([...rows, more('TOTAL', money('30.00')), general('30.00')]));
    expect(oddities(both)).toEqual([
      moved,
      ['PERCENTAGE_ON_OTHER_ROW', 14, '13', { activity: '01.01.01', percentage: '0.00' }],
    ]);
  });

  it('is refused where it closes no sum', () => {
    const rows = [
      activity('01.01.01.', 'TOTAL', money('20.00')),
      more('20000', money('30.00')),
      more('TOTAL', money('50.01')),
    ];
    expect(refusal(() => read(form([...rows, general('50.00')])))).toEqual({
      code: 'FORM_ROW_UNREADABLE',
      facts: { problem: '01.01.01: la fila TOTAL que no es la última no cierra la suma' },
      place: { file: 'form.txt', line: 14, cell: 'GRUPO DE GASTO' },
    });
    expect(refusal(() => read(form([...rows.slice(0, 2), general('30.00')])))).toMatchObject({
      code: 'FORM_ROW_UNREADABLE',
    });
  });
});

describe('a TOTAL alone', () => {
  it('is money without group, in both columns', () => {
    const row = activity('01.01.01.', 'TOTAL', ['0.00', '8.00', '0.00', '2.00'], '25.00');
    const sum = total('TOTAL GENERAL', ['0.00', '8.00', '0.00', '2.00'], '25.00');
    const result = read(form([row, sum]));
    expect(result.form.activities[0]?.cells).toEqual([
      { object: null, source: 'TGN', programmed: '0.00', executed: '0.00', place: '14' },
      { object: null, source: 'OTRAS', programmed: '8.00', executed: '2.00', place: '14' },
    ]);
    expect(oddities(result)).toEqual([
      [
        'MONEY_WITHOUT_GROUP',
        14,
        'GRUPO DE GASTO',
        { activity: '01.01.01', programmed: '8.00', executed: '2.00' },
      ],
    ]);
  });

  it('of zero states no cell', () => {
    const row = activity('01.01.01.', 'TOTAL', nothing, '0.00');
    const result = read(form([row, general('0.00')]));
    expect(result.form.activities[0]?.cells).toEqual([]);
    expect(oddities(result)).toEqual([]);
  });
});
