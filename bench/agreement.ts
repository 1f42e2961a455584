import { deepEqual } from 'node:assert/strict';
import { type Amount, centavos } from '../src/catalogue/amount.ts';
import { type Measure, measures } from '../projections/entries.ts';
import type { Figures } from '../projections/figures.ts';
import type { DuckPeer, Question, SqlitePeer } from './peers.ts';
import { type Asked, ours } from './questions.ts';
import type { ViewLedger } from './view-ledger.ts';

/** "key: sum" of everything that is not zero, in one order whoever answered. */
type Answer = string[];

type Sum = readonly [key: readonly unknown[], sum: bigint];

const answer = (sums: Iterable<Sum>): Answer =>
  [...sums]
    .filter(([, sum]) => sum !== 0n)
    .map(([key, sum]) => `${key.join(' ')}: ${sum.toString()}`)
    .sort();

/** Rows of a peer: what it grouped by, then a sum, or one sum for each measure. */
const peerAnswer = (rows: readonly unknown[][], dimensions: number): Answer =>
  answer(
    rows.flatMap((row): Sum[] => {
      const key = row.slice(0, dimensions);
      const sums = row.slice(dimensions) as (bigint | number | null)[];
      if (sums.length === 1) return [[key, BigInt(sums[0] ?? 0)]];
      return sums.map((sum, measure) => [[...key, measure], BigInt(sum ?? 0)]);
    }),
  );

const groupOf = (group: string | null): number => Number(group?.charAt(0)) - 1;
const sourceOf = (source: string | null): number => (source === 'TGN' ? 0 : 1);

const moneyOf = (key: readonly unknown[], figures: Figures) =>
  measures.map(
    (measure: Measure, place) =>
      [[...key, place], BigInt(centavos(figures[measure] ?? ('0.00' as Amount)))] as const,
  );

const oursOf = (ledger: ViewLedger, asked: Asked): Record<Question, Answer> => {
  const balances = ours.lines(ledger, asked);
  const width = measures.length;
  const lines = Array.from(
    balances.cells,
    (sum, cell) => [[Math.floor(cell / width), cell % width], BigInt(sum)] as const,
  );
  const byActivity = ours
    .byActivity(ledger, asked)
    .rows.flatMap(({ groups }, activity) =>
      groups.flatMap(({ group, sources }) =>
        sources.flatMap((row) => moneyOf([activity, groupOf(group), sourceOf(row.source)], row)),
      ),
    );
  return {
    lines: answer(lines),
    byGroup: answer(
      ours
        .byGroup(ledger, asked)
        .rows.flatMap(({ group, sources }) =>
          sources.flatMap((row) => moneyOf([groupOf(group), sourceOf(row.source)], row)),
        ),
    ),
    overall: answer(
      ours.overall(ledger, asked).rows.flatMap((row) => moneyOf([sourceOf(row.source)], row)),
    ),
    byActivity: answer(byActivity),
    byActivityAsShown: [],
  };
};

const asked = { lines: 1, byGroup: 2, overall: 1, byActivity: 3 } as const;

/** Each question answered alike by all three, to the last centavo, or the bench ends here. */
export const assertAgreement = async (
  ledger: ViewLedger,
  peers: { readonly duck: DuckPeer; readonly sqlite: SqlitePeer },
  cutOff: Asked,
): Promise<void> => {
  const own = oursOf(ledger, cutOff);
  for (const [question, dimensions] of Object.entries(asked) as [keyof typeof asked, number][]) {
    const ofMeasures = question === 'byActivity' ? dimensions : dimensions + 1;
    deepEqual(peerAnswer(await peers.duck.rows(question, cutOff.cut), ofMeasures), own[question]);
    deepEqual(peerAnswer(peers.sqlite.rows(question, cutOff.cut), ofMeasures), own[question]);
  }
};
