import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { byHand, recipes, startedWith, starts } from '../../support/arbitraries.ts';
import { planTogether, statedByDesign, statedInRecords } from '../../support/oracle-forms.ts';
import { keepBy } from '../../support/recipes.ts';
import { enough, propertyTimeout, runs } from '../../support/runs.ts';
import { sorted } from '../../support/views-of.ts';

describe('what forms make', () => {
  it(
    'is at every moment what the design makes of all that is stated and said so far',
    () => {
      const tally = { attempted: 0, accepted: 0, forms: 0 };
      const property = fc.property(
        starts(),
        recipes([...byHand, 'form', 'form', 'form', 'form', 'correct']),
        (start, steps) => {
          const ledger = startedWith(start);
          for (const step of steps) {
            const before = ledger.accepted;
            keepBy(ledger, [step]);
            if (ledger.accepted === before) continue;
            if (step.kind === 'form') tally.forms += 1;
            expect(sorted(planTogether(statedInRecords(ledger.records)))).toEqual(
              sorted(planTogether(statedByDesign(ledger.records))),
            );
          }
          tally.attempted += ledger.attempted;
          tally.accepted += ledger.accepted;
        },
      );
      fc.assert(property, runs(80));
      expect(tally.accepted).toBeGreaterThan(tally.attempted * 0.7);
      expect(tally.forms).toBeGreaterThan(enough(100));
    },
    propertyTimeout,
  );
});
