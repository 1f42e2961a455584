import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { LedgerRecord } from '../../../src/catalogue/events.ts';
import type { CivilDate } from '../../../src/catalogue/civil-date.ts';
import { defaultClassifiers } from '../../../src/catalogue/classifiers.ts';
import { instantAt } from '../../../src/catalogue/instant.ts';
import {
  type Replay,
  replay,
  type ReplayOrder,
  replayOrders,
  replaySteps,
  type ReplayUnit,
} from '../../../projections/replay/replay.ts';
import { byHand, dayOfYear, recipes, startedWith, starts } from '../../support/arbitraries.ts';
import { centsOf, movesOf, type OracleCut, sumsBy } from '../../support/oracle.ts';
import { keepBy } from '../../support/recipes.ts';
import { wholePlan } from '../../support/reference-arbitraries.ts';
import { enough, propertyTimeout, runs } from '../../support/runs.ts';
import { Projected, sorted } from '../../support/views-of.ts';

const replayed = (
  records: readonly LedgerRecord[],
  cut: OracleCut,
  asked: { order: ReplayOrder; unit: ReplayUnit; from?: number },
): Replay => {
  const known = { revision: cut.revision, recordedAt: instantAt(0) };
  const cutOff = { effective: cut.day as CivilDate, known };
  return replay(records, asked, {
    cutOff,
    classifiers: defaultClassifiers,
    zone: 'America/La_Paz',
  });
};

/** All changes together, in the words of the oracle. */
const changedBy = ({ steps }: Replay): Map<string, bigint> => {
  const sums = new Map<string, bigint>();
  for (const { activity, group, source, measure, amount } of steps.flatMap(
    (step) => step.changes,
  )) {
    const key = `${measure} ${JSON.stringify([activity, group, source])}`;
    sums.set(key, (sums.get(key) ?? 0n) + centsOf(amount));
  }
  for (const [key, cents] of sums) if (cents === 0n) sums.delete(key);
  return sums;
};

/** Where the last change of each cell left it. */
const leftBy = ({ steps }: Replay): Map<string, bigint> => {
  const left = new Map<string, bigint>();
  for (const { activity, group, source, measure, balance } of steps.flatMap(
    (step) => step.changes,
  )) {
    left.set(`${measure} ${JSON.stringify([activity, group, source])}`, centsOf(balance));
  }
  for (const [key, cents] of left) if (cents === 0n) left.delete(key);
  return left;
};

/** The cut-off that a step stands for: what was recorded by its last record, or in force by its day. */
const cutAfter = (
  { revisions, period }: Replay['steps'][number],
  order: ReplayOrder,
  { day, revision }: OracleCut,
): OracleCut =>
  order === 'recorded' ? { day, revision: Math.max(...revisions) } : { day: period, revision };

const tally = { steps: 0, started: 0 };

const holds = (projected: Projected, cut: OracleCut, order: ReplayOrder): void => {
  const { records } = projected;
  const expected = sumsBy(movesOf(records), cut, ({ measure, cell }) => `${measure} ${cell}`);
  const { overall } = projected.views(cut);
  for (const unit of replaySteps) {
    const found = replayed(records, cut, { order, unit });
    expect(found.steps.at(-1)?.total).toEqual(overall.total);
    expect(sorted(changedBy(found))).toEqual(sorted(expected));
    expect(sorted(leftBy(found))).toEqual(sorted(expected));
  }
  // every step of records, and every whole day, is a cut-off of its own
  const unit = order === 'recorded' ? 'event' : 'day';
  for (const step of replayed(records, cut, { order, unit }).steps) {
    const after = cutAfter(step, order, cut);
    if (after.day > cut.day || after.revision < 3) continue;
    tally.steps += 1;
    expect(step.total).toEqual(projected.views(after).overall.total);
  }
};

/** Begun anywhere, the rest is the same, and what comes before it is in the opening. */
const startsAnywhere = (projected: Projected, cut: OracleCut, order: ReplayOrder): void => {
  const { steps } = replayed(projected.records, cut, { order, unit: 'event' });
  for (const at of [1, Math.floor(steps.length / 2), steps.length - 1]) {
    const [from] = steps[at]?.revisions ?? [];
    if (from === undefined) continue;
    tally.started += 1;
    const later = replayed(projected.records, cut, { order, unit: 'event', from });
    expect(later.steps).toEqual(steps.slice(at));
    expect(later.opening).toEqual(steps[at - 1]?.total);
  }
};

describe('a replay', () => {
  it(
    'ends with the figures of the view, and every step shows those of its own cut-off',
    () => {
      const property = fc.property(
        fc.boolean(),
        starts(),
        recipes([...byHand, 'reverse', 'form', 'correct', 'control']),
        fc.array(fc.tuple(fc.integer({ min: 30, max: 366 }), fc.integer({ min: 40, max: 99 })), {
          minLength: 2,
          maxLength: 3,
        }),
        (isWholePlan, start, recipesOf, cuts) => {
          const begun = isWholePlan ? wholePlan(start.amounts) : startedWith(start);
          const projected = new Projected(keepBy(begun, recipesOf).records);
          for (const [number, part] of cuts) {
            const revision = Math.floor(((projected.records.length - 1) * part) / 99);
            const cut = { day: dayOfYear(number), revision };
            for (const order of replayOrders) {
              holds(projected, cut, order);
              startsAnywhere(projected, cut, order);
            }
          }
        },
      );
      fc.assert(property, runs(30));
      expect(Math.min(...Object.values(tally))).toBeGreaterThan(enough(200));
    },
    propertyTimeout,
  );
});
