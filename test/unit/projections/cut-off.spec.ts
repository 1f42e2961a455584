import { describe, expect, it } from '@jest/globals';
import type { CivilDate } from '../../../src/catalogue/civil-date.ts';
import { type Instant, instant } from '../../../src/catalogue/instant.ts';
import { type CutOff, resolveCutOff } from '../../../projections/cut-off.ts';

const first = instant('2020-02-01T12:00:00Z');
const second = instant('2020-03-01T12:00:00Z');
/** A command of two records and one of a single record. */
const moments = [first, first, second];
const standing = { fiscalYear: 2020, zone: 'America/La_Paz', now: instant('2020-05-01T12:00:00Z') };
const resolve = (cutOff: CutOff, now: Instant = standing.now) =>
  resolveCutOff(cutOff, moments, { ...standing, now });
const refused = (code: string) => expect.objectContaining({ code });

describe('A cut-off', () => {
  it('is everything recorded so far, today, unless it says otherwise', () => {
    expect(resolve({})).toEqual({
      effective: '2020-05-01',
      known: { revision: 2, recordedAt: second },
      isProvisional: false,
    });
  });

  it('is the last day of a gestión that is over, the first of one that has not begun', () => {
    expect(resolve({}, instant('2026-05-01T12:00:00Z')).effective).toBe('2020-12-31');
    expect(resolve({ known: 0 }, instant('2019-05-01T12:00:00Z')).effective).toBe('2020-01-01');
  });

  it.each<[string, CutOff['known'], number]>([
    ['a moment between two commands', instant('2020-02-15T00:00:00Z'), 1],
    ['the moment of a command', first, 1],
    ['a day until its local midnight', '2020-02-01' as CivilDate, 1],
    ['a revision inside a command', 0, 0],
  ])('knows by %s', (_, known, revision) => {
    expect(resolve({ known: known ?? 0 }).known.revision).toBe(revision);
  });

  it('of a moment that is not settled is provisional', () => {
    const now = instant('2020-03-01T12:00:10Z');
    expect(resolve({ known: second }, now).isProvisional).toBe(true);
    expect(resolve({ known: first }, now).isProvisional).toBe(false);
    expect(resolve({ known: 2 }, now).isProvisional).toBe(false);
    expect(resolve({ known: '2020-03-01' as CivilDate }, now).isProvisional).toBe(true);
  });

  it.each<[string, CutOff]>([
    ['CUT_OFF_OUTSIDE_FISCAL_YEAR', { effective: '2021-01-01' as CivilDate }],
    ['REVISION_NOT_FOUND', { known: 3 }],
    ['KNOWN_IN_FUTURE', { known: instant('2020-05-01T12:00:01Z') }],
    ['KNOWN_IN_FUTURE', { known: '2020-05-02' as CivilDate }],
    ['KNOWN_BEFORE_LEDGER', { known: instant('2020-02-01T11:59:59.999999Z') }],
    ['KNOWN_BEFORE_LEDGER', { known: '2020-01-31' as CivilDate }],
  ])('is refused as %s', (code, cutOff) => {
    expect(() => resolve(cutOff)).toThrow(refused(code));
  });
});
