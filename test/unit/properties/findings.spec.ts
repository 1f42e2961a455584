import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ControlLevel, LedgerRecord } from '../../../src/catalogue/events.ts';
import { Failure } from '../../../src/catalogue/failure.ts';
import type { Command } from '../../../src/domain/area-ledger/index.ts';
import type { Scope } from '../../../projections/figures.ts';
import { findingsOf } from '../../support/audited.ts';
import { dayOfYear, recipes, startedWith, starts } from '../../support/arbitraries.ts';
import { cutOf, cuts, everyKind } from '../../support/cuts.ts';
import { amountOf } from '../../support/oracle.ts';
import { availableByDay } from '../../support/oracle-control.ts';
import { at, grid, levelOf, lineIn } from '../../support/recipe-parts.ts';
import { keepBy } from '../../support/recipes.ts';
import type { RecordedLedger } from '../../support/recorded-ledger.ts';
import { enough, propertyTimeout, runs } from '../../support/runs.ts';

const acts: readonly LedgerRecord['type'][] = [
  ...(['LedgerOpened', 'PlanApproved', 'AdjustmentDocumented'] as const),
  ...(['FormTaken', 'ControlChanged'] as const),
];

const exceeding = ['USED_ABOVE_BUDGET', 'EXECUTED_WITHOUT_BUDGET'];

/** Documents of any amount, whatever there is: what control only warns of. */
const overspend = (ledger: RecordedLedger, picks: readonly number[]): void => {
  picks.forEach((pick, index) => {
    const day = dayOfYear((pick % 366) + 1);
    const document = { kind: 'EX', number: `${index}`, sequence: 1 };
    const lines = [lineIn(at(grid, pick) ?? '', pick, BigInt(pick) * 1_000n)];
    const command = (forms: object): Command => ({
      type: pick % 3 === 0 ? 'ReserveBudget' : 'ExecuteBudget',
      effectiveOn: day,
      data: { document, lines, ...forms },
    });
    if (ledger.attempt(command({})) instanceof Failure) {
      ledger.attempt(command({ forms: { beyond: null } }));
    }
  });
};

/** A cell of the control as the oracle names it. */
const keyOf = ({ activity, group, source }: Scope, level: ControlLevel): string => {
  if (level === 'ledger') return 'todo';
  const parts = level === 'activity' ? [activity] : [activity, group, source];
  return JSON.stringify(parts.map((part) => part ?? null));
};

const settings = { smallAmountMax: '500000.00', smallCountMin: 2, lateFrom: '06-01' };

describe('findings', () => {
  it(
    'are those of only the facts in force by the day and recorded by the revision, and name no other record',
    () => {
      const codes = new Set<string>();
      const property = fc.property(
        starts({ mode: 'warn' }),
        recipes(everyKind, { min: 10, max: 25 }),
        cuts,
        (start, steps, asked) => {
          const ledger = keepBy(startedWith(start), steps);
          for (const each of asked) {
            const { day, revision } = cutOf(ledger, each);
            const seen = ledger.records.filter(
              (record) =>
                record.revision <= revision &&
                (acts.includes(record.type) || record.effectiveOn <= day),
            );
            const found = findingsOf(ledger, day, { revision, settings });
            expect(found).toEqual(findingsOf({ records: seen }, day, { revision, settings }));
            const known = new Set(seen.map((record) => record.revision));
            for (const { code, origin } of found) {
              codes.add(code);
              expect(origin.revisions.filter((each_) => !known.has(each_))).toEqual([]);
            }
          }
        },
      );
      fc.assert(property, runs(40));
      expect(codes.size).toBeGreaterThan(enough(4));
    },
    propertyTimeout,
  );

  it(
    'name exactly the cells of the control that use more than they have',
    () => {
      const seen = { cells: 0, days: 0 };
      const property = fc.property(
        starts({ mode: 'warn' }),
        recipes([...everyKind, 'document', 'document', 'reduction'], { min: 10, max: 25 }),
        fc.array(fc.integer({ min: 1, max: 5_000 }), { minLength: 3, maxLength: 8 }),
        (start, steps, picks) => {
          const ledger = keepBy(startedWith(start), steps);
          overspend(ledger, picks);
          const level = levelOf(ledger.records);
          const balances = [...availableByDay(ledger.records, level)];
          const days = [...new Set(balances.map(([key]) => key.slice(-10)))];
          for (const day of days.filter((_, index) => index % 5 === 0)) {
            const exceeded = balances.filter(([key, balance]) => key.endsWith(day) && balance < 0n);
            const found = findingsOf(ledger, day).filter(({ code }) => exceeding.includes(code));
            seen.days += 1;
            seen.cells += found.length;
            expect(found.map(({ about }) => keyOf(about, level)).sort()).toEqual(
              exceeded.map(([key]) => key.slice(0, -11)).sort(),
            );
            for (const { about, facts } of found) {
              if (!('exceeded' in facts)) continue;
              const balance = new Map(balances).get(`${keyOf(about, level)} ${day}`) ?? 0n;
              expect(facts.exceeded).toBe(amountOf(-balance));
            }
          }
        },
      );
      fc.assert(property, runs(30));
      expect(seen.cells).toBeGreaterThan(enough(50));
    },
    propertyTimeout,
  );
});
