import { describe, expect, it } from '@jest/globals';
import type { Command } from '../../../../src/domain/area-ledger/index.ts';
import { approve, takeForm } from '../../../support/acts.ts';
import { ledgerOf } from '../../../support/audited.ts';
import { adjust, execute, program, register, reserve } from '../../../support/commands.ts';
import { consolidated, type Shown } from '../../../support/consolidated.ts';
import type { Line } from '../../../support/lines.ts';
import { form } from '../../../support/stated-files.ts';

const one = '01.01.01';
const line = (amount: string, object = '20000', source = 'TGN'): Line => [
  one,
  object,
  source,
  amount,
];

const ledger = (sigla: string, amount: string, ...more: readonly Command[]): Shown => {
  const started = [register('2020-01-01', one), program('2020-01-01', line(amount)), approve()];
  return { sigla, records: ledgerOf(...started, ...more).records };
};

/** It knows its forms, and no original and no documents. */
const ofForms = (sigla: string): Shown => {
  const stated = form('2020-12-31', { [one]: [['20000', 'TGN', '80.00', '30.00']] });
  return { sigla, records: ledgerOf(takeForm(stated)).records };
};

const spent = execute('2020-05-01', 'C31 1/1', [line('250.00', '21000', '10')]);
const reserved = reserve('2020-04-01', 'P 1/1', [line('300.00', '21000', '10')]);

describe('several ledgers together', () => {
  it('are added up by group, with a rate of their own', () => {
    const { group } = consolidated([ledger('SENAVEX', '1000.00', spent), ledger('OTRA', '500.00')]);
    expect(group.rows).toMatchObject([
      {
        group: '20000',
        name: expect.any(String),
        ...{ original: '1500.00', current: '1500.00', executed: '250.00', executionRate: '16.67' },
        sources: [{ source: 'TGN', current: '1500.00', executed: '250.00' }],
      },
    ]);
    expect(group.total).toMatchObject({ original: '1500.00', executionRate: '16.67' });
  });

  it('keep a group that only one of them has', () => {
    const adding = adjust('2020-03-01', 'additional', [line('70.00', '30000')], { name: 'MÁS' });
    const { group } = consolidated([ledger('A', '1000.00', adding), ledger('B', '500.00')]);
    expect(group.rows.map((row) => [row.group, row.original, row.current])).toEqual([
      ['20000', '1500.00', '1500.00'],
      ['30000', '0.00', '70.00'],
    ]);
  });

  it('keep their activities apart, though they have the same code', () => {
    const { activity } = consolidated([ledger('B', '500.00'), ledger('A', '1000.00')]);
    expect(activity.rows).toMatchObject([
      { ledger: '41-A-2020', current: '1000.00' },
      { ledger: '41-B-2020', current: '500.00' },
    ]);
    expect(activity.total.current).toBe('1500.00');
  });

  it('do not know what one of them does not know, in its part and in the total alone', () => {
    const { overall } = consolidated([ledger('A', '1000.00', reserved), ofForms('B')]);
    expect(
      overall.parts.map(({ total: { original, reserved: told } }) => [original, told]),
    ).toEqual([
      ['1000.00', '300.00'],
      [null, null],
    ]);
    const unknown = { original: null, adjustments: null, reserved: null, committed: null };
    expect(overall.total).toMatchObject({ ...unknown, current: '1080.00', executed: '30.00' });
    expect(overall.adjusted).toBeNull();
  });

  it('do not know of a group what one of them does not, though it has nothing there', () => {
    const adding = adjust('2020-03-01', 'additional', [line('70.00', '30000')], { name: 'MÁS' });
    const { group } = consolidated([ledger('A', '1000.00', adding), ofForms('B')]);
    expect(group.rows[1]).toMatchObject({
      ...{ group: '30000', original: null, adjustments: null, reserved: null, current: '70.00' },
      sources: [{ source: 'TGN', original: null, current: '70.00' }],
    });
  });
});

describe('a row that a ledger has not', () => {
  const originalsWith = (object: string | null, source: string | null) => {
    const programmed = program('2020-01-01', [null, object, source, '5.00']);
    const other: Shown = { sigla: 'B', records: ledgerOf(programmed, approve()).records };
    const { rows } = consolidated([ledger('A', '1000.00'), other]).group;
    const row = rows.find(({ group }) => group === '20000');
    return [row?.original, ...(row?.sources ?? []).map(({ original }) => original)];
  };

  it('is known there as far as the original was programmed by group and by source', () => {
    expect(originalsWith('10000', 'TGN')).toEqual(['1000.00', '1000.00']);
    expect(originalsWith('10000', null)).toEqual(['1000.00', null]);
    expect(originalsWith(null, 'TGN')).toEqual([null, null]);
  });
});

describe('the parts', () => {
  const four = [
    { ...ledger('B', '1.00'), fiscalYear: 2021 },
    { ...ledger('B', '20.00') },
    { ...ledger('A', '300.00') },
    { ...ledger('A', '4000.00'), entity: '5' },
  ];
  const partsBy = (by: 'area' | 'entity' | 'year') =>
    consolidated(four, by).group.parts.map((part) => [
      ...[part.entity, part.area, part.fiscalYear, part.total.current, part.ledgers.length],
    ]);

  it('are areas, over their gestiones', () => {
    expect(partsBy('area')).toEqual([
      ['5', 'A', null, '4000.00', 1],
      ['41', 'A', null, '300.00', 1],
      ['41', 'B', null, '21.00', 2],
    ]);
  });

  it('are entities', () => {
    expect(partsBy('entity')).toEqual([
      ['5', null, null, '4000.00', 1],
      ['41', null, null, '321.00', 3],
    ]);
  });

  it('are gestiones, with rows of their own', () => {
    expect(partsBy('year')).toEqual([
      [null, null, 2020, '4320.00', 3],
      [null, null, 2021, '1.00', 1],
    ]);
    const { parts } = consolidated(four, 'year').group;
    expect(parts.map(({ rows }) => rows.map(({ current }) => current))).toEqual([
      ['4320.00'],
      ['1.00'],
    ]);
  });
});
