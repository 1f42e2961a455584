import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CivilDate } from '../../../src/catalogue/civil-date.ts';
import type { LedgerRecord, Stage } from '../../../src/catalogue/events.ts';
import { recipes, startedWith, starts } from '../../support/arbitraries.ts';
import { movesOf } from '../../support/oracle.ts';
import { availableFrom, controlCells, lowestVigente } from '../../support/oracle-control.ts';
import { keepBy } from '../../support/recipes.ts';
import type { RecordedLedger } from '../../support/recorded-ledger.ts';
import { enough, propertyTimeout, runs } from '../../support/runs.ts';
import { Projected } from '../../support/views-of.ts';

const stages: readonly Stage[] = ['paid', 'executed', 'committed', 'reserved'];
const yearEnd = '2020-12-31' as CivilDate;

/** What reversals have left of an entry. */
const leftOf = (records: readonly LedgerRecord[], revision: number): bigint => {
  const own = records.flatMap((record) =>
    record.revision === revision ||
    (record.type === 'EntryReversed' && record.data.reverses === revision)
      ? [record.revision]
      : [],
  );
  return movesOf(records)
    .filter((move) => own.includes(move.revision))
    .reduce((sum, { cents }) => sum + cents, 0n);
};

/** Reverses the stages of all documents, the last stage first, on the last day. */
const reverseAll = (ledger: RecordedLedger): number => {
  const reversed = new Set<number>();
  for (const stage of stages) {
    for (const { measure, revision } of movesOf(ledger.records)) {
      const isReversal = ledger.records[revision]?.type === 'EntryReversed';
      if (measure !== stage || isReversal || leftOf(ledger.records, revision) === 0n) continue;
      ledger.take({
        type: 'ReverseEntry',
        effectiveOn: yearEnd,
        data: { reverses: revision, reason: 'se anula todo' },
      });
      reversed.add(revision);
    }
  }
  return reversed.size;
};

describe('reversing every stage of a ledger of documents', () => {
  it(
    'leaves nothing reserved, committed, executed, paid or used',
    () => {
      const tally = { reversed: 0 };
      const property = fc.property(
        starts(),
        recipes(['document', 'document', 'follow', 'follow', 'reverse', 'transfer']),
        (start, steps) => {
          const ledger = keepBy(startedWith(start), steps);
          tally.reversed += reverseAll(ledger);
          const balances = new Projected(ledger.records).byLine({
            day: yearEnd,
            revision: ledger.revision,
          });
          const left = [...balances.keys()].filter((key) =>
            stages.some((stage) => key.startsWith(`["${stage}"`)),
          );
          expect(left).toEqual([]);
          for (const cell of controlCells(ledger.records, 'cell')) {
            const { cents } = availableFrom(ledger.records, 'cell', cell, yearEnd);
            expect(cents).toBe(lowestVigente(ledger.records, cell, yearEnd));
          }
        },
      );
      fc.assert(property, runs(60));
      expect(tally.reversed).toBeGreaterThan(enough(200));
    },
    propertyTimeout,
  );
});
