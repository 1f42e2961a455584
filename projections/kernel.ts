import { type DayNumber, isInForce } from '../src/timeline/timeline.ts';
import { cellIn, Checkpoints, type RollUp, type Rows } from './checkpoints.ts';
import { DayBlocks, type Prefixes } from './day-blocks.ts';
import { type Entries, measures } from './entries.ts';

export interface KernelSizes {
  /** so few that a part of a block is scanned in microseconds, so many that blocks are few */
  readonly blockSize: number;
  /** what checkpoints may take of memory for each entry: those of lines, and of each way to roll them up */
  readonly bytesPerEntry: { readonly lines: number; readonly rolledUp: number };
}

const usual: KernelSizes = { blockSize: 16_384, bytesPerEntry: { lines: 24, rolledUp: 2 } };

const width = measures.length;

/** What a cut-off contains, by its prefixes of the full blocks and the entries behind them. */
export interface Seen {
  readonly day: DayNumber;
  readonly prefixes: Prefixes;
  /** from where to where the entries stand that are recorded in time and in no full block */
  readonly rest: readonly [number, number];
}

/** What is remembered of the entries of a ledger beside them, all of it made from them. */
export class Kernel {
  readonly #entries: Entries;
  readonly #blocks: DayBlocks;
  readonly #lines: Checkpoints;
  readonly #rolledUp = new WeakMap<RollUp, Checkpoints>();
  readonly #eachLine: RollUp;
  readonly #bytesPerEntry: KernelSizes['bytesPerEntry'];
  #spare: Float64Array | null = null;
  #moved = 0;
  #measured = 0;

  constructor(entries: Entries, { blockSize, bytesPerEntry }: KernelSizes = usual) {
    this.#entries = entries;
    this.#blocks = new DayBlocks(entries, blockSize);
    this.#eachLine = { rows: () => ({ count: entries.lines.length, ofCell: null }) };
    this.#bytesPerEntry = bytesPerEntry;
    this.#lines = new Checkpoints(this.#blocks, this.#eachLine, bytesPerEntry.lines);
  }

  /**
   * While all amounts, signs aside, add up to an exact number, so does any choice of them in any
   * order. A sum that is beyond the exact integers stays there, since it never falls.
   */
  isEverySumExact(): boolean {
    const { amounts, size } = this.#entries;
    for (; this.#measured < size; this.#measured += 1) {
      this.#moved += Math.abs(amounts[this.#measured] ?? 0);
    }
    return Number.isSafeInteger(this.#moved);
  }

  /** @param size so many entries, counted from the first, were recorded in time */
  seenAt(day: DayNumber, size: number): Seen {
    this.#blocks.grow();
    const full = Math.min(this.#blocks.size, size - (size % this.#blocks.blockSize));
    return { day, prefixes: this.#blocks.prefixesAt(day, full), rest: [full, size] };
  }

  /** line × measure */
  lineSums(seen: Seen): Float64Array {
    const sums = this.#lines.sumsOf(seen.prefixes, this.#spare);
    this.#spare = null;
    return this.#withRest(seen, sums, this.#eachLine.rows());
  }

  /** Takes back sums of lines that nobody looks at any more: new memory costs more than sums do. */
  reuse(sums: Float64Array): void {
    this.#spare = sums;
  }

  /** row × measure */
  rolledUp(seen: Seen, rollUp: RollUp): Float64Array {
    const sums = this.#checkpointsOf(rollUp).sumsOf(seen.prefixes, null);
    return this.#withRest(seen, sums, rollUp.rows());
  }

  /** What is remembered beside the entries, in bytes, but for the ways to roll lines up. */
  get bytes(): number {
    return this.#blocks.bytes + this.#lines.bytes;
  }

  /** Whether any entry of a measure is seen. */
  has({ prefixes, rest, day }: Seen, measure: number): boolean {
    const { blocks } = this.#blocks;
    if (prefixes.some((count, block) => (blocks[block]?.before[measure] ?? count) < count)) {
      return true;
    }
    const { days, measureIds } = this.#entries;
    for (let at = rest[0]; at < rest[1]; at += 1) {
      if (measureIds[at] === measure && isInForce(days[at] ?? 0, day)) return true;
    }
    return false;
  }

  #withRest({ day, rest }: Seen, sums: Float64Array, { ofCell }: Rows): Float64Array {
    const { days, lineIds, measureIds, amounts } = this.#entries;
    for (let at = rest[0]; at < rest[1]; at += 1) {
      if (!isInForce(days[at] ?? 0, day)) continue;
      const cell = cellIn(ofCell, (lineIds[at] ?? 0) * width + (measureIds[at] ?? 0));
      sums[cell] = (sums[cell] ?? 0) + (amounts[at] ?? 0);
    }
    return sums;
  }

  #checkpointsOf(rollUp: RollUp): Checkpoints {
    const known = this.#rolledUp.get(rollUp);
    if (known !== undefined) return known;
    const made = new Checkpoints(this.#blocks, rollUp, this.#bytesPerEntry.rolledUp);
    this.#rolledUp.set(rollUp, made);
    return made;
  }
}
