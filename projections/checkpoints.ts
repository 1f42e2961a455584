import type { DayNumber } from '../src/timeline/timeline.ts';
import { type Block, type DayBlocks, distance, type Prefixes } from './day-blocks.ts';
import { measures } from './entries.ts';

/** Rows that sums are kept for: lines themselves, or what they roll up to. */
export interface Rows {
  readonly count: number;
  /** line × measure → row × measure; null where every line is a row of its own */
  readonly ofCell: Int32Array | null;
}

/** A way to roll lines up, the same object for the same way; its rows grow with the lines, which keep theirs. */
export interface RollUp {
  readonly rows: () => Rows;
}

/** The sums of some prefixes; they count by revision as by day, since prefixes are of blocks. */
interface Checkpoint {
  readonly day: DayNumber;
  readonly taken: Prefixes;
  /** row × measure; rows that came later are not in it and have none */
  readonly sums: Float64Array;
}

const nothing: Checkpoint = { day: 0, taken: [], sums: new Float64Array(0) };

/** More of them take longer to choose from than the remainder takes that they save. */
const checkpointsMax = 64;

const width = measures.length;

/** Makes sums that contain `from` entries of a block contain `to`, in either direction. */
const move = (
  sums: Float64Array,
  ofCell: Int32Array | null,
  { cells, amounts }: Block,
  [from, to]: readonly [number, number],
): void => {
  const sign = from < to ? 1 : -1;
  const end = Math.max(from, to);
  for (let at = Math.min(from, to); at < end; at += 1) {
    const cell = cellIn(ofCell, cells[at] ?? 0);
    sums[cell] = (sums[cell] ?? 0) + sign * (amounts[at] ?? 0);
  }
};

/** Where the sum of a cell of lines is. */
export const cellIn = (ofCell: Int32Array | null, cell: number): number =>
  ofCell === null ? cell : (ofCell[cell] ?? 0);

/**
 * A cache of sums over the blocks of a ledger. An answer is the checkpoint with the fewest entries
 * between it and the cut-off, and those entries. Checkpoints stand at latest known on days with
 * equally many entries between them and move along as blocks fill.
 *
 * Sums are not checked while they are made: who asks knows that all of them are exact.
 */
export class Checkpoints {
  readonly #blocks: DayBlocks;
  readonly #rollUp: RollUp;
  readonly #bytesPerEntry: number;
  #checkpoints: Checkpoint[] = [];
  #takenBlocks = 0;
  #spreadOver = 0;

  /** @param bytesPerEntry what the checkpoints may take of memory for each entry */
  constructor(blocks: DayBlocks, rollUp: RollUp, bytesPerEntry: number) {
    this.#blocks = blocks;
    this.#rollUp = rollUp;
    this.#bytesPerEntry = bytesPerEntry;
  }

  get bytes(): number {
    const ofPrefix = Float64Array.BYTES_PER_ELEMENT;
    return this.#checkpoints.reduce(
      (sum, { sums, taken }) => sum + sums.byteLength + taken.length * ofPrefix,
      0,
    );
  }

  /**
   * The sums of the prefixes, row × measure, for the caller to go on with.
   * @param spare an array that nobody looks at any more, written over where it fits
   */
  sumsOf(prefixes: Prefixes, spare: Float64Array | null): Float64Array {
    this.#takeFullBlocks();
    return this.#moved(prefixes, spare);
  }

  #moved(prefixes: Prefixes, spare: Float64Array | null): Float64Array {
    const { taken, sums } = this.#nearest(prefixes);
    const rows = this.#rollUp.rows();
    const moved = copied(sums, rows.count * width, spare);
    this.#blocks.blocks.forEach((block, index) => {
      move(moved, rows.ofCell, block, [taken[index] ?? 0, prefixes[index] ?? 0]);
    });
    return moved;
  }

  #nearest(prefixes: Prefixes): Checkpoint {
    let nearest = nothing;
    let shortest = distance(nothing.taken, prefixes, Infinity);
    for (const checkpoint of this.#checkpoints) {
      const entries = distance(checkpoint.taken, prefixes, shortest);
      if (entries >= shortest) continue;
      shortest = entries;
      nearest = checkpoint;
    }
    return nearest;
  }

  #takeFullBlocks(): void {
    const { length } = this.#blocks.blocks;
    if (length === this.#takenBlocks) return;
    this.#takenBlocks = length;
    this.#standAt(this.#isDueToSpread() ? this.#spread() : this.#checkpoints.map(({ day }) => day));
  }

  /** Each is made from the nearest that is there, of the old ones and the new. */
  #standAt(days: readonly DayNumber[]): void {
    const old = this.#checkpoints.length;
    for (const day of days) {
      const taken = this.#blocks.prefixesAt(day, this.#blocks.size);
      this.#checkpoints.push({ day, taken, sums: this.#moved(taken, null) });
    }
    this.#checkpoints = this.#checkpoints.slice(old);
  }

  /** Once a quarter more is there, so that spreading costs every entry the same in the end. */
  #isDueToSpread(): boolean {
    return this.#takenBlocks * 4 >= this.#spreadOver * 5;
  }

  #spread(): DayNumber[] {
    this.#spreadOver = this.#takenBlocks;
    const bytesEach = this.#rollUp.rows().count * width * Float64Array.BYTES_PER_ELEMENT;
    const affordable = Math.floor((this.#blocks.size * this.#bytesPerEntry) / bytesEach);
    return this.#blocks.daysApart(Math.min(affordable, checkpointsMax));
  }
}

const copied = (sums: Float64Array, length: number, spare: Float64Array | null): Float64Array => {
  const copy = spare?.length === length ? spare : new Float64Array(length);
  copy.set(sums);
  return copy.fill(0, sums.length);
};
