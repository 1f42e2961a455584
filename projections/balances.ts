import { add, type Centavos } from '../src/catalogue/amount.ts';
import type { BudgetLine } from '../src/catalogue/budget-line.ts';
import { dayNumber, isInForce } from '../src/timeline/timeline.ts';
import type { ResolvedCutOff } from './cut-off.ts';
import { type Entries, type Measure, measures } from './entries.ts';

/** line × measure at a cut-off, in centavos. */
export interface Balances {
  readonly lines: readonly BudgetLine[];
  /** the balance of a measure on the line with an index of `lines` */
  readonly balance: (line: number, measure: Measure) => Centavos;
  /** whether any entry of a measure is in force and known */
  readonly has: (measure: Measure) => boolean;
}

/** How many of the entries, which stand in the order of their revisions, were recorded by a revision. */
const recordedBy = ({ revisions, size }: Entries, revision: number): number => {
  let low = 0;
  let high = size;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((revisions[middle] ?? 0) <= revision) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** The one kernel that looks at dates: what was in force by the day and recorded by the revision. */
export const balancesAt = (
  entries: Entries,
  { effective, known }: Pick<ResolvedCutOff, 'effective' | 'known'>,
): Balances => {
  const width = measures.length;
  const sums = new Float64Array(entries.lines.length * width);
  const seen = new Uint8Array(width);
  const day = dayNumber(effective);
  const size = recordedBy(entries, known.revision);
  for (let at = 0; at < size; at += 1) {
    if (!isInForce(entries.days[at] ?? 0, day)) continue;
    const measure = entries.measureIds[at] ?? 0;
    const cell = (entries.lineIds[at] ?? 0) * width + measure;
    sums[cell] = add(sums[cell] ?? 0, entries.amounts[at] ?? 0);
    seen[measure] = 1;
  }
  return {
    lines: entries.lines,
    balance: (line, measure) => sums[line * width + measures.indexOf(measure)] ?? 0,
    has: (measure) => seen[measures.indexOf(measure)] === 1,
  };
};
