import { add, type Centavos } from '../../src/catalogue/amount.ts';
import { integerAt, numberAt, smallAt } from '../columns.ts';
import type { ResolvedCutOff } from '../cut-off.ts';
import { type Entries, measures } from '../entries.ts';
import { type ColumnCutOff, columnCutOff, isEffectiveBy, isEntrySeen } from '../entry-days.ts';

type Sides = Pick<ResolvedCutOff, 'effective' | 'known'>;

/** Why an entry counts in one of two references only; a correction is one however late it came. */
export const parts = ['newFacts', 'lateRecorded', 'corrections'] as const;
export type Part = (typeof parts)[number];

const newFact = parts.indexOf('newFacts');
const late = parts.indexOf('lateRecorded');
const correction = parts.indexOf('corrections');

/** What one record brings to a row: all its entries are of one measure and of one part. */
export interface RecordShare {
  readonly revision: number;
  readonly part: Part;
  /** by its place in the columns of entries */
  readonly measure: number;
  readonly centavos: Centavos;
}

/** The entries that make a difference, added up per row and part, and per row and record. */
export interface Explained {
  readonly sumOf: (row: number, part: Part, measure: number) => Centavos;
  /** whether any entry makes a difference in a row, though together they may come to nothing */
  readonly isTouched: (row: number) => boolean;
  /** in the order of their revisions */
  readonly sharesOf: (row: number) => RecordShare[];
}

const width = measures.length;
const kindsPerRow = parts.length * width;

/**
 * Shares in columns, in the order of recording: a long history is explained by as many of them as
 * it has entries. A kind is a part and a measure, one for all entries of a record.
 */
class Shares {
  size = 0;
  revisions = new Int32Array(256);
  kinds = new Uint8Array(256);
  rows = new Int32Array(256);
  centavos = new Float64Array(256);
  /** the last share of each row */
  readonly #last: Int32Array;

  constructor(rows: number) {
    this.#last = new Int32Array(rows).fill(-1);
  }

  has(row: number): boolean {
    return integerAt(this.#last, row) >= 0;
  }

  add(row: number, revision: number, kind: number, change: Centavos): void {
    const last = integerAt(this.#last, row);
    if (last >= 0 && this.revisions[last] === revision) {
      this.centavos[last] = add(numberAt(this.centavos, last), change);
      return;
    }
    if (this.size === this.rows.length) this.#widen();
    const at = this.size;
    this.rows[at] = row;
    this.revisions[at] = revision;
    this.kinds[at] = kind;
    this.centavos[at] = change;
    this.#last[row] = at;
    this.size += 1;
  }

  at(place: number, centavos: Centavos = numberAt(this.centavos, place)): RecordShare {
    const kind = smallAt(this.kinds, place);
    const part = parts[Math.floor(kind / width)] ?? 'newFacts';
    const revision = integerAt(this.revisions, place);
    return { revision, part, measure: kind % width, centavos };
  }

  #widen(): void {
    const { revisions, kinds, rows, centavos } = this;
    const wide = rows.length * 2;
    this.revisions = new Int32Array(wide);
    this.revisions.set(revisions);
    this.kinds = new Uint8Array(wide);
    this.kinds.set(kinds);
    this.rows = new Int32Array(wide);
    this.rows.set(rows);
    this.centavos = new Float64Array(wide);
    this.centavos.set(centavos);
  }
}

/** The places of the shares of each row. */
const placesByRow = ({ rows, size }: Shares, count: number): number[][] => {
  const places = Array.from({ length: count }, (): number[] => []);
  for (let at = 0; at < size; at += 1) places[integerAt(rows, at)]?.push(at);
  return places;
};

/** All shares of a record are one in the total: they stand together. */
const sharesOfTotal = (shares: Shares): RecordShare[] => {
  const found: RecordShare[] = [];
  const { size, revisions, centavos } = shares;
  for (let at = 0; at < size;) {
    const first = at;
    let sum = 0;
    for (; at < size && revisions[at] === revisions[first]; at += 1) {
      sum = add(sum, numberAt(centavos, at));
    }
    found.push(shares.at(first, sum));
  }
  return found;
};

/** Visits what counts in one of two cut-offs only: +1 where that is `to`. */
const eachDiffering = (
  entries: Entries,
  { from, to }: { readonly from: ColumnCutOff; readonly to: ColumnCutOff },
  visit: (at: number, sign: 1 | -1) => void,
): void => {
  const last = Math.max(from.revision, to.revision);
  for (let at = 0; at < entries.size; at += 1) {
    if (integerAt(entries.revisions, at) > last) return;
    const isInTo = isEntrySeen(entries, at, to);
    if (isEntrySeen(entries, at, from) !== isInTo) visit(at, isInTo ? 1 : -1);
  }
};

/** Sums per row and kind, those of the total behind them. */
const sumsOf = ({ size, rows, kinds, centavos }: Shares, total: number): Float64Array => {
  const sums = new Float64Array((total + 1) * kindsPerRow);
  const give = (cell: number, change: Centavos): void => {
    sums[cell] = add(numberAt(sums, cell), change);
  };
  for (let at = 0; at < size; at += 1) {
    const kind = smallAt(kinds, at);
    const change = numberAt(centavos, at);
    give(integerAt(rows, at) * kindsPerRow + kind, change);
    give(total * kindsPerRow + kind, change);
  }
  return sums;
};

/**
 * One look at every entry that either reference could know. What counts in both, or in neither,
 * makes no difference. Swapping the references turns every sign and moves nothing to another part.
 */
export const explain = (
  entries: Entries,
  pair: { readonly from: Sides; readonly to: Sides },
  { rowOfLine, total }: { readonly rowOfLine: Int32Array; readonly total: number },
): Explained => {
  const { revisions, lineIds, measureIds, corrections, amounts } = entries;
  const cutOffs = { from: columnCutOff(pair.from), to: columnCutOff(pair.to) };
  const earlier = Math.min(cutOffs.from.day, cutOffs.to.day);
  const shares = new Shares(total);
  const partOf = (at: number): number => {
    if (corrections[at] === 1) return correction;
    return isEffectiveBy(entries, at, earlier) ? late : newFact;
  };
  eachDiffering(entries, cutOffs, (at, sign) => {
    const row = integerAt(rowOfLine, integerAt(lineIds, at));
    const kind = partOf(at) * width + smallAt(measureIds, at);
    shares.add(row, integerAt(revisions, at), kind, sign * numberAt(amounts, at));
  });
  const sums = sumsOf(shares, total);
  let places: number[][] | null = null;
  return {
    sumOf: (row, part, measure) =>
      numberAt(sums, row * kindsPerRow + parts.indexOf(part) * width + measure),
    isTouched: (row) => shares.has(row),
    sharesOf: (row) => {
      if (row === total) return sharesOfTotal(shares);
      places ??= placesByRow(shares, total);
      return (places[row] ?? []).map((place) => shares.at(place));
    },
  };
};
