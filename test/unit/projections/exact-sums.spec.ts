import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../src/catalogue/civil-date.ts';
import type { LedgerRecord } from '../../../src/catalogue/events.ts';
import { balancesAt } from '../../../projections/balances.ts';
import { foldEntries, noEntries } from '../../../projections/entries.ts';
import { executed, line, opened, programmed, type Told, at } from '../../support/views-at.ts';

const tooLarge = expect.objectContaining({ code: 'TOTAL_TOO_LARGE' });
const largest = '999999999999.99';
const times = (count: number, told: Told): Told[] => Array.from({ length: count }, () => told);
const spent = (activity: string, money: string): Told =>
  executed('2020-03-01', line(activity, '20000', '10', money));

const balancesOf = (told: readonly Told[], revision = told.length - 1) => {
  const entries = noEntries();
  told.forEach(([type, effectiveOn, data], number) => {
    foldEntries(entries, { type, effectiveOn, data, revision: number } as LedgerRecord);
  });
  return balancesAt(entries, {
    effective: civilDate('2020-12-31'),
    known: { revision, recordedAt: '' as never },
  });
};

describe('A sum', () => {
  it('of a line is refused beyond what is exact, and not before', () => {
    const told = times(91, spent('11.01', largest));
    expect(balancesOf(told.slice(0, 90)).balance(0, 'executed')).toBe(8_999_999_999_999_910);
    expect(() => balancesOf(told)).toThrow(tooLarge);
    expect(balancesOf(told, 89).balance(0, 'executed')).toBe(8_999_999_999_999_910);
  });

  it('is exact where more than that went in and out again', () => {
    const told = [
      ...times(60, spent('11.01', largest)),
      ...times(60, spent('11.01', '-999999999999.98')),
    ];
    const balances = balancesOf(told);
    expect(balances.balance(0, 'executed')).toBe(60);
    expect(balances.has('executed')).toBe(true);
    expect(balances.has('paid')).toBe(false);
  });

  it('of a row is refused where its lines are exact and it is not', () => {
    const told = [
      opened,
      ...times(60, spent('11.01', largest)),
      ...times(60, spent('11.02', largest)),
    ];
    expect(balancesOf(told.slice(1)).balance(1, 'executed')).toBe(5_999_999_999_999_940);
    expect(() => at(told, '2020-12-31')).toThrow(tooLarge);
  });
});

describe('A row', () => {
  it('stands where its lines have money that adds up to nothing', () => {
    const { byGroup, overall, byActivity } = at(
      [opened, spent('11.01', '5.00'), spent('11.02', '-5.00')],
      '2020-12-31',
    );
    expect(byGroup.rows).toMatchObject([{ group: '20000', executed: '0.00' }]);
    expect(overall.rows).toMatchObject([{ source: 'TGN', executed: '0.00' }]);
    expect(byActivity.rows).toHaveLength(2);
  });

  it('of a group does not stand before its money is in force', () => {
    const told = [opened, spent('11.01', '5.00')];
    expect(at(told, '2020-02-29').byGroup.rows).toEqual([]);
    expect(at(told, '2020-03-01').byGroup.rows).toHaveLength(1);
    expect(at(told, '2020-03-01', 0).byGroup.rows).toEqual([]);
  });

  it('knows its original where programmed lines add up to nothing', () => {
    const { overall, byGroup } = at(
      [
        opened,
        programmed(line('11.01', '20000', 'TGN', '5.00')),
        programmed(line('11.02', '20000', 'TGN', '-5.00')),
      ],
      '2020-12-31',
    );
    expect(overall.total).toMatchObject({ original: '0.00' });
    expect(byGroup.rows[0]).toMatchObject({ original: '0.00', executionRate: null });
  });
});
