import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { LedgerRecord } from '../../../src/catalogue/events.ts';
import { byHand, dayOfYear, recipes, startedWith, starts } from '../../support/arbitraries.ts';
import { type OracleCut, sumsBy, movesOf } from '../../support/oracle.ts';
import { keepBy } from '../../support/recipes.ts';
import { enough, propertyTimeout, runs } from '../../support/runs.ts';
import { Projected, sorted } from '../../support/views-of.ts';

/** What binds from its recording on, whatever day is asked for. */
const acts: readonly LedgerRecord['type'][] = [
  'LedgerOpened',
  'LedgerClosed',
  'LedgerReopened',
  'PlanApproved',
  'AdjustmentDocumented',
  'FormTaken',
  'PeriodClosed',
  'PeriodReopened',
  'ControlChanged',
  'ReportIssued',
];

const seenAt = (records: readonly LedgerRecord[], { day, revision }: OracleCut): LedgerRecord[] =>
  records.filter(
    (record) =>
      record.revision <= revision && (acts.includes(record.type) || record.effectiveOn <= day),
  );

const kinds = [...byHand, 'withdraw', 'withdraw', 'withdraw', 'form', 'form', 'control'] as const;
const cuts = fc.array(fc.tuple(fc.integer({ min: 1, max: 366 }), fc.nat(99)), { minLength: 5 });

describe('a view at a cut-off', () => {
  it(
    'is the view of only the facts in force by the day and recorded by the revision',
    () => {
      const tally = { attempted: 0, accepted: 0, moved: 0 };
      const property = fc.property(
        starts(),
        recipes(kinds, { min: 10, max: 25 }),
        cuts,
        (start, steps, asked) => {
          const ledger = keepBy(startedWith(start), steps);
          tally.attempted += ledger.attempted;
          tally.accepted += ledger.accepted;
          const whole = new Projected(ledger.records);
          for (const [number, part] of asked) {
            const cut = {
              day: dayOfYear(number),
              revision: Math.floor((ledger.revision * part) / 99),
            };
            const seen = seenAt(ledger.records, cut);
            if (seen.length <= cut.revision) tally.moved += 1;
            expect(whole.views(cut)).toEqual(new Projected(seen).views(cut));
          }
        },
      );
      fc.assert(property, runs(60));
      expect(tally.accepted).toBeGreaterThan(tally.attempted * 0.6);
      expect(tally.moved).toBeGreaterThan(enough(100));
    },
    propertyTimeout,
  );

  it(
    'at an older revision does not move for an entry that comes late, and today moves by it',
    () => {
      const tally = { late: 0 };
      const property = fc.property(
        starts(),
        recipes([...byHand, 'form']),
        recipes(['document', 'additional', 'reverse', 'form'], { min: 3, max: 6 }),
        (start, steps, late) => {
          const ledger = keepBy(startedWith(start), steps);
          const projected = new Projected(ledger.records);
          const old = ledger.revision;
          const days = ['2020-03-31', '2020-08-15', '2020-12-31'];
          const views = days.map((day) => projected.views({ day, revision: old }));
          keepBy(ledger, late);
          const news = ledger.records.slice(old + 1);
          projected.learn(news);
          if (news.length > 0) tally.late += 1;
          expect(days.map((day) => projected.views({ day, revision: old }))).toEqual(views);
          for (const day of days) {
            const now = { day, revision: ledger.revision };
            const moved = sumsBy(movesOf(ledger.records), now, cellAndMeasure);
            expect(sorted(projected.byCell(now))).toEqual(sorted(moved));
          }
        },
      );
      fc.assert(property, runs(50));
      expect(tally.late).toBeGreaterThan(enough(40));
    },
    propertyTimeout,
  );
});

const cellAndMeasure = ({ measure, cell }: ReturnType<typeof movesOf>[number]): string =>
  `${measure} ${cell}`;
