import { type DayNumber, isInForce } from '../src/timeline/timeline.ts';
import { type Entries, measures } from './entries.ts';

/**
 * Entries that were recorded one after the other, copied in the order of their days: a run of them
 * is added several times as fast as one that is looked up place by place.
 */
export interface Block {
  /** where its entries begin in the columns */
  readonly first: number;
  /** line × measure of each */
  readonly cells: Int32Array;
  readonly amounts: Float64Array;
  /** the days on which there are any, and for each how many are in force by it */
  readonly days: Int32Array;
  readonly counts: Int32Array;
  /** for each measure how many entries come before its first one; all of them, where it has none */
  readonly before: Int32Array;
}

const width = measures.length;

/** For each block how many of its entries, in the order of days, a cut-off contains. */
export type Prefixes = readonly number[];

/** How many entries lie between two cut-offs; counting ends where they are no fewer than `most`. */
export const distance = (one: Prefixes, other: Prefixes, most: number): number => {
  let entries = 0;
  for (let block = 0; block < other.length && entries < most; block += 1) {
    entries += Math.abs((other[block] ?? 0) - (one[block] ?? 0));
  }
  return entries;
};

/** Numbers sort by day and then by place: typed arrays sort those without a comparison of ours. */
const placesByDay = ({ days }: Entries, first: number, blockSize: number): Uint32Array => {
  const keys = new Float64Array(blockSize);
  for (let place = 0; place < blockSize; place += 1) {
    keys[place] = (days[first + place] ?? 0) * blockSize + place;
  }
  return Uint32Array.from(keys.sort(), (key) => key % blockSize);
};

const blockOf = (entries: Entries, first: number, blockSize: number): Block => {
  const cells = new Int32Array(blockSize);
  const amounts = new Float64Array(blockSize);
  const before = new Int32Array(width).fill(blockSize);
  const counts = new Map<DayNumber, number>();
  placesByDay(entries, first, blockSize).forEach((place, position) => {
    const at = first + place;
    const measure = entries.measureIds[at] ?? 0;
    cells[position] = (entries.lineIds[at] ?? 0) * width + measure;
    amounts[position] = entries.amounts[at] ?? 0;
    before[measure] = Math.min(before[measure] ?? 0, position);
    counts.set(entries.days[at] ?? 0, position + 1);
  });
  const days = Int32Array.from(counts.keys());
  return { first, cells, amounts, days, counts: Int32Array.from(counts.values()), before };
};

/** How many of the entries of a block are in force by a day. */
const countBy = ({ days, counts }: Block, day: DayNumber): number => {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isInForce(days[middle] ?? 0, day)) low = middle + 1;
    else high = middle;
  }
  return counts[low - 1] ?? 0;
};

/**
 * The history cut by recording into blocks, each sorted by day: what a cut-off (day, revision)
 * contains is a prefix of every block. An entry that came late lies in the block of its recording.
 */
export class DayBlocks {
  readonly blocks: Block[] = [];
  readonly blockSize: number;
  readonly #entries: Entries;
  readonly #countByDay = new Map<DayNumber, number>();

  constructor(entries: Entries, blockSize: number) {
    this.#entries = entries;
    this.blockSize = blockSize;
  }

  /** How many of the entries lie in full blocks. */
  get size(): number {
    return this.blocks.length * this.blockSize;
  }

  get bytes(): number {
    const columns = ({ cells, amounts, days, counts, before }: Block) =>
      [cells, amounts, days, counts, before].reduce((sum, { byteLength }) => sum + byteLength, 0);
    return this.blocks.reduce((sum, block) => sum + columns(block), 0);
  }

  grow(): void {
    while (this.size + this.blockSize <= this.#entries.size) {
      const block = blockOf(this.#entries, this.size, this.blockSize);
      this.blocks.push(block);
      block.days.forEach((day, index) => {
        const ofDay = (block.counts[index] ?? 0) - (block.counts[index - 1] ?? 0);
        this.#countByDay.set(day, (this.#countByDay.get(day) ?? 0) + ofDay);
      });
    }
  }

  /** @param size so many entries, counted from the first, were recorded in time */
  prefixesAt(day: DayNumber, size: number): Prefixes {
    return this.blocks.map((block) =>
      block.first + this.blockSize <= size ? countBy(block, day) : 0,
    );
  }

  /** Days with equally many entries from one to the next, at most so many days. */
  daysApart(parts: number): DayNumber[] {
    const days: DayNumber[] = [];
    let count = 0;
    for (const [day, ofDay] of [...this.#countByDay].sort(([one], [other]) => one - other)) {
      const part = Math.floor((count * parts) / this.size);
      count += ofDay;
      if (Math.floor((count * parts) / this.size) > part) days.push(day);
    }
    return days;
  }
}
