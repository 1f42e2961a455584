import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { LedgerRecord } from '../../../src/catalogue/events.ts';
import type { Figures } from '../../../projections/figures.ts';
import { seriesMeasures, type SeriesMonth } from '../../../projections/series/series.ts';
import { seriesOf } from '../../support/audited.ts';
import { activityCodes, recipes, startedWith, starts } from '../../support/arbitraries.ts';
import { cutOf, cuts, everyKind } from '../../support/cuts.ts';
import { amountOf, centsOf, type OracleCut } from '../../support/oracle.ts';
import { keepBy } from '../../support/recipes.ts';
import type { RecordedLedger } from '../../support/recorded-ledger.ts';
import { enough, propertyTimeout, runs } from '../../support/runs.ts';
import { Projected, type Views } from '../../support/views-of.ts';

const tally = { known: 0, unknown: 0, intervals: 0 };

const minus = (one: string, other: string): string => amountOf(centsOf(one) - centsOf(other));

const scopes = [
  {},
  { activity: activityCodes[0] as never },
  { activity: null },
  { group: '20000' as never },
] as const;

/** What the views say of a scope, nothing where they have no row for it. */
const viewOf = (views: Views, scope: (typeof scopes)[number]): Figures | undefined => {
  if ('activity' in scope) {
    return views.activity.rows.find(({ activity }) => activity === scope.activity);
  }
  if ('group' in scope) return views.group.rows.find(({ group }) => group === scope.group);
  return views.overall.total;
};

const hasForms = (records: readonly LedgerRecord[], revision: number): boolean =>
  records.some((record) => record.type === 'FormTaken' && record.revision <= revision);

type Measure = (typeof seriesMeasures)[number];

/** A month adds to the one before what makes it accumulate so. */
const addsUp = (month: SeriesMonth, before: SeriesMonth | undefined, measure: Measure): void => {
  const { accumulated, ofMonth } = month[measure];
  if (ofMonth === null) return;
  const was = before === undefined ? '0.00' : before[measure].accumulated;
  if (measure === 'executed') expect(was).not.toBeNull();
  expect(ofMonth).toBe(minus(accumulated ?? '', was ?? '0.00'));
};

/** A month says of its end what the view says; only what forms told may be unknown. */
const agree = (month: SeriesMonth, view: Figures | undefined, isByForms: boolean): void => {
  for (const measure of seriesMeasures) {
    const { accumulated } = month[measure];
    const isUntold = accumulated === null && measure === 'executed';
    if (isUntold) expect(isByForms).toBe(true);
    else if (view !== undefined) expect(accumulated).toBe(view[measure]);
    tally[isUntold ? 'unknown' : 'known'] += 1;
  }
};

const agreeAt = (ledger: RecordedLedger, { day, revision }: OracleCut): void => {
  const projected = new Projected(ledger.records);
  const isByForms = hasForms(ledger.records, revision);
  for (const scope of scopes) {
    const { months } = seriesOf(ledger, day, scope, revision);
    expect(months).toHaveLength(Number(day.slice(5, 7)));
    months.forEach((month, index) => {
      const view = viewOf(projected.views({ day: month.to, revision }), scope);
      agree(month, view, isByForms);
      for (const measure of seriesMeasures) addsUp(month, months[index - 1], measure);
    });
  }
};

describe('a series', () => {
  it(
    'accumulates at the end of each month what the view at that day says, or does not know it',
    () => {
      const property = fc.property(starts(), recipes(everyKind), cuts, (start, steps, asked) => {
        const ledger = keepBy(startedWith(start), steps);
        for (const each of asked) agreeAt(ledger, cutOf(ledger, each));
      });
      fc.assert(property, runs(15));
      expect(Math.min(tally.known, tally.unknown)).toBeGreaterThan(enough(200));
    },
    propertyTimeout,
  );

  it(
    'gives each interval what lies between the views of its two ends',
    () => {
      const property = fc.property(starts(), recipes(everyKind), (start, steps) => {
        const ledger = keepBy(startedWith(start), steps);
        const projected = new Projected(ledger.records);
        const { revision } = ledger;
        const executedBy = (day: string): string =>
          projected.views({ day, revision }).overall.total.executed;
        for (const { month, intervals } of seriesOf(ledger, '2020-12-31').months) {
          for (const { from, to, amount } of intervals) {
            tally.intervals += 1;
            expect(to.slice(0, 7)).toBe(month);
            const before = new Date(Date.parse(from) - 86_400_000).toISOString().slice(0, 10);
            const was = before < '2020-01-01' ? '0.00' : executedBy(before);
            expect(amount).toBe(minus(executedBy(to), was));
          }
        }
      });
      fc.assert(property, runs(60));
      expect(tally.intervals).toBeGreaterThan(enough(30));
    },
    propertyTimeout,
  );
});
