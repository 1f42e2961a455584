import { kernelOf } from '../projections/balances.ts';
import type { Entries } from '../projections/entries.ts';
import { median, type Row, seconds } from './measure.ts';
import { type Asked, askedOf, askLines, ours } from './questions.ts';
import { type ViewLedger, viewLedger } from './view-ledger.ts';

/** 200 activities × 9 groups × 2 sources: so few lines that even 10,000 entries touch every one. */
const activities = 200;
const sizes = [10_000, 100_000, 1_000_000] as const;

const views = {
  'balances of 3,600 lines': askLines,
  'view by group': ours.byGroup,
  'view overall': ours.overall,
  'view by activity': ours.byActivity,
} as const;

const timeOf = async (
  ledger: ViewLedger,
  view: (ledger: ViewLedger, asked: Asked) => unknown,
): Promise<number> => {
  const asked = askedOf(ledger, 60, 'latest');
  for (const cutOff of asked) view(ledger, cutOff);
  const times: number[] = [];
  for (const cutOff of asked) times.push(await seconds(() => view(ledger, cutOff)));
  return median(times);
};

const columnsOf = (entries: Entries): number =>
  Object.values(entries).reduce<number>(
    (sum, column: unknown) => sum + (ArrayBuffer.isView(column) ? column.byteLength : 0),
    0,
  );

/** What a million entries take, with room to grow, sorted copies and checkpoints. */
const memoryOf = (): Row[] => {
  const ledger = viewLedger({ activities: 2_000, entries: 1_000_000 });
  for (const asked of askedOf(ledger, 5, 'random')) askLines(ledger, asked);
  const { entries } = ledger;
  const columns = columnsOf(entries) / entries.size;
  const beside = kernelOf(entries).bytes / entries.size;
  return [
    {
      name: 'bytes of an entry, 1M entries over 36,000 lines, checkpoints included',
      ratio: columns + beside,
      reach: '≤ 64',
      note: `${columns.toFixed(1)} in columns, ${beside.toFixed(1)} beside them`,
    },
  ];
};

/** That the time of a view grows with its rows and not with the history. */
export const measureGrowth = async (): Promise<Row[]> => {
  const ledgers = sizes.map((entries) => viewLedger({ activities, entries }));
  const rows: Row[] = [];
  for (const [name, view] of Object.entries(views)) {
    const times: number[] = [];
    for (const ledger of ledgers) times.push(await timeOf(ledger, view));
    const [small = 0, , large = 0] = times;
    rows.push({
      name: `${name}, latest known, 1M / 10k entries over the same lines (time)`,
      ratio: large / small,
      reach: '≤ 3',
      note: times.map((time) => `${(time * 1000).toPrecision(2)} ms`).join(', '),
    });
  }
  return [...rows, ...memoryOf()];
};
