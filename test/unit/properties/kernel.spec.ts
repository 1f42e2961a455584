import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { civilDate } from '../../../src/catalogue/civil-date.ts';
import { defaultClassifiers } from '../../../src/catalogue/classifiers.ts';
import type { LedgerRecord } from '../../../src/catalogue/events.ts';
import { instantAt } from '../../../src/catalogue/instant.ts';
import { dayNumber } from '../../../src/timeline/timeline.ts';
import { balancesByScan } from '../../../projections/balances.ts';
import { classifiedLines } from '../../../projections/classified-lines.ts';
import { type Entries, foldEntries, measures, noEntries } from '../../../projections/entries.ts';
import { Kernel } from '../../../projections/kernel.ts';
import { dayOfYear } from '../../support/arbitraries.ts';
import { enough, propertyTimeout, runs } from '../../support/runs.ts';

/** What one record moves: a day of its own, whenever it is recorded, and some lines. */
interface Moved {
  readonly type: string;
  readonly day: number;
  readonly lines: readonly (readonly [number, number, number, number])[];
}

const types = [
  'BudgetProgrammed',
  'BudgetDistributed',
  'BudgetAdjusted',
  'BudgetReserved',
  'BudgetCommitted',
  'BudgetExecuted',
  'BudgetPaid',
  'PeriodClosed',
];
const objects = ['10000', '20000', '23400', null];
const sources = ['10', '41', 'TGN', null];

const moved: fc.Arbitrary<Moved> = fc.record({
  type: fc.constantFrom(...types),
  day: fc.integer({ min: 1, max: 366 }),
  lines: fc.array(
    fc.tuple(fc.nat(4), fc.nat(3), fc.nat(3), fc.integer({ min: -99_999, max: 99_999 })),
    { maxLength: 3 },
  ),
});

const amountOf = (cents: number): string => (cents / 100).toFixed(2);

const recordOf = ({ type, day, lines }: Moved, revision: number): LedgerRecord => {
  const moves = lines.map(([activity, object, source, cents]) => ({
    activity: activity === 4 ? null : `11.0${activity}`,
    amounts: [[objects[object] ?? null, sources[source] ?? null, amountOf(cents)]],
  }));
  return { type, revision, effectiveOn: dayOfYear(day), data: { lines: moves } } as never;
};

const recordedBy = ({ revisions, size }: Entries, revision: number): number =>
  revisions.subarray(0, size).filter((each) => each <= revision).length;

const classifiers = defaultClassifiers;

/** Everything that a kernel says at a cut-off. */
const saidBy = (kernel: Kernel, entries: Entries, day: string, revision: number) => {
  const seen = kernel.seenAt(dayNumber(civilDate(day)), recordedBy(entries, revision));
  const sums = kernel.lineSums(seen);
  const lines = [...sums];
  kernel.reuse(sums);
  return {
    lines,
    classes: [...kernel.rolledUp(seen, classifiedLines(entries.lines, classifiers))],
    has: measures.map((_, measure) => kernel.has(seen, measure)),
  };
};

const saidByScan = (entries: Entries, day: string, revision: number) => {
  const known = { revision, recordedAt: instantAt(0) };
  const { cells, rolledUp, has } = balancesByScan(entries, { effective: civilDate(day), known });
  return {
    lines: [...cells],
    classes: [...rolledUp(classifiedLines(entries.lines, classifiers))],
    has: measures.map((measure) => has(measure)),
  };
};

/** The same zero, whatever sign it has from being taken away. */
const unsigned = <Said extends { lines: number[]; classes: number[] }>(said: Said): Said => ({
  ...said,
  lines: said.lines.map((each) => each + 0),
  classes: said.classes.map((each) => each + 0),
});

const cuts = fc.array(fc.tuple(fc.integer({ min: 1, max: 366 }), fc.nat(99)), {
  minLength: 3,
  maxLength: 6,
});
const histories = fc.array(fc.tuple(fc.array(moved, { minLength: 1, maxLength: 25 }), cuts), {
  minLength: 1,
  maxLength: 6,
});

/** Blocks so small and checkpoints so many that a short history has all of them. */
const sizes = fc.record({
  blockSize: fc.integer({ min: 1, max: 16 }),
  bytesPerEntry: fc.record({
    lines: fc.constantFrom(0, 100, 2_000, 100_000),
    rolledUp: fc.constantFrom(0, 100, 10_000),
  }),
});

describe('The kernel', () => {
  it(
    'says what a look at every entry says, at any day and revision, however the history grows',
    () => {
      const tally = { withCheckpoints: 0, late: 0 };
      const property = fc.property(histories, sizes, (steps, asked) => {
        const entries = noEntries(1);
        const kernel = new Kernel(entries, asked);
        let revision = -1;
        let latest = 0;
        for (const [records, cutOffs] of steps) {
          for (const record of records) {
            revision += 1;
            foldEntries(entries, recordOf(record, revision));
            if (record.day < latest) tally.late += 1;
            latest = Math.max(latest, record.day);
          }
          for (const [day, part] of cutOffs) {
            const known = Math.floor(((revision + 1) * part) / 99) - 1;
            const said = saidBy(kernel, entries, dayOfYear(day), known);
            expect(unsigned(said)).toEqual(unsigned(saidByScan(entries, dayOfYear(day), known)));
          }
          if (kernel.bytes > entries.size * 100) tally.withCheckpoints += 1;
        }
      });
      fc.assert(property, runs(150));
      expect(tally.late).toBeGreaterThan(enough(500));
      expect(tally.withCheckpoints).toBeGreaterThan(enough(50));
    },
    propertyTimeout,
  );
});
