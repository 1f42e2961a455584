import { describe, expect, it } from '@jest/globals';
import type { Command } from '../../../src/domain/area-ledger/index.ts';
import { approve } from '../../support/acts.ts';
import { instrument, line, programmed, registered } from '../../support/arbitraries.ts';
import { compared } from '../../support/compared.ts';
import { day } from '../../support/lines.ts';
import { openLedger, RecordedLedger } from '../../support/recorded-ledger.ts';
import { Projected } from '../../support/views-of.ts';

const execute = (on: string, number: string, cents: bigint): Command => ({
  type: 'ExecuteBudget',
  effectiveOn: day(on),
  data: {
    document: { kind: 'C31', number, sequence: 1 },
    lines: [line('01.01.01', '20000', 'TGN', cents)],
  },
});

/** 100.00 by activity; 30.00 in March (4), 20.00 in June (5), 5.00 of March late (6), 10.00 of (4) back in April (7). */
const spent = (): RecordedLedger =>
  new RecordedLedger().take(
    openLedger,
    registered('01.01.01'),
    programmed([line('01.01.01', '20000', 'TGN', 10_000n)]),
    approve(),
    execute('2020-03-10', '1', 3_000n),
    execute('2020-06-10', '2', 2_000n),
    execute('2020-03-20', '3', 500n),
    {
      type: 'ReverseEntry',
      effectiveOn: day('2020-04-01'),
      data: {
        reverses: 4,
        reason: 'se anula una parte',
        lines: [line('01.01.01', '20000', 'TGN', 1_000n)],
      },
    },
  );

const executedOf = (
  ledger: RecordedLedger,
  from: string,
  to: string,
  by: 'activity' | 'group' | 'overall' = 'overall',
) => {
  const { total } = compared(new Projected(ledger.records), [from, to], by);
  const { row } = total;
  const parts = [row.newFacts, row.lateRecorded, row.corrections, row.unexplained];
  return {
    sides: [row.from.executed, row.to.executed, row.difference.executed],
    parts: parts.map(({ executed }) => executed),
    records: total.explanation().map(({ revision, part, amounts }) => [revision, part, amounts]),
  };
};

describe('A difference', () => {
  it('between two days has new facts, what was recorded late, and corrections', () => {
    expect(executedOf(spent(), '2020-03-31@4', '2020-06-30@7')).toEqual({
      sides: ['30.00', '45.00', '15.00'],
      parts: ['20.00', '5.00', '-10.00', '0.00'],
      records: [
        [5, 'newFacts', { executed: '20.00' }],
        [6, 'lateRecorded', { executed: '5.00' }],
        [7, 'corrections', { executed: '-10.00' }],
      ],
    });
  });

  it('turned round has the same parts with other signs', () => {
    expect(executedOf(spent(), '2020-06-30@7', '2020-03-31@4')).toMatchObject({
      sides: ['45.00', '30.00', '-15.00'],
      parts: ['-20.00', '-5.00', '10.00', '0.00'],
    });
  });

  it('of one day as it was known and as it is known is late or a correction, never new', () => {
    expect(executedOf(spent(), '2020-04-30@5', '2020-04-30').parts).toEqual([
      '0.00',
      '5.00',
      '-10.00',
      '0.00',
    ]);
  });

  it('of nothing has no records', () => {
    expect(executedOf(spent(), '2020-06-30', '2020-06-30')).toEqual({
      sides: ['45.00', '45.00', '0.00'],
      parts: ['0.00', '0.00', '0.00', '0.00'],
      records: [],
    });
  });

  it('of what went and came back is nothing, and both records say so', () => {
    const ledger = spent().take({
      type: 'ReverseEntry',
      effectiveOn: day('2020-07-01'),
      data: { reverses: 5, reason: 'se anula' },
    });
    const found = executedOf(ledger, '2020-05-31', '2020-07-31');
    expect(found.sides).toEqual(['25.00', '25.00', '0.00']);
    expect(found.parts).toEqual(['20.00', '0.00', '-20.00', '0.00']);
    expect(found.records).toHaveLength(2);
  });
});

describe('The original against the plan in force', () => {
  const distribution: Command = {
    type: 'DistributeBudget',
    effectiveOn: day('2020-02-01'),
    data: {
      lines: [line(null, '20000', 'TGN', -4_000n), line('01.01.01', '20000', 'TGN', 4_000n)],
    },
  };
  const adjustment: Command = {
    type: 'AdjustBudget',
    effectiveOn: day('2020-06-30'),
    data: {
      name: 'AJUSTADO JUNIO',
      kind: 'additional',
      instrument,
      lines: [line('01.01.01', '20000', 'TGN', 700n)],
    },
  };
  const distributed = new RecordedLedger().take(
    openLedger,
    registered('01.01.01'),
    programmed([line(null, '20000', 'TGN', 10_000n)]),
    approve(),
    distribution,
    adjustment,
  );
  const projected = new Projected(distributed.records);

  it('differs by the adjustment alone where a distribution moves nothing', () => {
    const { rows, total } = compared(projected, ['original', 'current'], 'group');
    for (const { row, explanation } of [...rows, total]) {
      expect(row.difference).toMatchObject({ original: '0.00', current: '7.00', executed: null });
      expect(explanation()).toEqual([
        { revision: 5, part: 'newFacts', amounts: { adjustments: '7.00', current: '7.00' } },
      ]);
    }
  });

  it('is not known by activity where it was programmed without, and known of what has none', () => {
    const { rows } = compared(projected, ['original', 'current'], 'activity');
    expect(rows.map(({ row }) => [row.activity, row.from.current, row.difference.current])).toEqual(
      [
        ['01.01.01', null, null],
        [null, '100.00', '-40.00'],
      ],
    );
    expect(rows[0]?.explanation()).toEqual([]);
    expect(rows[1]?.explanation()).toEqual([
      { revision: 4, part: 'newFacts', amounts: { distributed: '-40.00', current: '-40.00' } },
    ]);
  });

  it('knows of no stage', () => {
    const { row } = compared(projected, ['original', 'current'], 'overall').total;
    expect(row.from).toEqual({
      original: '100.00',
      distributed: '0.00',
      adjustments: '0.00',
      current: '100.00',
      reserved: null,
      committed: null,
      executed: null,
      paid: null,
    });
  });
});
