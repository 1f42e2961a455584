import { emptyFrontier, grow, type Hash, rootOf } from './merkle.ts';

/** The largest power of two below a size: so many leaves stand left of the top of the tree. */
const split = (size: number): number => {
  let left = 1;
  while (left * 2 < size) left *= 2;
  return left;
};

/** The leaves from one place up to another one, which is not among them. */
interface Range {
  readonly from: number;
  readonly to: number;
}

const headOf = (leaves: readonly Hash[], { from, to }: Range): Hash =>
  rootOf(leaves.slice(from, to).reduce(grow, emptyFrontier));

const assertWithin = (isWithin: boolean, what: string): void => {
  if (!isWithin) throw new RangeError(`no proof of ${what}`);
};

const halvesOf = ({ from, to }: Range): readonly [Range, Range] => {
  const middle = from + split(to - from);
  return [
    { from, to: middle },
    { from: middle, to },
  ];
};

const pathTo = (leaves: readonly Hash[], index: number, range: Range): Hash[] => {
  if (range.to - range.from === 1) return [];
  const [left, right] = halvesOf(range);
  return index < left.to
    ? [...pathTo(leaves, index, left), headOf(leaves, right)]
    : [...pathTo(leaves, index, right), headOf(leaves, left)];
};

/**
 * The hashes that lead from a leaf to the head of the tree of all leaves given.
 * @see RFC 6962 section 2.1.1
 */
export const inclusionPath = (leaves: readonly Hash[], index: number): Hash[] => {
  assertWithin(index >= 0 && index < leaves.length, `leaf ${String(index)}`);
  return pathTo(leaves, index, { from: 0, to: leaves.length });
};

/** @param isWhole the older tree is all that was gone into so far: who verifies has its head */
const consistencyIn = (
  leaves: readonly Hash[],
  first: number,
  { range, isWhole }: { range: Range; isWhole: boolean },
): Hash[] => {
  if (first === range.to) return isWhole ? [] : [headOf(leaves, range)];
  const [left, right] = halvesOf(range);
  return first <= left.to
    ? [...consistencyIn(leaves, first, { range: left, isWhole }), headOf(leaves, right)]
    : [...consistencyIn(leaves, first, { range: right, isWhole: false }), headOf(leaves, left)];
};

/**
 * The hashes that show that the tree of all leaves given begins with that of the first ones.
 * @param first how many leaves the older tree has, at least one
 * @see RFC 6962 section 2.1.2
 */
export const consistencyPath = (leaves: readonly Hash[], first: number): Hash[] => {
  assertWithin(first >= 1 && first <= leaves.length, `a tree of ${String(first)}`);
  return consistencyIn(leaves, first, { range: { from: 0, to: leaves.length }, isWhole: true });
};
