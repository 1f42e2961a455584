import { add, type Centavos } from '../src/catalogue/amount.ts';
import type { BudgetLine } from '../src/catalogue/budget-line.ts';
import { dayNumber, isInForce } from '../src/timeline/timeline.ts';
import { cellIn, type RollUp } from './checkpoints.ts';
import type { ResolvedCutOff } from './cut-off.ts';
import { type Entries, type Measure, measures } from './entries.ts';
import { Kernel } from './kernel.ts';

/** line × measure at a cut-off, in centavos. */
export interface Balances {
  readonly lines: readonly BudgetLine[];
  /** the balances of the lines one after the other, the measures of each in their order */
  readonly cells: Float64Array;
  /** the sums of the rows that lines roll up to, laid out in the same way */
  readonly rolledUp: (rollUp: RollUp) => Float64Array;
  /** the balance of a measure on the line with an index of `lines` */
  readonly balance: (line: number, measure: Measure) => Centavos;
  /** whether any entry of a measure is in force and known */
  readonly has: (measure: Measure) => boolean;
  /** who has seen enough lets the next balances have the memory of `cells`, which are made anew if asked for */
  readonly release: () => void;
}

type Sides = Pick<ResolvedCutOff, 'effective' | 'known'>;

const width = measures.length;
const placeOf = Object.fromEntries(measures.map((measure, place) => [measure, place])) as Record<
  Measure,
  number
>;

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

const checkedRollUp = (cells: Float64Array, rollUp: RollUp): Float64Array => {
  const { count, ofCell } = rollUp.rows();
  const sums = new Float64Array(count * width);
  cells.forEach((centavos, cell) => {
    const at = cellIn(ofCell, cell);
    sums[at] = add(sums[at] ?? 0, centavos);
  });
  return sums;
};

/**
 * What a cut-off means: one look at every entry, each addition checked.
 * @throws TOTAL_TOO_LARGE
 */
export const balancesByScan = (entries: Entries, { effective, known }: Sides): Balances => {
  const cells = new Float64Array(entries.lines.length * width);
  const seen = new Uint8Array(width);
  const day = dayNumber(effective);
  const size = recordedBy(entries, known.revision);
  for (let at = 0; at < size; at += 1) {
    if (!isInForce(entries.days[at] ?? 0, day)) continue;
    const measure = entries.measureIds[at] ?? 0;
    const cell = (entries.lineIds[at] ?? 0) * width + measure;
    cells[cell] = add(cells[cell] ?? 0, entries.amounts[at] ?? 0);
    seen[measure] = 1;
  }
  return {
    lines: entries.lines,
    cells,
    rolledUp: (rollUp) => checkedRollUp(cells, rollUp),
    balance: (line, measure) => cells[line * width + placeOf[measure]] ?? 0,
    has: (measure) => seen[placeOf[measure]] === 1,
    release: () => undefined,
  };
};

const balancesByKernel = (
  kernel: Kernel,
  entries: Entries,
  { effective, known }: Sides,
): Balances => {
  const seen = kernel.seenAt(dayNumber(effective), recordedBy(entries, known.revision));
  let cells: Float64Array | null = null;
  const made = (): Float64Array => (cells ??= kernel.lineSums(seen));
  return {
    lines: entries.lines,
    get cells() {
      return made();
    },
    rolledUp: (rollUp) => kernel.rolledUp(seen, rollUp),
    balance: (line, measure) => made()[line * width + placeOf[measure]] ?? 0,
    has: (measure) => kernel.has(seen, placeOf[measure]),
    release: () => {
      if (cells !== null) kernel.reuse(cells);
      cells = null;
    },
  };
};

/** Kernels go when their entries go. */
const kernels = new WeakMap<Entries, Kernel>();

/** The one kernel of entries, made with the first question. */
export const kernelOf = (entries: Entries): Kernel => {
  const known = kernels.get(entries);
  if (known !== undefined) return known;
  const kernel = new Kernel(entries);
  kernels.set(entries, kernel);
  return kernel;
};

/**
 * The one kernel that looks at dates: what was in force by the day and recorded by the revision.
 * Balances of lines are made when they are first asked for: some views need no line.
 * @throws TOTAL_TOO_LARGE
 */
export const balancesAt = (entries: Entries, cutOff: Sides): Balances => {
  const kernel = kernelOf(entries);
  return kernel.isEverySumExact()
    ? balancesByKernel(kernel, entries, cutOff)
    : balancesByScan(entries, cutOff);
};
