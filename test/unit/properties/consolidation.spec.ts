import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Figures } from '../../../projections/figures.ts';
import { byHand, dayOfYear, recipes, startedWith, starts } from '../../support/arbitraries.ts';
import { consolidated } from '../../support/consolidated.ts';
import { amountOf, centsOf } from '../../support/oracle.ts';
import { keepBy } from '../../support/recipes.ts';
import { enough, propertyTimeout, runs } from '../../support/runs.ts';

const measures = [
  ...(['original', 'distributed', 'adjustments', 'current'] as const),
  ...(['reserved', 'committed', 'executed', 'paid'] as const),
];

const tally = { known: 0, unknown: 0 };

const sumOf = (rows: readonly Figures[], measure: (typeof measures)[number]): string | null => {
  const known = rows.flatMap((row) => row[measure] ?? []);
  if (known.length < rows.length) return null;
  return amountOf(known.reduce((all, each) => all + centsOf(each), 0n));
};

/** Known where all know it, and then their sum. */
const isSumOf = (total: Figures, parts: readonly Figures[]): void => {
  for (const measure of measures) {
    const sum = sumOf(parts, measure);
    expect({ measure, sum: total[measure] }).toEqual({ measure, sum });
    tally[sum === null ? 'unknown' : 'known'] += 1;
  }
};

/** Rows give their total in every measure that all of them and the total know. */
const addUp = (rows: readonly Figures[], total: Figures): void => {
  for (const measure of measures) {
    const sum = sumOf(rows, measure);
    if (sum !== null && total[measure] !== null) expect(sum).toBe(total[measure]);
    if (rows.length > 0 && total[measure] === null) expect(sum).toBeNull();
  }
};

const ledgers = fc.array(
  fc.record({
    start: starts(),
    steps: recipes([...byHand, 'form', 'control'], { min: 2, max: 10 }),
    day: fc.integer({ min: 1, max: 366 }),
    sigla: fc.constantFrom('A', 'B', 'C'),
    fiscalYear: fc.constantFrom(2019, 2020),
  }),
  { minLength: 1, maxLength: 4 },
);

describe('a consolidation', () => {
  it(
    'has the sum of its ledgers in every measure that all know, whatever its parts and its view',
    () => {
      const property = fc.property(
        ledgers,
        fc.constantFrom('area' as const, 'entity' as const, 'year' as const),
        (made, by) => {
          const shown = made.map(({ start, steps, day, ...owner }) => {
            const { records } = keepBy(startedWith(start), steps);
            return { ...owner, records, effective: dayOfYear(day) };
          });
          const { activity, group, overall, totals } = consolidated(shown, by);
          for (const each of [activity, group, overall]) {
            isSumOf(each.total, totals);
            isSumOf(
              each.total,
              each.parts.map(({ total }) => total),
            );
            addUp(each.rows, each.total);
            for (const part of each.parts) addUp(part.rows, part.total);
          }
          for (const row of group.rows) addUp(row.sources, row);
          expect(overall.adjusted?.net ?? null).toBe(overall.total.adjustments);
        },
      );
      fc.assert(property, runs(40));
      expect(Math.min(tally.known, tally.unknown)).toBeGreaterThan(enough(50));
    },
    propertyTimeout,
  );
});
