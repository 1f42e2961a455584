import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  executionStatement,
  type OfficialColumns,
} from '../../../projections/execution-statement/execution-statement.ts';
import { recipes, startedWith, starts } from '../../support/arbitraries.ts';
import { cutOf, cuts, everyKind } from '../../support/cuts.ts';
import { amountOf, centsOf } from '../../support/oracle.ts';
import { keepBy } from '../../support/recipes.ts';
import { enough, propertyTimeout, runs } from '../../support/runs.ts';
import { Projected, type Views } from '../../support/views-of.ts';

const minus = (one: string, other: string): string => amountOf(centsOf(one) - centsOf(other));

/** A column worked out from two others, unknown where the one taken off is. */
const lessKnown = (whole: string, part: string | null): string | null =>
  part === null ? null : minus(whole, part);

const plan = ['original', 'adjustments', 'distributed'] as const;
const tally = { known: 0, unknown: 0 };

const agree = (row: OfficialColumns): void => {
  const parts = plan.flatMap((column) => row[column] ?? []);
  tally[parts.length === plan.length ? 'known' : 'unknown'] += 1;
  if (parts.length === plan.length) {
    expect(amountOf(parts.reduce((sum, part) => sum + centsOf(part), 0n))).toBe(row.current);
  }
  expect(row.uncommitted).toBe(lessKnown(row.current, row.committed));
  expect(row.unexecuted).toBe(minus(row.current, row.executed));
  expect(row.unpaid).toBe(lessKnown(row.executed, row.paid));
};

const columns = [
  ...plan,
  ...(['current', 'committed', 'uncommitted', 'executed', 'unexecuted', 'paid', 'unpaid'] as const),
];

const addUp = (rows: readonly OfficialColumns[], total: OfficialColumns): void => {
  for (const column of columns) {
    const known = rows.flatMap((row) => row[column] ?? []);
    if (known.length < rows.length || total[column] === null) continue;
    expect(amountOf(known.reduce((sum, each) => sum + centsOf(each), 0n))).toBe(total[column]);
  }
};

const statementsOf = ({ activity, group, overall }: Views) => [
  executionStatement('activity', activity),
  executionStatement('group', group),
  executionStatement('source', overall),
];

describe('the official columns', () => {
  it(
    'add up in every row, and the rows to the total, for any history at any cut-off',
    () => {
      const property = fc.property(starts(), recipes(everyKind), cuts, (start, steps, asked) => {
        const ledger = keepBy(startedWith(start), steps);
        const projected = new Projected(ledger.records);
        for (const each of asked) {
          for (const { rows, total } of statementsOf(projected.views(cutOf(ledger, each)))) {
            for (const row of [...rows, total]) agree(row);
            addUp(rows, total);
          }
        }
      });
      fc.assert(property, runs(40));
      expect(Math.min(tally.known, tally.unknown)).toBeGreaterThan(enough(50));
    },
    propertyTimeout,
  );
});
