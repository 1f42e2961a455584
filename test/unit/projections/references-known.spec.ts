import { describe, expect, it } from '@jest/globals';
import { resolveCutOff } from '../../../projections/cut-off.ts';
import { resolvePair } from '../../../projections/references.ts';
import { instant, instantAt, microsecondsOf } from '../../../src/catalogue/instant.ts';
import { reference } from '../../../src/catalogue/reference.ts';
import {
  approve,
  closePeriod,
  issue,
  reopenPeriod,
  takeBudget,
  takeForm,
} from '../../support/acts.ts';
import { ledgerOf } from '../../support/audited.ts';
import { adjust, distribute, program, register } from '../../support/commands.ts';
import { day, type Line } from '../../support/lines.ts';
import type { RecordedLedger } from '../../support/recorded-ledger.ts';
import { budget, form } from '../../support/stated-files.ts';
import { Projected } from '../../support/views-of.ts';

const of = (money: string): Line[] => [['01.01.01', '20000', 'TGN', money]];
const standing = {
  fiscalYear: 2020,
  zone: 'America/La_Paz',
  now: instant('2026-01-01T00:00:00Z'),
};

/** Both references with the cut-off asked for known at a revision, looked at now. */
const pairAt = (
  { records }: RecordedLedger,
  [from, to]: readonly [string, string],
  { known = records.length - 1, now = standing.now, effective = '2020-12-31' } = {},
) => {
  const { register: said, entries } = new Projected(records);
  const moments = records.map(({ recordedAt }) => recordedAt);
  const resolve = (asked: Parameters<typeof resolveCutOff>[0]) =>
    resolveCutOff(asked, moments, { ...standing, now });
  const moment = moments[known];
  const current = resolve({
    effective: day(effective),
    ...(now === standing.now ? { known } : moment !== undefined && { known: moment }),
  });
  return resolvePair(
    { from: reference(from), to: reference(to) },
    { milestones: said.milestones, entries, moments, current, resolve },
  );
};
const sidesOf = (...asked: Parameters<typeof pairAt>) => {
  const { from, to } = pairAt(...asked);
  return [from, to].map(({ effective, known }) => [effective, known.revision]);
};
const refusing =
  (...asked: Parameters<typeof pairAt>) =>
  () =>
    pairAt(...asked);

/** 2 programmed, 3 approved, 4 adjusted in June, 5 again in May, 6 another, 7 closed, 8 reported, 9 and 10 closed again. */
const ledger = ledgerOf(
  register('2020-01-01', '01.01.01'),
  program('2020-01-03', ...of('100.00')),
  approve(),
  adjust('2020-06-30', 'additional', of('1.00')),
  adjust('2020-05-31', 'additional', of('2.00')),
  adjust('2020-09-30', 'additional', of('4.00'), { name: 'OTRO' }),
  closePeriod('2020-03-31'),
  issue('001', '2020-03-31', 3),
  reopenPeriod('2020-03-01'),
  closePeriod('2020-03-31'),
);

describe('References where less is known', () => {
  it('take an adjustment as far as it was known', () => {
    const asked = ['adjustment:AJUSTADO JUNIO', 'current'] as const;
    expect(sidesOf(ledger, asked)[0]).toEqual(['2020-06-30', 5]);
    expect(sidesOf(ledger, asked, { known: 4 })[0]).toEqual(['2020-06-30', 4]);
    expect(refusing(ledger, asked, { known: 3 })).toThrow(
      expect.objectContaining({
        code: 'ADJUSTMENT_NOT_FOUND',
        facts: { name: 'AJUSTADO JUNIO', known: [] },
      }),
    );
  });

  it('name only the adjustments that were known', () => {
    expect(refusing(ledger, ['adjustment:OTRO', 'current'], { known: 5 })).toThrow(
      expect.objectContaining({ facts: { name: 'OTRO', known: ['AJUSTADO JUNIO'] } }),
    );
  });

  it('have no original before it was approved', () => {
    expect(sidesOf(ledger, ['original', 'current'], { known: 3 })[0]).toEqual(['2020-01-03', 3]);
    expect(refusing(ledger, ['original', 'current'], { known: 2 })).toThrow(
      expect.objectContaining({ code: 'ORIGINAL_NOT_APPROVED' }),
    );
  });

  it('take a period as its last closing that was known found it', () => {
    expect(sidesOf(ledger, ['period:2020-03-31', 'current'])[0]).toEqual(['2020-03-31', 10]);
    expect(sidesOf(ledger, ['period:2020-03-31', 'current'], { known: 9 })[0]).toEqual([
      '2020-03-31',
      7,
    ]);
    expect(refusing(ledger, ['period:2020-03-31', 'current'], { known: 6 })).toThrow(
      expect.objectContaining({ code: 'CLOSING_NOT_FOUND' }),
    );
  });

  it('know no report that was issued later', () => {
    expect(refusing(ledger, ['report:001', 'current'], { known: 7 })).toThrow(
      expect.objectContaining({ code: 'REPORT_NOT_FOUND', facts: { name: '001', known: [] } }),
    );
  });
});

