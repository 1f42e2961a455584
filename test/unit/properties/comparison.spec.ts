import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type {
  Comparison,
  Difference,
  Explainable,
} from '../../../projections/comparison/comparison.ts';
import type { RowLabel } from '../../../projections/comparison/compared-rows.ts';
import type { Money } from '../../../projections/figure-measures.ts';
import type { Figures } from '../../../projections/figures.ts';
import { byHand, recipes, startedWith, starts } from '../../support/arbitraries.ts';
import { compared } from '../../support/compared.ts';
import { amountOf, centsOf, type OracleCut } from '../../support/oracle.ts';
import {
  cutOfReference,
  differingMoves,
  type DifferingMove,
} from '../../support/oracle-references.ts';
import { countsIn, isIn, isOfPlan, oracleShown } from '../../support/oracle-rows.ts';
import { keepBy } from '../../support/recipes.ts';
import { references, textOf, wholePlan } from '../../support/reference-arbitraries.ts';
import { enough, propertyTimeout, runs } from '../../support/runs.ts';
import { Projected } from '../../support/views-of.ts';

const levels = ['activity', 'group', 'overall'] as const;
const parts = ['newFacts', 'lateRecorded', 'corrections'] as const;

const sumOf = (moves: readonly DifferingMove[]): string =>
  amountOf(moves.reduce((sum, { change }) => sum + change, 0n));

const tally = { newFacts: 0, lateRecorded: 0, corrections: 0, unknown: 0, explained: 0, plans: 0 };

/** Difference and parts are those of the oracle, and what is not known is so on one side at least. */
const agrees = (row: RowLabel & Difference, moves: readonly DifferingMove[]): void => {
  for (const measure of oracleShown) {
    const own = moves.filter((move) => isIn(row, move) && countsIn(measure, move));
    const isKnown = row.from[measure] !== null && row.to[measure] !== null;
    const expected = (part: readonly DifferingMove[]) => (isKnown ? sumOf(part) : null);
    if (!isKnown) tally.unknown += 1;
    expect(row.difference[measure]).toBe(expected(own));
    for (const part of parts) {
      const ofPart = own.filter((move) => move.part === part);
      if (isKnown && ofPart.length > 0) tally[part] += 1;
      expect(row[part][measure]).toBe(expected(ofPart));
    }
    expect(row.unexplained[measure]).toBe(isKnown ? '0.00' : null);
  }
};

/** Each record once in a row, in one part, with what the oracle finds of it there. */
const isExplained = (
  { row, explanation }: Explainable<RowLabel & Difference>,
  moves: readonly DifferingMove[],
): void => {
  const records = explanation();
  const revisions = records.map(({ revision }) => revision);
  expect(revisions).toEqual([...new Set(revisions)].sort((one, other) => one - other));
  const expected = [...Map.groupBy(moves, ({ revision }) => revision)].flatMap(
    ([revision, own]) => {
      const amounts = oracleShown.flatMap((measure) => {
        const moved = own.filter((move) => isIn(row, move) && countsIn(measure, move));
        const amount = sumOf(moved);
        const isShown = row.difference[measure] !== null && amount !== '0.00';
        return isShown ? [[measure, amount] as const] : [];
      });
      const { part } = own[0] ?? {};
      return amounts.length === 0 ? [] : [{ revision, part, amounts: Object.fromEntries(amounts) }];
    },
  );
  tally.explained += expected.length;
  expect(records).toEqual(expected);
};

const negated = (amount: string | null): string | null =>
  amount === null ? null : amountOf(-centsOf(amount));

const turned = ({ row, explanation }: Explainable<RowLabel & Difference>) => {
  const { from, to, difference, newFacts, lateRecorded, corrections, unexplained, ...label } = row;
  const negative = (money: Partial<Record<string, string | null>>) =>
    Object.fromEntries(Object.entries(money).map(([key, each]) => [key, negated(each ?? null)]));
  return {
    ...label,
    from: to,
    to: from,
    difference: negative(difference),
    newFacts: negative(newFacts),
    lateRecorded: negative(lateRecorded),
    corrections: negative(corrections),
    unexplained: negative(unexplained),
    explanation: explanation().map(({ amounts, ...own }) => ({
      ...own,
      amounts: negative(amounts),
    })),
  };
};

const plainly = ({ row, explanation }: Explainable<RowLabel & Difference>) => ({
  ...row,
  explanation: explanation(),
});

const eachOf = ({ rows, total }: Comparison): Explainable<RowLabel & Difference>[] => [
  ...rows,
  total,
];

/** The row of the view at a cut-off, where the view has it. */
const viewedAt = (projected: Projected, label: RowLabel, cut: OracleCut): Figures | undefined => {
  const { activity, group, overall } = projected.views(cut);
  if ('activity' in label) return activity.rows.find((row) => row.activity === label.activity);
  if ('group' in label) return group.rows.find((row) => row.group === label.group);
  if ('source' in label) return overall.rows.find((row) => row.source === label.source);
  return overall.total;
};

/** A side shows what the view shows there; the original knows of no stage, and of no vigente where it is not known. */
const isOfView = (side: Money, viewed: Figures, isOriginal: boolean): void => {
  for (const measure of oracleShown) {
    const isNull = isOriginal && (!isOfPlan(measure) || viewed.original === null);
    expect(side[measure]).toBe(isNull ? null : viewed[measure]);
  }
  if (isOriginal && viewed.original !== null) tally.plans += 1;
};

const areOfViews = (
  projected: Projected,
  { row }: Explainable<RowLabel & Difference>,
  texts: readonly [string, string],
): void => {
  const sides = [row.from, row.to] as const;
  for (const [index, text] of texts.entries()) {
    const viewed = viewedAt(projected, row, cutOfReference(projected.records, text));
    const side = sides[index];
    if (viewed !== undefined && side !== undefined) isOfView(side, viewed, text === 'original');
  }
};

const holdsAt = (
  projected: Projected,
  texts: readonly [string, string],
  by: (typeof levels)[number],
): void => {
  const [from, to] = texts.map((text) => cutOfReference(projected.records, text)) as [
    OracleCut,
    OracleCut,
  ];
  const moves = differingMoves(projected.records, from, to);
  const found = eachOf(compared(projected, texts, by));
  for (const each of found) {
    agrees(each.row, moves);
    isExplained(each, moves);
    areOfViews(projected, each, texts);
  }
  const back = eachOf(compared(projected, [texts[1], texts[0]], by));
  expect(back.map(plainly)).toEqual(found.map(turned));
  const rows = found.slice(0, -1);
  for (const move of moves) expect(rows.filter(({ row }) => isIn(row, move))).toHaveLength(1);
};

describe('a comparison of two references', () => {
  it(
    'is explained by the entries of the oracle, each in one part, and turns with its references',
    () => {
      const property = fc.property(
        fc.boolean(),
        starts(),
        recipes([...byHand, 'reverse', 'reverse', 'form', 'correct', 'control', 'withdraw']),
        references,
        (isWhole, start, steps, asked) => {
          const begun = isWhole ? wholePlan(start.amounts) : startedWith(start);
          const { records } = keepBy(begun, steps);
          const texts = asked.map((each) => textOf(each, records));
          const projected = new Projected(records);
          for (let index = 0; index + 1 < texts.length; index += 2) {
            const pair = [texts[index] ?? '', texts[index + 1] ?? ''] as const;
            for (const by of levels) holdsAt(projected, pair, by);
          }
        },
      );
      fc.assert(property, runs(40));
      expect(Math.min(...Object.values(tally))).toBeGreaterThan(enough(50));
    },
    propertyTimeout,
  );
});
