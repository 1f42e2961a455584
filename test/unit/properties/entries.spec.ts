import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { byHand, dayOfYear, recipes, startedWith, starts } from '../../support/arbitraries.ts';
import { balancesByLine } from '../../support/oracle.ts';
import { keepBy } from '../../support/recipes.ts';
import { propertyTimeout, runs } from '../../support/runs.ts';
import { Projected, sorted } from '../../support/views-of.ts';

const kinds = [...byHand, 'form', 'correct', 'control'] as const;

describe('the entries', () => {
  it(
    'give the balances of the oracle, line by line, at any day and revision',
    () => {
      const tally = { attempted: 0, accepted: 0 };
      const property = fc.property(
        starts(),
        recipes(kinds),
        fc.array(fc.tuple(fc.integer({ min: 1, max: 366 }), fc.nat(99)), { minLength: 5 }),
        (start, steps, cuts) => {
          const ledger = keepBy(startedWith(start), steps);
          tally.attempted += ledger.attempted;
          tally.accepted += ledger.accepted;
          const projected = new Projected(ledger.records);
          for (const [number, part] of cuts) {
            const revision = Math.floor((ledger.revision * part) / 99);
            const cut = { day: dayOfYear(number), revision };
            expect(sorted(projected.byLine(cut))).toEqual(
              sorted(balancesByLine(ledger.records, cut)),
            );
          }
        },
      );
      fc.assert(property, runs(60));
      expect(tally.accepted).toBeGreaterThan(tally.attempted * 0.7);
    },
    propertyTimeout,
  );
});
