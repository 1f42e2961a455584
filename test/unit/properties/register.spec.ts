import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CivilDate } from '../../../src/catalogue/civil-date.ts';
import type { LedgerRecord } from '../../../src/catalogue/events.ts';
import { recipes, startedWith, starts } from '../../support/arbitraries.ts';
import type { OracleCut } from '../../support/oracle.ts';
import { keepBy } from '../../support/recipes.ts';
import { enough, propertyTimeout, runs } from '../../support/runs.ts';
import { Projected } from '../../support/views-of.ts';

interface Told {
  readonly day: string;
  readonly activity: string;
  readonly name?: string;
  readonly accumulated?: string;
}

const toldBy = (record: LedgerRecord): Told[] => {
  const { type, effectiveOn: day, data } = record;
  if (type === 'ActivityRegistered') return [{ day, activity: data.activity, name: data.name }];
  if (type === 'ProgressReported') return data.progress.map((each) => ({ day, ...each }));
  if (type !== 'ActivityRevised' || data.changes.name === undefined) return [];
  return [{ day, activity: data.activity, name: data.changes.name }];
};

/** What was said of an activity on the latest day, of that day by the last record. */
const lastTold = (
  records: readonly LedgerRecord[],
  { day, revision }: OracleCut,
  field: 'name' | 'accumulated',
): Record<string, string | undefined> => {
  const last: Record<string, Told> = {};
  for (const record of records.slice(0, revision + 1)) {
    for (const told of toldBy(record)) {
      const known = last[told.activity];
      const isLater = known === undefined || !(told.day < known.day);
      if (told[field] !== undefined && !(told.day > day) && isLater) last[told.activity] = told;
    }
  }
  return Object.fromEntries(Object.entries(last).map(([id, told]) => [id, told[field]]));
};

/** Few days, so that several things are said on the same one. */
const onFewDays = (number: number): CivilDate => `2020-0${(number % 4) + 1}-01` as CivilDate;

describe('what is said of activities', () => {
  it(
    'holds from its day on, on the same day as it was recorded last',
    () => {
      const tally = { told: 0 };
      const property = fc.property(
        starts(),
        recipes(['describe'], { min: 8, max: 20 }).map((steps) =>
          steps.map((step) => ({ ...step, day: onFewDays(step.twist) })),
        ),
        fc.array(fc.tuple(fc.nat(3), fc.nat(99)), { minLength: 4 }),
        (start, steps, cuts) => {
          const ledger = keepBy(startedWith(start), steps);
          const projected = new Projected(ledger.records);
          for (const [number, part] of cuts) {
            const revision = Math.floor((ledger.revision * part) / 99);
            const cut = { day: onFewDays(number), revision };
            const names = lastTold(ledger.records, cut, 'name');
            const progress = lastTold(ledger.records, cut, 'accumulated');
            tally.told += Object.keys(progress).length;
            for (const { code, name, accumulated } of projected.views(cut).form.rows) {
              expect([code, name]).toEqual([code, names[code]]);
              expect([code, accumulated]).toEqual([code, progress[code] ?? null]);
            }
          }
        },
      );
      fc.assert(property, runs(60));
      expect(tally.told).toBeGreaterThan(enough(100));
    },
    propertyTimeout,
  );
});
