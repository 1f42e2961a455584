import { describe, expect, it } from '@jest/globals';
import type { EventType } from '../../../src/catalogue/events.ts';
import { type Instant, instant } from '../../../src/catalogue/instant.ts';
import { type CutOff, isSeenAt, resolveCutOff } from '../../../projections/cut-off.ts';
import { day } from '../../support/lines.ts';

const first = instant('2020-02-01T12:00:00Z');
const second = instant('2020-03-01T12:00:00Z');
const moments = [first, first, second];
const standing = { fiscalYear: 2020, zone: 'America/La_Paz', now: instant('2020-05-01T12:00:00Z') };
const resolve = (cutOff: CutOff, now: Instant = standing.now) =>
  resolveCutOff(cutOff, moments, { ...standing, now });

describe('A cut-off that is refused', () => {
  const early = instant('2020-02-01T11:59:59.999999Z');
  const late = instant('2020-05-01T12:00:00.000001Z');

  it.each<[string, CutOff, object]>([
    [
      'CUT_OFF_OUTSIDE_FISCAL_YEAR',
      { effective: day('2019-12-31') },
      { day: '2019-12-31', fiscalYear: 2020 },
    ],
    ['REVISION_NOT_FOUND', { known: 3 }, { revision: 3, last: 2 }],
    ['REVISION_NOT_FOUND', { known: -1 }, { revision: -1, last: 2 }],
    ['KNOWN_IN_FUTURE', { known: late }, { known: late, last: second }],
    ['KNOWN_BEFORE_LEDGER', { known: early }, { known: early, first }],
  ])('says %s of what (%#)', (code, cutOff, facts) => {
    expect(() => resolve(cutOff)).toThrow(expect.objectContaining({ code, facts }));
  });
});

describe('The edges of a cut-off', () => {
  it('are its first and its last record, and the very moment of now', () => {
    expect(resolve({ known: 0 }).known).toEqual({ revision: 0, recordedAt: first });
    expect(resolve({ known: 2 }).known).toEqual({ revision: 2, recordedAt: second });
    expect(resolve({ known: standing.now }).known.revision).toBe(2);
    expect(resolve({ known: first }).known.revision).toBe(1);
  });

  it('are the only record of a ledger', () => {
    expect(resolveCutOff({ known: first }, [first, second], standing).known.revision).toBe(0);
  });

  it('are now where nothing is recorded', () => {
    expect(resolveCutOff({}, [], standing).known).toEqual({
      revision: -1,
      recordedAt: standing.now,
    });
  });

  it('are the first and the last day of the gestión', () => {
    const on = (now: string) => resolve({ known: 0 }, instant(now)).effective;
    expect(on('2020-01-01T03:59:59Z')).toBe('2020-01-01');
    expect(on('2020-01-01T04:00:00Z')).toBe('2020-01-01');
    expect(on('2020-12-31T12:00:00Z')).toBe('2020-12-31');
    expect(on('2021-01-01T12:00:00Z')).toBe('2020-12-31');
    expect(resolve({ effective: day('2020-01-01') }).effective).toBe('2020-01-01');
  });

  it('are settled after fifteen seconds', () => {
    const at = (now: string) => resolve({ known: second }, instant(now)).isProvisional;
    expect(at('2020-03-01T12:00:14.999999Z')).toBe(true);
    expect(at('2020-03-01T12:00:15Z')).toBe(false);
  });
});

describe('A record is seen', () => {
  const cutOff = { effective: day('2020-06-30'), known: { revision: 5, recordedAt: first } };
  const seen = (type: EventType, on: string, revision: number) =>
    isSeenAt({ type, effectiveOn: day(on), revision }, cutOff);

  it('from its day on where it is a fact', () => {
    expect(seen('BudgetExecuted', '2020-06-30', 5)).toBe(true);
    expect(seen('BudgetExecuted', '2020-07-01', 5)).toBe(false);
  });

  it('whatever its day where it is an act', () => {
    expect(seen('PeriodClosed', '2021-01-15', 5)).toBe(true);
    expect(seen('FormTaken', '2021-01-15', 5)).toBe(true);
  });

  it('once it is known', () => {
    expect(seen('BudgetExecuted', '2020-06-30', 6)).toBe(false);
    expect(seen('PeriodClosed', '2020-06-30', 6)).toBe(false);
  });
});
