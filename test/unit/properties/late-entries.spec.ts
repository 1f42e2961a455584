import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { defaultClassifiers } from '../../../src/catalogue/classifiers.ts';
import type { CivilDate } from '../../../src/catalogue/civil-date.ts';
import type { LedgerRecord } from '../../../src/catalogue/events.ts';
import { instantAt } from '../../../src/catalogue/instant.ts';
import type { Command } from '../../../src/domain/area-ledger/index.ts';
import {
  lateEntries,
  type Lateness,
  type LateEntries,
  reportedIn,
} from '../../../projections/late-entries/late-entries.ts';
import { closePeriod, issue, reopenPeriod } from '../../support/acts.ts';
import {
  byHand,
  dayOfYear,
  type Recipe,
  recipes,
  startedWith,
  starts,
} from '../../support/arbitraries.ts';
import { amountOf, type Move, movesOf } from '../../support/oracle.ts';
import { countsIn, oracleShown, sumOfMoves } from '../../support/oracle-rows.ts';
import { keepBy } from '../../support/recipes.ts';
import type { RecordedLedger } from '../../support/recorded-ledger.ts';
import { enough, propertyTimeout, runs } from '../../support/runs.ts';
import { Projected } from '../../support/views-of.ts';

const year = '2020-12-31' as CivilDate;

/** A ledger in which periods are closed and opened again, and reports are issued, between its entries. */
const keptWithReports = (ledger: RecordedLedger, steps: readonly Recipe[]): RecordedLedger => {
  steps.forEach((step, index) => {
    keepBy(ledger, [step]);
    const known = Math.floor((ledger.revision * step.share) / 100);
    const acts: readonly Command[] = [
      closePeriod(step.day),
      reopenPeriod(dayOfYear(1)),
      issue(`${index}`, step.day, known),
    ];
    const act = acts[step.other % 5];
    if (act !== undefined) ledger.attempt(act);
  });
  return ledger;
};

interface Covered {
  readonly day: string;
  readonly known: number;
  readonly isPeriod: boolean;
}

const coveredBy = (record: LedgerRecord): Covered[] => {
  const { type, data, revision } = record;
  if (type === 'PeriodClosed') return [{ day: data.through, known: revision, isPeriod: true }];
  if (type !== 'ReportIssued') return [];
  return [{ day: data.cutOff.effective, known: data.cutOff.known, isPeriod: false }];
};

const misses = ({ day, known }: Covered, move: Move): boolean =>
  move.revision > known && !(move.day > day);

/** Records of the late moves, with what each moves, in plain loops. */
const expectedOf = (moves: readonly Move[]) =>
  [...Map.groupBy(moves, ({ revision }) => revision)].map(([revision, own]) => ({
    revision,
    amounts: amountsOf(own),
  }));

const amountsOf = (moves: readonly Move[]): Record<string, string> =>
  Object.fromEntries(
    oracleShown.flatMap((measure) => {
      const own = moves.filter((move) => countsIn(measure, move));
      return own.length === 0 ? [] : [[measure, sumOfMoves(own)]];
    }),
  );

const lateIn = (projected: Projected, lateness: Lateness): LateEntries => {
  const { entries, register, records } = projected;
  const history = {
    entries,
    milestones: register.milestones,
    moments: records.map(({ recordedAt }) => recordedAt),
    zone: 'America/La_Paz',
    classifiers: defaultClassifiers,
  };
  const known = { revision: records.length - 1, recordedAt: instantAt(0) };
  return lateEntries(history, lateness, { effective: year, known });
};

const plainRows = ({ rows }: LateEntries) =>
  rows.map(({ revision, amounts }) => ({ revision, amounts }));

const tally = { closed: 0, reported: 0, since: 0 };

/** Groups add up to the whole, and what was reported is moved by exactly the rows that name it. */
const addsUp = ({ rows, reported }: LateEntries): void => {
  for (const { amounts, groups } of [...rows, ...reported]) {
    for (const [measure, amount] of Object.entries(amounts)) {
      const cents = groups.reduce((sum, { amounts: own }) => {
        const part = own[measure as keyof typeof own] ?? '0.00';
        return sum + BigInt(part.replace('.', ''));
      }, 0n);
      expect(amountOf(cents)).toBe(amount);
    }
  }
  for (const each of reported) {
    const own = rows.filter(({ moves }) =>
      moves.some(({ revision }) => revision === each.revision),
    );
    expect(own).toHaveLength(each.records);
  }
};

const holds = (projected: Projected): void => {
  const { records } = projected;
  const moves = movesOf(records);
  const covered = records.flatMap(coveredBy);
  const closed = moves.filter((move) =>
    covered.some((each) => each.isPeriod && misses(each, move)),
  );
  const late = lateIn(projected, { after: 'close' });
  expect(plainRows(late)).toEqual(expectedOf(closed));
  addsUp(late);
  tally.closed += late.rows.length;
  for (const reported of reportedIn(projected.register.milestones, records.length)) {
    if (reported.kind === 'period') continue;
    const { effective: day, known } = reported;
    const missed = moves.filter((move) => misses({ day, known, isPeriod: false }, move));
    const found = lateIn(projected, { after: 'report', reported });
    expect(plainRows(found)).toEqual(expectedOf(missed));
    const own = found.reported.find(({ revision }) => revision === reported.revision);
    expect(own?.amounts ?? {}).toEqual(amountsOf(missed));
    addsUp(found);
    tally.reported += found.rows.length;
  }
};

describe('late entries', () => {
  it(
    'are those of the oracle, after a closing, a report or a moment, with what they move',
    () => {
      const property = fc.property(
        starts(),
        recipes([...byHand, 'reverse', 'form'], { min: 10, max: 25 }),
        fc.nat(99),
        (start, steps, part) => {
          const { records } = keptWithReports(startedWith(start), steps);
          const projected = new Projected(records);
          holds(projected);
          const revision = Math.floor(((records.length - 1) * part) / 99);
          const day = '2020-09-13' as CivilDate;
          const since = lateIn(projected, { after: 'moment', revision, day });
          const moves = movesOf(records).filter(
            (move) => move.revision > revision && !(move.day > day),
          );
          expect(plainRows(since)).toEqual(expectedOf(moves));
          tally.since += since.rows.length;
        },
      );
      fc.assert(property, runs(60));
      expect(Math.min(...Object.values(tally))).toBeGreaterThan(enough(50));
    },
    propertyTimeout,
  );
});
