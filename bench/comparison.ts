import { defaultClassifiers } from '../src/catalogue/classifiers.ts';
import { compare, type Comparison } from '../projections/comparison/comparison.ts';
import type { Level } from '../projections/line-dimensions.ts';
import { activitiesAt } from '../projections/register.ts';
import { median, type Row, seconds } from './measure.ts';
import { type Asked, askedAt, ours, statementAt } from './questions.ts';
import { dayOf, type ViewLedger, viewLedger } from './view-ledger.ts';

/** Every explanation is made, row by row, as whoever writes the answer out does. */
const explained = (ledger: ViewLedger, [from, to]: readonly [Asked, Asked], by: Level): number => {
  const side = (cutOff: Asked) => ({
    cutOff,
    statement: statementAt(ledger, cutOff),
    activities: activitiesAt(ledger.register, cutOff),
    isPlanOnly: false,
  });
  const pair = { from: side(from), to: side(to) };
  const { rows, total }: Comparison = compare(ledger.entries, pair, by, defaultClassifiers);
  return [...rows, total].reduce((sum, { explanation }) => sum + explanation().length, 0);
};

const views = { activity: ours.byActivity, group: ours.byGroup } as const;

const turns = 9;

/** A comparison with what explains it against the two views that it compares, at 100,000 entries. */
export const measureComparison = async (): Promise<Row[]> => {
  const ledger = viewLedger({ activities: 2_000, entries: 100_000 });
  const at = (day: number): Asked => askedAt(dayOf(day), ledger.revision);
  const pairs = [
    ['a month apart', [at(300), at(330)]],
    ['the whole year apart', [at(0), at(365)]],
  ] as const;
  const rows: Row[] = [];
  for (const by of ['activity', 'group'] as const) {
    for (const [name, pair] of pairs) {
      const own: number[] = [];
      const peer: number[] = [];
      for (let turn = 0; turn < turns; turn += 1) {
        own.push(await seconds(() => explained(ledger, pair, by)));
        peer.push(
          await seconds(() => {
            pair.forEach((asked) => views[by](ledger, asked));
          }),
        );
      }
      const milliseconds = [median(own), median(peer)].map((each) => (each * 1000).toFixed(1));
      rows.push({
        name: `comparison by ${by} with explanation, ${name}, 100k entries / the two views`,
        ratio: median(own) / median(peer),
        reach: '≤ 3',
        note: milliseconds.map((each) => `${each} ms`).join(', '),
      });
    }
  }
  return rows;
};
