import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Failure } from '../../../src/catalogue/failure.ts';
import type { LedgerRecord } from '../../../src/catalogue/events.ts';
import { byHand, recipes, startedWith, starts } from '../../support/arbitraries.ts';
import { movesOf } from '../../support/oracle.ts';
import { availableByDay } from '../../support/oracle-control.ts';
import { levelOf } from '../../support/recipe-parts.ts';
import { commandFor, keepBy } from '../../support/recipes.ts';
import { enough, propertyTimeout, runs } from '../../support/runs.ts';
import { tentative } from '../../support/tentative.ts';

const summed = {
  vigente: ['original', 'distributed', 'adjustments'],
  executed: ['executed'],
  paid: ['paid'],
};

/** The cells and days on which vigente, executed or paid is below zero. */
const belowZero = (records: readonly LedgerRecord[]): string[] => {
  const moves = movesOf(records);
  const days = [...new Set(moves.map(({ day }) => day))];
  const cells = [...new Set(moves.map(({ cell }) => cell))];
  return Object.entries(summed).flatMap(([name, measures]) =>
    cells.flatMap((cell) => {
      const own = moves.filter((move) => move.cell === cell && measures.includes(move.measure));
      return days.flatMap((day) => {
        const balance = own
          .filter((move) => !(move.day > day))
          .reduce((sum, { cents }) => sum + cents, 0n);
        return balance < 0n ? [`${name} ${cell} ${day} = ${balance.toString()}`] : [];
      });
    }),
  );
};

const overspent = (records: readonly LedgerRecord[]): [string, bigint][] =>
  [...availableByDay(records, levelOf(records))].filter(([, cents]) => cents < 0n);

/** Whether a history overspends some cell on some day more than the one before it. */
const overspendsMore = (
  before: readonly LedgerRecord[],
  after: readonly LedgerRecord[],
): boolean => {
  const was = availableByDay(before, levelOf(before));
  return overspent(after).some(([key, cents]) => cents < (was.get(key) ?? 0n));
};

describe('a ledger whose control blocks throughout', () => {
  it(
    'is never overspent and never below zero, in no cell and on no day',
    () => {
      const tally = { attempted: 0, accepted: 0 };
      const property = fc.property(
        starts(),
        recipes([...byHand, 'withdraw', 'form', 'form']),
        (start, steps) => {
          const ledger = startedWith(start);
          for (const step of steps) {
            const before = ledger.accepted;
            keepBy(ledger, [step]);
            if (ledger.accepted === before) continue;
            expect(belowZero(ledger.records)).toEqual([]);
            expect(overspent(ledger.records)).toEqual([]);
          }
          tally.attempted += ledger.attempted;
          tally.accepted += ledger.accepted;
        },
      );
      fc.assert(property, runs(40));
      expect(tally.accepted).toBeGreaterThan(tally.attempted * 0.7);
    },
    propertyTimeout,
  );

  it(
    'refuses as exceeding the budget only what would overspend some cell on some day',
    () => {
      const tally = { refused: 0 };
      const greedy = recipes(
        ['document', 'document', 'document', 'follow', 'reduction', 'transfer', 'distribute'],
        { min: 10, max: 20 },
      );
      const property = fc.property(starts(), greedy, (start, steps) => {
        const ledger = startedWith(start);
        for (const step of steps) {
          const command = commandFor({ ...step, share: step.share * 3 }, ledger);
          if (command === null) continue;
          const before = [...ledger.records];
          const answer = ledger.attempt(command);
          const isRefused = answer instanceof Failure && answer.code === 'BUDGET_EXCEEDED';
          if (!isRefused) continue;
          tally.refused += 1;
          expect(overspendsMore(before, tentative(before, command))).toBe(true);
        }
      });
      fc.assert(property, runs(40));
      expect(tally.refused).toBeGreaterThan(enough(60));
    },
    propertyTimeout,
  );
});

describe('a ledger whose control changes', () => {
  it(
    'has vigente, executed and paid never below zero, in no cell and on no day',
    () => {
      const tally = { attempted: 0, accepted: 0, overspent: 0 };
      const property = fc.property(
        starts({ mode: 'warn' }),
        recipes([...byHand, 'withdraw', 'form', 'control']),
        (start, steps) => {
          const ledger = startedWith(start);
          for (const step of steps) {
            keepBy(ledger, [{ ...step, share: step.kind === 'document' ? 99 : step.share }]);
            expect(belowZero(ledger.records)).toEqual([]);
          }
          if (overspent(ledger.records).length > 0) tally.overspent += 1;
          tally.attempted += ledger.attempted;
          tally.accepted += ledger.accepted;
        },
      );
      fc.assert(property, runs(40));
      expect(tally.accepted).toBeGreaterThan(tally.attempted * 0.7);
      expect(tally.overspent).toBeGreaterThan(enough(0));
    },
    propertyTimeout,
  );
});
