import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { LedgerRecord } from '../../../src/catalogue/events.ts';
import type { Figures } from '../../../projections/figures.ts';
import { byHand, dayOfYear, recipes, startedWith, starts } from '../../support/arbitraries.ts';
import {
  activityOfCell,
  amountOf,
  centsOf,
  columnOfCell,
  isSeen,
  type Move,
  movesOf,
  type OracleCut,
} from '../../support/oracle.ts';
import { keepBy } from '../../support/recipes.ts';
import { enough, propertyTimeout, runs } from '../../support/runs.ts';
import { Projected, type Views } from '../../support/views-of.ts';

const plan = ['original', 'distributed', 'adjustments'] as const;
const shown = [...plan, 'current', 'reserved', 'committed', 'executed', 'paid'] as const;

const tally = { attempted: 0, accepted: 0, known: 0, unknown: 0 };

/** Rows give their total in every measure that all of them know. */
const addUp = (rows: readonly Figures[], total: Figures): void => {
  for (const measure of shown) {
    const known = rows.flatMap((row) => row[measure] ?? []);
    if (known.length < rows.length || total[measure] === null) continue;
    const sum = known.reduce((all, each) => all + centsOf(each), 0n);
    expect({ measure, sum: amountOf(sum) }).toEqual({ measure, sum: total[measure] });
  }
};

const sumOf = (moves: readonly Move[], measure: string): bigint => {
  const measures: readonly string[] = measure === 'current' ? plan : [measure];
  return moves
    .filter((move) => measures.includes(move.measure))
    .reduce((sum, { cents }) => sum + cents, 0n);
};

/** Half up to two places, null where nothing is programmed; inside a command it may be below zero. */
const rateOf = (executed: bigint, current: bigint): string | null => {
  if (current === 0n) return null;
  const isNegative = executed < 0n !== current < 0n;
  const [part, whole] = [executed, current].map((each) => (each < 0n ? -each : each));
  const rate = ((part ?? 0n) * 20_000n + (whole ?? 1n)) / (2n * (whole ?? 1n));
  return amountOf(isNegative ? -rate : rate);
};

/** What a row shows is what the oracle finds there, in every measure that the row knows. */
const agree = (row: Figures, moves: readonly Move[]): void => {
  const expected = Object.fromEntries(
    shown.map((measure) => [
      measure,
      row[measure] === null ? null : amountOf(sumOf(moves, measure)),
    ]),
  );
  const rate = rateOf(sumOf(moves, 'executed'), sumOf(moves, 'current'));
  expect({ ...row, ...expected, executionRate: rate }).toEqual(row);
};

/** Which measures the whole must know and which it cannot. */
const agreeOnWhatIsKnown = (
  { total }: Views['overall'],
  moves: readonly Move[],
  hasForms: boolean,
): void => {
  const isOriginalKnown = moves.some(({ measure }) => measure === 'original');
  for (const measure of plan) expect(total[measure] !== null).toBe(isOriginalKnown);
  for (const stage of ['reserved', 'committed', 'paid'] as const) {
    const isKnown = !hasForms || moves.some(({ measure }) => measure === stage);
    expect(total[stage] !== null).toBe(isKnown);
    tally[isKnown ? 'known' : 'unknown'] += 1;
  }
};

const inCell =
  (activity: string | null, group: string | null, source: string | null) =>
  ({ cell }: Move): boolean =>
    cell === JSON.stringify([activity, group, source]);

const agreeByActivity = ({ rows, total }: Views['activity'], moves: readonly Move[]): void => {
  addUp(rows, total);
  for (const row of rows) {
    agree(
      row,
      moves.filter(({ cell }) => activityOfCell(cell) === row.activity),
    );
    addUp(row.groups, row);
    for (const group of row.groups) {
      addUp(group.sources, group);
      for (const each of group.sources) {
        agree(each, moves.filter(inCell(row.activity, group.group, each.source)));
      }
    }
  }
};

const agreeOnForm = (
  { rows, total, withoutSource }: Views['form'],
  moves: readonly Move[],
): void => {
  const given = moves.filter(({ activity }) => activity !== null);
  const column = (source: 'TGN' | 'OTRAS' | null, measure: string): string =>
    amountOf(
      sumOf(
        given.filter(({ cell }) => columnOfCell(cell) === source),
        measure,
      ),
    );
  for (const source of ['TGN', 'OTRAS'] as const) {
    expect(total.programmed[source]).toBe(column(source, 'current'));
    expect(total.executed[source]).toBe(column(source, 'executed'));
    for (const side of ['programmed', 'executed'] as const) {
      const sum = rows.reduce((all, row) => all + centsOf(row.total[side][source]), 0n);
      expect(amountOf(sum)).toBe(total[side][source]);
    }
  }
  expect(withoutSource?.programmed ?? '0.00').toBe(column(null, 'current'));
};

const agreeAt = (records: readonly LedgerRecord[], cut: OracleCut): void => {
  const views = new Projected(records).views(cut);
  const moves = movesOf(records).filter((move) => isSeen(move, cut));
  const { activity, group, overall, form } = views;
  agreeByActivity(activity, moves);
  addUp(group.rows, group.total);
  for (const row of group.rows) addUp(row.sources, row);
  addUp(overall.rows, overall.total);
  expect(group.total).toEqual(overall.total);
  expect(activity.total).toEqual(overall.total);
  agree(overall.total, moves);
  agreeOnForm(form, moves);
  const hasForms = records.some(
    ({ type, revision }) => type === 'FormTaken' && revision <= cut.revision,
  );
  agreeOnWhatIsKnown(overall, moves, hasForms);
};

describe('the views', () => {
  it(
    'sum alike by activity, by group and over all, as the oracle does, in every known measure',
    () => {
      const property = fc.property(
        starts(),
        recipes([...byHand, 'form', 'control']),
        fc.array(fc.tuple(fc.integer({ min: 1, max: 366 }), fc.nat(99)), { minLength: 5 }),
        (start, steps, cuts) => {
          const ledger = keepBy(startedWith(start), steps);
          tally.attempted += ledger.attempted;
          tally.accepted += ledger.accepted;
          for (const [number, part] of cuts) {
            const revision = Math.floor((ledger.revision * part) / 99);
            agreeAt(ledger.records, { day: dayOfYear(number), revision });
          }
        },
      );
      fc.assert(property, runs(40));
      expect(tally.accepted).toBeGreaterThan(tally.attempted * 0.7);
      expect(Math.min(tally.known, tally.unknown)).toBeGreaterThan(enough(50));
    },
    propertyTimeout,
  );
});
