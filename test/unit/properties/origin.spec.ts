import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { defaultClassifiers } from '../../../src/catalogue/classifiers.ts';
import type { CivilDate } from '../../../src/catalogue/civil-date.ts';
import { instantAt } from '../../../src/catalogue/instant.ts';
import type { Figures, Scope } from '../../../projections/figures.ts';
import { type OriginMeasure, originMeasures, termsOf } from '../../../projections/origin/cell.ts';
import { linesOf, originOf, type OriginSum } from '../../../projections/origin/origin.ts';
import { byHand, dayOfYear, recipes, startedWith, starts } from '../../support/arbitraries.ts';
import { amountOf, centsOf, isSeen, movesOf, type OracleCut } from '../../support/oracle.ts';
import { keepBy } from '../../support/recipes.ts';
import { wholePlan } from '../../support/reference-arbitraries.ts';
import { enough, propertyTimeout, runs } from '../../support/runs.ts';
import { Projected } from '../../support/views-of.ts';

type Cell = readonly [Scope, Figures];

/** Every row of every view by its dimensions, totals too. */
const cellsOf = (projected: Projected, cut: OracleCut): Cell[] => {
  const { activity, group, overall } = projected.views(cut);
  return [
    ...activity.rows.flatMap((row): Cell[] => [
      [{ activity: row.activity }, row],
      ...row.groups.flatMap((inner): Cell[] => [
        [{ activity: row.activity, group: inner.group }, inner],
        ...inner.sources.map((each): Cell => [
          { activity: row.activity, group: inner.group, source: each.source },
          each,
        ]),
      ]),
    ]),
    ...group.rows.map((row): Cell => [{ group: row.group }, row]),
    ...overall.rows.map((row): Cell => [{ source: row.source }, row]),
    [{}, overall.total],
  ];
};

const less = (whole: string | null, part: string | null): string | null =>
  whole === null || part === null ? null : amountOf(centsOf(whole) - centsOf(part));

/** What a view shows, or would show where it were a column of it. */
const shownIn = (row: Figures, measure: OriginMeasure): readonly (string | null)[] => {
  switch (measure) {
    case 'executionRate':
      return [row.executed, row.current];
    case 'uncommitted':
      return [less(row.current, row.committed)];
    case 'unexecuted':
      return [less(row.current, row.executed)];
    case 'unpaid':
      return [less(row.executed, row.paid)];
    default:
      return [row[measure]];
  }
};

const originIn = (projected: Projected, scope: Scope, cut: OracleCut, measure: OriginMeasure) => {
  const { entries } = projected;
  const lines = linesOf(entries, { scope, isOfActivities: false }, defaultClassifiers);
  const known = { revision: cut.revision, recordedAt: instantAt(0) };
  const sides = { effective: cut.day as CivilDate, known };
  return termsOf(measure).map((term) => originOf(entries, sides, lines, term));
};

const tally = { entries: 0, later: 0, both: 0, unknown: 0 };

/** The running total is the sum so far, and the last one is the cell. */
const addsUp = ({ amount, entries }: OriginSum, shown: string | null): void => {
  let running = 0n;
  for (const entry of entries) {
    running += centsOf(entry.amount);
    expect(entry.running).toBe(amountOf(running));
    tally.entries += 1;
  }
  expect(amount).toBe(amountOf(running));
  if (shown === null) tally.unknown += 1;
  else expect(amount).toBe(shown);
};

const isOf = ({ activity, group, source }: Scope, cell: string): boolean => {
  const own = JSON.parse(cell) as (string | null)[];
  return [activity, group, source].every((part, at) => part === undefined || part === own[at]);
};

/** All moves of the cell are in it or later, never both, and later ones say why. */
const isWhole = (projected: Projected, scope: Scope, cut: OracleCut): void => {
  const [origin] = originIn(projected, scope, cut, 'executed');
  const moves = movesOf(projected.records).filter(
    (move) => move.measure === 'executed' && isOf(scope, move.cell),
  );
  const seen = moves.filter((move) => isSeen(move, cut));
  expect(origin?.entries.map(({ revision, amount }) => [revision, amount]).sort()).toEqual(
    seen.map(({ revision, cents }) => [revision, amountOf(cents)]).sort(),
  );
  const waiting = Map.groupBy(
    moves.filter((move) => !isSeen(move, cut)),
    ({ revision }) => revision,
  );
  const expected = [...waiting].flatMap(([revision, own]) => {
    const cents = own.reduce((sum, move) => sum + move.cents, 0n);
    const reasons = [
      ...(own.some(({ day }) => day > cut.day) ? ['effectiveLater'] : []),
      ...(revision > cut.revision ? ['recordedLater'] : []),
    ];
    tally.later += 1;
    if (reasons.length === 2) tally.both += 1;
    return cents === 0n ? [] : [{ revision, amount: amountOf(cents), reasons }];
  });
  expect(origin?.later).toEqual(expected);
};

describe('the origin of a figure', () => {
  it(
    'sums to the cell in every measure of every row of every view, saldos and rates too',
    () => {
      const property = fc.property(
        fc.boolean(),
        starts(),
        recipes([...byHand, 'reverse', 'form', 'correct']),
        fc.array(fc.tuple(fc.integer({ min: 1, max: 366 }), fc.nat(99)), {
          minLength: 2,
          maxLength: 3,
        }),
        (isWholePlan, start, steps, cuts) => {
          const begun = isWholePlan ? wholePlan(start.amounts) : startedWith(start);
          const projected = new Projected(keepBy(begun, steps).records);
          for (const [number, part] of cuts) {
            const revision = Math.floor(((projected.records.length - 1) * part) / 99);
            const cut = { day: dayOfYear(number), revision };
            for (const [scope, row] of cellsOf(projected, cut)) {
              isWhole(projected, scope, cut);
              for (const measure of originMeasures) {
                const shown = shownIn(row, measure);
                originIn(projected, scope, cut, measure).forEach((sum, at) => {
                  addsUp(sum, shown[at] ?? null);
                });
              }
            }
          }
        },
      );
      fc.assert(property, runs(20));
      expect(Math.min(...Object.values(tally))).toBeGreaterThan(enough(50));
    },
    propertyTimeout,
  );
});
