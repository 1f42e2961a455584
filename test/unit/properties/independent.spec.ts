import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Command } from '../../../src/domain/area-ledger/index.ts';
import { type Recipe, recipes, startedWith, starts } from '../../support/arbitraries.ts';
import { balancesByLine } from '../../support/oracle.ts';
import { commandFor } from '../../support/recipes.ts';
import { enough, propertyTimeout, runs } from '../../support/runs.ts';
import { Projected, sorted } from '../../support/views-of.ts';

/** An entry of its own name or document, so that none continues another. */
const ownEntry = (command: Command, index: number): Command => {
  if (command.type === 'AdjustBudget') {
    return { ...command, data: { ...command.data, name: `AJUSTE ${index}` } };
  }
  if (!('document' in command.data)) return command;
  const document = { kind: 'C31', number: `${index}`, sequence: 1 };
  return { ...command, data: { ...command.data, document } } as Command;
};

/** Each takes a small part of what stands there at the start: together they never take it all. */
const entriesOn = (ledger: ReturnType<typeof startedWith>, steps: readonly Recipe[]): Command[] =>
  steps.flatMap((step, index) => {
    const command = commandFor({ ...step, share: (step.share % 5) + 1 }, ledger);
    return command === null ? [] : [ownEntry(command, index)];
  });

const kinds = [
  'additional',
  'reduction',
  'transfer',
  'distribute',
  'document',
  'document',
] as const;

describe('facts that do not depend on each other', () => {
  it(
    'give equal money on every day in any order of recording',
    () => {
      const tally = { entries: 0 };
      const property = fc.property(
        starts().chain((start) =>
          recipes(kinds, { min: 4, max: 16 }).chain((steps) => {
            const entries = entriesOn(startedWith(start), steps);
            const shuffled = fc.shuffledSubarray(entries, { minLength: entries.length });
            return fc.tuple(fc.constant({ start, entries }), fc.array(shuffled, { minLength: 2 }));
          }),
        ),
        ([{ start, entries }, orders]) => {
          tally.entries += entries.length;
          const ledger = startedWith(start).take(...entries);
          const days = [...new Set(ledger.records.map(({ effectiveOn }) => effectiveOn))];
          for (const order of orders) {
            const other = startedWith(start).take(...order);
            const projected = new Projected(other.records);
            for (const day of days) {
              const cut = { day, revision: other.revision };
              expect(sorted(projected.byLine(cut))).toEqual(
                sorted(balancesByLine(ledger.records, { ...cut, revision: ledger.revision })),
              );
            }
          }
        },
      );
      fc.assert(property, runs(40));
      expect(tally.entries).toBeGreaterThan(enough(150));
    },
    propertyTimeout,
  );
});
