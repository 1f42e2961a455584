import { describe, expect, it } from '@jest/globals';
import { approve } from '../../support/acts.ts';
import { ledgerOf } from '../../support/audited.ts';
import { adjust, execute, program, register, reverse, revise } from '../../support/commands.ts';
import { compared } from '../../support/compared.ts';
import type { Line } from '../../support/lines.ts';
import { Projected } from '../../support/views-of.ts';

const [one, two, three] = ['01.01.01', '01.01.02', '01.01.03'];

/** 5.00 of 50000 come in December, what comes in July to 40000 goes in August; revisions 7 to 10. */
const projected = new Projected(
  ledgerOf(
    register('2020-01-01', two),
    register('2020-01-01', one, { name: 'Antes' }),
    register('2020-09-01', three),
    revise('2020-06-30', one, { name: 'Después' }),
    program(
      '2020-01-02',
      [null, '30000', 'TGN', '8.00'],
      [one, null, 'TGN', '1.00'],
      [one, '30000', 'OTRAS', '2.00'],
      [two, '20000', 'TGN', '4.00'],
    ),
    approve(),
    adjust('2020-12-01', 'additional', [[two, '50000', 'TGN', '5.00']], { name: 'A' }),
    adjust('2020-07-01', 'additional', [[two, '40000', 'TGN', '3.00']], { name: 'B' }),
    adjust('2020-08-01', 'reduction', [[two, '40000', 'TGN', '-3.00']], { name: 'C' }),
    execute('2020-10-01', 'C31 1/1', [
      [two, '23400', 'TGN', '1.00'],
      [two, '24100', 'TGN', '2.00'],
      [one, '31000', 'OTRAS', '0.50'],
    ]),
  ).records,
);
const spring = '2020-03-31';
const autumn = '2020-11-30';

describe('The rows of a comparison', () => {
  it('by group rise, bear the name of the gestión, and are those of money there or between', () => {
    const { rows } = compared(projected, [spring, autumn], 'group');
    expect(rows.map(({ row }) => [row.group, row.name, row.from.current, row.to.current])).toEqual([
      ['20000', 'Servicios No Personales', '4.00', '4.00'],
      ['30000', 'Materiales y Suministros', '10.00', '10.00'],
      ['40000', 'Activos Reales', '0.00', '0.00'],
      [null, null, '1.00', '1.00'],
    ]);
  });

  it('by group lack what neither reference has, and have what one of them has', () => {
    const groups = (from: string, to: string) =>
      compared(projected, [from, to], 'group').rows.map(({ row }) => row.group);
    expect(groups(spring, '2020-04-30')).toEqual(['20000', '30000', null]);
    expect(groups(spring, '2020-12-31')).toEqual(['20000', '30000', '40000', '50000', null]);
    expect(groups('2020-10-31', autumn)).toEqual(['20000', '30000', null]);
    expect(groups('2020-12-31', spring)).toEqual(['20000', '30000', '40000', '50000', null]);
    expect(groups('2020-01-01', spring)).toEqual(['20000', '30000', null]);
  });

  it('by source and over all are those of the sources', () => {
    const { rows, total } = compared(projected, [spring, autumn], 'overall');
    expect(rows.map(({ row }) => [row.source, row.difference.executed])).toEqual([
      ['OTRAS', '0.50'],
      ['TGN', '3.00'],
    ]);
    expect(total.row.difference).toMatchObject({ current: '0.00', executed: '3.50' });
  });

  it.each([
    [spring, autumn],
    [autumn, spring],
  ])('by activity are called as the later reference calls them: %s, %s', (from, to) => {
    const { rows } = compared(projected, [from, to], 'activity');
    expect(rows.map(({ row }) => [row.activity, row.code, row.name])).toEqual([
      [one, one, 'Después'],
      [two, two, 'Actividad 01.01.02'],
      [three, three, 'Actividad 01.01.03'],
      [null, null, null],
    ]);
  });

  it.each([
    ['2020-12-31@3', '2020-12-31'],
    ['2020-12-31', '2020-12-31@3'],
  ])('by activity are called as what is known later calls them: %s, %s', (from, to) => {
    const { rows } = compared(projected, [from, to], 'activity');
    expect(rows[0]?.row.name).toBe('Después');
  });
});

describe('The parts of a difference', () => {
  it('are those of its own row', () => {
    const lines: Line[] = [
      [one, '20000', 'TGN', '5.00'],
      [two, '20000', 'TGN', '3.00'],
    ];
    const ledger = ledgerOf(
      register('2020-01-01', one),
      register('2020-01-01', two),
      program('2020-01-02', [one, '20000', 'TGN', '9.00'], [two, '20000', 'TGN', '9.00']),
      approve(),
      execute('2020-02-01', 'C31 1/1', lines),
      reverse('2020-05-01', 5, [[two, '20000', 'TGN', '2.00']]),
    );
    const { rows, total } = compared(new Projected(ledger.records), [spring, autumn], 'activity');
    const parts = [...rows, total].map(({ row }) => [
      row.newFacts.executed,
      row.lateRecorded.executed,
      row.corrections.executed,
      row.unexplained.executed,
    ]);
    expect(parts).toEqual([
      ['0.00', '0.00', '0.00', '0.00'],
      ['0.00', '0.00', '-2.00', '0.00'],
      ['0.00', '0.00', '-2.00', '0.00'],
    ]);
  });
});

describe('What explains a row', () => {
  it('is one part for each record and measure, its lines together', () => {
    const { rows, total } = compared(projected, [spring, autumn], 'activity');
    const byActivity = rows.map(({ row, explanation }) => [
      row.activity,
      ...explanation().map(({ revision, amounts }) => [revision, amounts]),
    ]);
    expect(byActivity).toEqual([
      [one, [10, { executed: '0.50' }]],
      [two, [8, { current: '3.00' }], [9, { current: '-3.00' }], [10, { executed: '3.00' }]],
      [three],
      [null],
    ]);
    expect(total.explanation().map(({ revision, amounts }) => [revision, amounts])).toEqual([
      [8, { adjustments: '3.00', current: '3.00' }],
      [9, { adjustments: '-3.00', current: '-3.00' }],
      [10, { executed: '3.50' }],
    ]);
  });

  it('is listed whole however many records there are', () => {
    const ledger = ledgerOf(
      register('2020-01-01', one),
      program('2020-01-02', [one, '20000', 'TGN', '10.00']),
      approve(),
    );
    for (let number = 1; number <= 300; number += 1) {
      const line: Line = [one, '20000', 'TGN', '0.01'];
      ledger.take(execute('2020-02-01', `C31 ${String(number)}/1`, [line]));
    }
    const { rows } = compared(new Projected(ledger.records), ['2020-01-31', spring], 'activity');
    const explained = rows[0]?.explanation() ?? [];
    expect(explained).toHaveLength(300);
    expect(explained.map(({ revision }) => revision)).toEqual(
      Array.from({ length: 300 }, (_, index) => 4 + index),
    );
    expect(new Set(explained.map(({ part, amounts }) => JSON.stringify([part, amounts])))).toEqual(
      new Set(['["newFacts",{"executed":"0.01"}]']),
    );
  });
});
