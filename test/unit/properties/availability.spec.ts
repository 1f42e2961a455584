import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Failure } from '../../../src/catalogue/failure.ts';
import type { CivilDate } from '../../../src/catalogue/civil-date.ts';
import type { Command } from '../../../src/domain/area-ledger/index.ts';
import {
  byHand,
  dayOfYear,
  line,
  type Recipe,
  recipes,
  startedWith,
  starts,
} from '../../support/arbitraries.ts';
import { amountOf, centsOf } from '../../support/oracle.ts';
import { availableFrom, controlCellOf, controlCells } from '../../support/oracle-control.ts';
import { levelOf } from '../../support/recipe-parts.ts';
import { keepBy } from '../../support/recipes.ts';
import type { RecordedLedger } from '../../support/recorded-ledger.ts';
import { enough, propertyTimeout, runs } from '../../support/runs.ts';
import { Projected } from '../../support/views-of.ts';

const cellParts = (cell: string) =>
  JSON.parse(cell) as [string | null, string | null, string | null];

const spending = (cell: string, day: CivilDate, cents: bigint): Command => {
  const [activity, group, column] = cellParts(cell);
  return {
    type: 'ExecuteBudget',
    effectiveOn: day,
    data: {
      document: { kind: 'C31', number: 'de prueba', sequence: 1 },
      lines: [line(activity, group, column, cents)],
      forms: { beyond: null },
    },
  };
};

/** The lowest of what the views show as left in a cell, on a day and every later one. */
const lowestInViews = (ledger: RecordedLedger, cell: string, from: string): bigint => {
  const [activity, group, source] = cellParts(cell);
  const projected = new Projected(ledger.records);
  const days = ledger.records.map(({ effectiveOn }) => effectiveOn as string);
  const left = [from, ...days.filter((day) => day > from && day < '2021')].map((day) => {
    const { rows } = projected.views({ day, revision: ledger.revision }).activity;
    const shown = rows
      .find((row) => row.activity === activity)
      ?.groups.find((row) => row.group === group)
      ?.sources.find((row) => row.source === source);
    return shown === undefined ? 0n : centsOf(shown.current) - centsOf(shown.executed);
  });
  return left.reduce((lowest, each) => (each < lowest ? each : lowest));
};

/** All that is available is let in, one centavo more is refused, and the refusal says how much there is. */
const bearsExactly = (
  ledger: RecordedLedger,
  [cell, day]: readonly [string, CivilDate],
  available: bigint,
): void => {
  if (available > 0n) {
    expect(ledger.would(spending(cell, day, available))).not.toBeInstanceOf(Failure);
  }
  for (const asked of [available + 1n, available + 5_000_000n]) {
    const refused = ledger.would(spending(cell, day, asked));
    expect(refused).toBeInstanceOf(Failure);
    expect(refused).toMatchObject({
      code: 'BUDGET_EXCEEDED',
      facts: { requested: amountOf(asked), available: amountOf(available) },
    });
  }
};

const places = fc.array(fc.tuple(fc.nat(997), fc.integer({ min: 1, max: 366 }).map(dayOfYear)), {
  minLength: 3,
  maxLength: 6,
});

/** Every chain has one stage: executed. */
const onlyExecuted = (steps: readonly Recipe[]): Recipe[] =>
  steps.map((step) => (step.kind === 'document' ? { ...step, other: 0 } : step));

describe('what a decision finds available', () => {
  it(
    'is the lowest that the views show from that day on, where every chain has one executed stage',
    () => {
      const tally = { attempted: 0, accepted: 0, positive: 0 };
      const property = fc.property(
        starts().map((start) => ({ ...start, level: 'cell' as const })),
        recipes([...byHand.filter((kind) => kind !== 'follow'), 'form']).map(onlyExecuted),
        places,
        (start, steps, asked) => {
          const ledger = keepBy(startedWith(start), steps);
          tally.attempted += ledger.attempted;
          tally.accepted += ledger.accepted;
          const cells = controlCells(ledger.records, 'cell');
          for (const [pick, day] of asked) {
            const cell = cells[pick % cells.length] ?? '';
            const lowest = lowestInViews(ledger, cell, day);
            if (lowest > 0n) tally.positive += 1;
            bearsExactly(ledger, [cell, day], lowest);
          }
        },
      );
      fc.assert(property, runs(40));
      expect(tally.accepted).toBeGreaterThan(tally.attempted * 0.7);
      expect(tally.positive).toBeGreaterThan(enough(60));
    },
    propertyTimeout,
  );

  it(
    'is what the oracle finds, at every level of control and with every stage',
    () => {
      const tally = { attempted: 0, accepted: 0, positive: 0 };
      const property = fc.property(
        starts(),
        recipes([...byHand, 'form']),
        places,
        (start, steps, asked) => {
          const ledger = keepBy(startedWith(start), steps);
          tally.attempted += ledger.attempted;
          tally.accepted += ledger.accepted;
          const level = levelOf(ledger.records);
          const cells = controlCells(ledger.records, 'cell');
          for (const [pick, day] of asked) {
            const cell = cells[pick % cells.length] ?? '';
            const control = controlCellOf(cell, level);
            const { cents } = availableFrom(ledger.records, level, control, day);
            if (cents > 0n) tally.positive += 1;
            bearsExactly(ledger, [cell, day], cents);
          }
        },
      );
      fc.assert(property, runs(60));
      expect(tally.accepted).toBeGreaterThan(tally.attempted * 0.7);
      expect(tally.positive).toBeGreaterThan(enough(100));
    },
    propertyTimeout,
  );
});