describe('References of a ledger', () => {
  it('take an adjustment with all that its command recorded', () => {
    const byFile = ledgerOf(
      takeBudget(budget([[null, '20000', 'TGN', '9.00']])),
      takeForm(form('2020-11-30', { '01.01.01': [['20000', 'TGN', '8.00', '4.00']] })),
      register('2020-01-01', '01.01.02'),
    );
    const asked = ['adjustment:AJUSTADO JUNIO', 'original'] as const;
    expect(sidesOf(byFile, asked)).toEqual([
      ['2020-06-30', 7],
      ['2020-01-01', 2],
    ]);
    expect(sidesOf(byFile, asked, { known: 5 })[0]).toEqual(['2020-06-30', 5]);
  });

  it('take a name that is the id of one of those that bear it as that one', () => {
    const named = (on: string, more: object) =>
      adjust(on, 'additional', of('1.00'), { name: 'UNO', ...more });
    const two = ledgerOf(
      register('2020-01-01', '01.01.01'),
      program('2020-01-03', ...of('100.00')),
      approve(),
      named('2020-03-31', { adjustment: 'DOS' }),
      named('2020-06-30', {}),
    );
    expect(sidesOf(two, ['adjustment:UNO', 'current'])[0]).toEqual(['2020-06-30', 5]);
  });

  it('take the end of the month before as it is known at the cut-off', () => {
    expect(sidesOf(ledger, ['last-month', 'current'], { known: 4 })[0]).toEqual(['2020-11-30', 4]);
  });

  it('count the original from its own days, not from those of a distribution', () => {
    const distributed = ledgerOf(
      register('2020-01-01', '01.01.01'),
      program('2020-01-03', [null, '20000', 'TGN', '1.00']),
      distribute('2020-02-01', [null, '20000', 'TGN', '-1.00'], ...of('1.00')),
      approve(),
    );
    expect(sidesOf(distributed, ['original', 'current'])[0]).toEqual(['2020-01-03', 4]);
  });

  it('count the original from the latest day that was programmed before its approval', () => {
    const two = ledgerOf(
      program('2020-01-05', [null, '20000', 'TGN', '1.00']),
      program('2020-01-03', [null, '20000', 'TGN', '1.00']),
      approve(),
      adjust('2020-06-30', 'additional', [[null, '20000', 'TGN', '1.00']]),
    );
    expect(sidesOf(two, ['original', 'current'])[0]).toEqual(['2020-01-05', 3]);
  });

  it('take the day of the other one, on whichever side', () => {
    expect(sidesOf(ledger, ['same-day', 'report:001'])).toEqual([
      ['2020-03-31', 10],
      ['2020-03-31', 3],
    ]);
    expect(sidesOf(ledger, ['report:001', 'same-day'])).toEqual([
      ['2020-03-31', 3],
      ['2020-03-31', 10],
    ]);
    expect(refusing(ledger, ['same-day', 'same-day'])).toThrow(
      expect.objectContaining({ code: 'INVALID_REFERENCE', facts: { text: 'same-day' } }),
    );
  });

  it('are provisional as far as they know what is not settled', () => {
    const [last] = ledger.records.slice(-1).map(({ recordedAt }) => microsecondsOf(recordedAt));
    const now = instantAt((last ?? 0) + 1_000_000);
    const provisional = (from: string, to: string) => {
      const pair = pairAt(ledger, [from, to], { now });
      return [pair.from.isProvisional, pair.to.isProvisional];
    };
    expect(provisional('current', 'original')).toEqual([true, false]);
    expect(provisional('2020-06-30', '2020-06-30@3')).toEqual([true, false]);
    const settled = pairAt(ledger, ['current', '2020-06-30']);
    expect([settled.from.isProvisional, settled.to.isProvisional]).toEqual([false, false]);
  });
});
