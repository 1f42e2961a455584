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

describe('the sum rows of an activity', () => {
  it('are compared column by column, and the groups count', () => {
    const result = read(
      form([
        activity('01.01.01.', '20000', money('10.00', '5.00')),
        more('TOTAL', money('11.00', '5.00'), '45.45'),
        total('TOTAL GENERAL', money('10.00', '5.00'), '50.00'),
      ]),
    );
    expect(objects(result)).toEqual([['20000', '10.00', '14']]);
    expect(oddities(result)).toEqual([
      [
        'SUM_DIFFERS',
        15,
        '9',
        { activity: '01.01.01', column: 'PROGRAMADO T.G.N.', printed: '11.00', found: '10.00' },
      ],
      ['PERCENTAGE_DIFFERS', 15, '13', { activity: '01.01.01', printed: '45.45', found: '50.00' }],
    ]);
  });

  it('are missed where an activity has groups alone', () => {
    const row = activity('01.01.01.', '20000', money('10.00'), '0.00');
    expect(oddities(read(form([row, general('10.00')])))).toEqual([
      ['TOTAL_ROW_MISSING', 14, undefined, { activity: '01.01.01' }],
      ['PERCENTAGE_ON_OTHER_ROW', 14, '13', { activity: '01.01.01', percentage: '0.00' }],
    ]);
  });
});

describe('the percentages', () => {
  const of = (programmed: string, executed: string, printed: string): unknown[] =>
    oddities(
      read(
        form([
          activity('01.01.01.', '20000', money(programmed, executed)),
          more('TOTAL', money(programmed, executed), printed),
          total('TOTAL GENERAL', money(programmed, executed)),
        ]),
      ),
    );

  it('are rounded half-up to two places', () => {
    expect(of('200.00', '0.01', '0.01')).toEqual([]);
    expect(of('200.00', '0.01', '0.00')).toEqual([
      ['PERCENTAGE_DIFFERS', 15, '13', { activity: '01.01.01', printed: '0.00', found: '0.01' }],
    ]);
    expect(of('3.00', '2.00', '66.67 %')).toEqual([]);
    expect(of('100.00', '100.00', '100')).toEqual([]);
  });

  it('print 0.00 where nothing is programmed, even if money was spent', () => {
    expect(of('0.00', '5.00', '0.00')).toEqual([]);
    expect(of('0.00', '5.00', '100.00')).toEqual([
      ['PERCENTAGE_DIFFERS', 15, '13', { activity: '01.01.01', printed: '100.00', found: '0.00' }],
    ]);
  });

  it('are missed', () => {
    expect(of('10.00', '5.00', '')).toEqual([
      ['PERCENTAGE_MISSING', 15, '13', { activity: '01.01.01' }],
    ]);
  });

  it('of each row are compared with their own row', () => {
    const rows = (second: string): string[] => [
      activity('01.01.01.', '20000', money('10.00', '5.00'), '50.00'),
      more('30000', money('10.00', '1.00'), second),
      more('TOTAL', money('20.00', '6.00'), '30.00'),
      total('TOTAL GENERAL', money('20.00', '6.00'), '30.00'),
    ];
    expect(oddities(read(form(rows('10.00'))))).toEqual([]);
    expect(oddities(read(form(rows('11.00'))))).toEqual([
      ['PERCENTAGE_DIFFERS', 15, '13', { activity: '01.01.01', printed: '11.00', found: '10.00' }],
    ]);
  });

  it('of TOTAL GENERAL is compared too', () => {
    const row = activity('01.01.01.', 'TOTAL', nothing, '0.00');
    const sum = total('TOTAL GENERAL', nothing, '1.00');
    expect(oddities(read(form([row, sum])))).toEqual([
      [
        'PERCENTAGE_DIFFERS',
        15,
        '13',
        { activity: 'TOTAL GENERAL', printed: '1.00', found: '0.00' },
      ],
    ]);
  });
});

describe('the totals of the form', () => {
  const rows = [
    activity('01.01.01.', '20000 TOTAL', ['10.00 10.00', '', '', ''], '0.00'),
    total('TOTAL PARCIAL', money('10.00')),
    activity('01.01.02.', '20000 TOTAL', ['5.00 5.00', '', '', ''], '0.00'),
  ];
  const totalsTold = (result: ReadForm5b): unknown[] =>
    told(result.findings.filter(({ code }) => code === 'TOTAL_DIFFERS'));

  it('may have a TOTAL PARCIAL per page, of the page or of all so far', () => {
    const ofPage = read(form([...rows, total('TOTAL PARCIAL', money('5.00')), general('15.00')]));
    expect(totalsTold(ofPage)).toEqual([]);
    const ofAll = read(form([...rows, total('TOTAL PARCIAL', money('15.00')), general('15.00')]));
    expect(totalsTold(ofAll)).toEqual([]);
    expect(ofAll.printed.partial.map(({ line }) => line)).toEqual([15, 17]);
  });

  it('are reported where TOTAL PARCIAL differs', () => {
    const text = form([...rows, total('TOTAL PARCIAL', money('15.01')), general('15.00')]);
    expect(totalsTold(read(text))).toEqual([
      [
        'TOTAL_DIFFERS',
        17,
        '9',
        {
          row: 'TOTAL PARCIAL',
          column: 'PROGRAMADO T.G.N.',
          printed: '15.01',
          found: '15.00',
        },
      ],
    ]);
  });

  it('are refused where TOTAL GENERAL differs, unless differences are accepted', () => {
    const text = form([...rows, total('TOTAL GENERAL', money('15.00', '0.01'))]);
    const facts = {
      row: 'TOTAL GENERAL',
      column: 'EJECUTADO T.G.N.',
      printed: '0.01',
      found: '0.00',
    };
    expect(refusal(() => read(text))).toEqual({
      code: 'FORM_TOTAL_DIFFERS',
      facts: { column: 'EJECUTADO T.G.N.', printed: '0.01', found: '0.00' },
      place: { file: 'form.txt', line: 17, cell: '11' },
    });
    expect(totalsTold(read(text, { acceptDifferences: true }))).toEqual([
      ['TOTAL_DIFFERS', 17, '11', facts],
    ]);
  });
});
