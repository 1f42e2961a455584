import { describe, expect, it } from '@jest/globals';
import { balancesAt } from '../../../projections/balances.ts';
import { foldEntries, noEntries, trimmed } from '../../../projections/entries.ts';
import { instantAt } from '../../../src/catalogue/instant.ts';
import { approve } from '../../support/acts.ts';
import { ledgerOf } from '../../support/audited.ts';
import { execute, program, register, reverse } from '../../support/commands.ts';
import { day, type Line } from '../../support/lines.ts';

const of = (money: string): Line[] => [['01.01.01', '20000', 'TGN', money]];
const { records } = ledgerOf(
  register('2020-01-01', '01.01.01'),
  program('2020-01-02', ...of('100.00')),
  approve(),
  execute('2020-03-01', 'C31 1/1', of('30.00')),
  reverse('2020-04-01', 4, of('10.00')),
);
const entries = () => records.reduce(foldEntries, noEntries(2));

describe('The columns of entries', () => {
  it('grow with what is recorded and are trimmed to it', () => {
    const { days, revisions, lineIds, measureIds, corrections, amounts, size } = trimmed(
      records.reduce(foldEntries, noEntries(64)),
    );
    expect(size).toBe(3);
    expect([...revisions]).toEqual([2, 4, 5]);
    expect([...lineIds]).toEqual([0, 0, 0]);
    expect([...measureIds]).toEqual([0, 5, 5]);
    expect([...corrections]).toEqual([0, 0, 1]);
    expect([...amounts]).toEqual([10000, 3000, -1000]);
    expect(days).toHaveLength(3);
  });

  it('are trimmed to what can still grow where nothing is recorded', () => {
    const empty = trimmed(noEntries(64));
    expect([empty.size, empty.days.length]).toEqual([0, 1]);
    expect(records.reduce(foldEntries, empty).size).toBe(3);
  });
});

describe('Balances', () => {
  const cutOff = { effective: day('2020-12-31'), known: { revision: 5, recordedAt: instantAt(0) } };

  it('are made anew where they are asked for after they were let go', () => {
    const balances = balancesAt(entries(), cutOff);
    expect(balances.balance(0, 'executed')).toBe(2000);
    balances.release();
    balances.release();
    expect(balances.balance(0, 'executed')).toBe(2000);
  });

  it('let the next ones have their memory', () => {
    const kept = entries();
    const first = balancesAt(kept, cutOff);
    const { cells } = first;
    first.release();
    const second = balancesAt(kept, { ...cutOff, effective: day('2020-03-31') });
    expect(second.cells).toBe(cells);
    expect(second.balance(0, 'executed')).toBe(3000);
  });
});
