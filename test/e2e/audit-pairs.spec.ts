import { beforeAll, expect, it } from '@jest/globals';
import { CompareReferences } from '../../src/bus/audit-messages.ts';
import { civilDate } from '../../src/catalogue/civil-date.ts';
import { reference } from '../../src/catalogue/reference.ts';
import { type ToldYear, toldYear } from '../support/told-year.ts';

let year: ToldYear;
beforeAll(async () => {
  year = await toldYear();
}, 60_000);

const ends = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].map(
  (day, month) => `2021-${String(month + 1).padStart(2, '0')}-${day}`,
);

/** What anybody may hold against something else: each end of month as known then and as known now. */
const references = [
  ...['original', 'adjustment:AJUSTADO JUNIO', 'adjustment:AJUSTADO SEPTIEMBRE'],
  ...['report:001/2021', 'report:002/2021', 'period:2021-03-31'],
  ...ends.flatMap((end) => [end, `${end}@${end}T23:59:59-04:00`]),
];

const pairs = references.flatMap((from, at) =>
  references.slice(at + 1).map((to) => [from, to] as const),
);

/** Two decimals without the point: an exact number of centavos. */
const centavosOf = (amount: string | null | undefined): bigint | null =>
  amount === null || amount === undefined ? null : BigInt(amount.replace('.', ''));

const parts = ['newFacts', 'lateRecorded', 'corrections'] as const;
const levels = ['activity', 'group', 'overall'] as const;

const compared = async (from: string, to: string, by: (typeof levels)[number]) => {
  const { story, connection } = year;
  const asked = { from: reference(from), to: reference(to), by };
  const cutOff = { effective: civilDate('2021-12-31') };
  const query = new CompareReferences(story.ledger, { ...asked, cutOff });
  return (await connection.queries.execute(query)).view;
};

type Row = Awaited<ReturnType<typeof compared>>['total'];
type ShownMeasure = keyof Row['difference'];

const sumOf = (amounts: readonly (string | null | undefined)[]): bigint =>
  amounts.reduce((sum, amount) => sum + (centavosOf(amount) ?? 0n), 0n);

/** The difference by its sides, by its parts and by its entries: three ways to the same centavo. */
const threeWays = (row: Row, measure: ShownMeasure): bigint[] => [
  sumOf([row.to[measure]]) - sumOf([row.from[measure]]),
  sumOf(parts.map((part) => row[part][measure])),
  sumOf(row.explanation.map(({ amounts }) => amounts[measure])),
];

/** @returns whether there was anything to explain */
const assertExplained = (row: Row, measure: ShownMeasure, pair: readonly string[]): boolean => {
  const difference = centavosOf(row.difference[measure]);
  const at = [...pair, measure];
  if (difference === null) {
    const isUnknown = row.from[measure] === null || row.to[measure] === null;
    expect([...at, isUnknown]).toEqual([...at, true]);
    return false;
  }
  expect([...at, ...threeWays(row, measure), row.unexplained[measure]]).toEqual([
    ...[...at, difference, difference, difference, '0.00'],
  ]);
  return difference !== 0n;
};

it.each(levels)(
  'every pair of the year’s cut-offs is explained to the centavo, by %s',
  async (by) => {
    let explained = 0;
    for (const [from, to] of pairs) {
      const { rows, total } = await compared(from, to, by);
      for (const row of [...rows, total]) {
        const measures = Object.keys(row.difference) as ShownMeasure[];
        explained += measures.filter((each) => assertExplained(row, each, [from, to])).length;
      }
    }
    expect(pairs).toHaveLength(435);
    expect(explained).toBeGreaterThan(1_000);
  },
  120_000,
);
