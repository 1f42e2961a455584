import { type Hash, nodeHash } from './merkle.ts';

/** A leaf, and the tree that it is said to stand in. */
export interface Inclusion {
  readonly index: number;
  readonly size: number;
  readonly leaf: Hash;
  readonly path: readonly Hash[];
  readonly root: Hash;
}

/** Two trees, of which the later one is said to begin with the earlier one. */
export interface Consistency {
  readonly first: { readonly size: number; readonly root: Hash };
  readonly second: { readonly size: number; readonly root: Hash };
  readonly path: readonly Hash[];
}

const isOdd = (value: number): boolean => value % 2 === 1;
const half = (value: number): number => Math.floor(value / 2);

/** Where a node and the last node of its level stand. */
interface Place {
  readonly node: number;
  readonly last: number;
}

const up = ({ node, last }: Place): Place => ({ node: half(node), last: half(last) });

/** A node without a neighbour to its right stands on a higher level too, until it is a right one. */
const upWhileLast = (place: Place): Place => {
  let found = place;
  while (!isOdd(found.node) && found.node !== 0) found = up(found);
  return found;
};

const isRight = ({ node, last }: Place): boolean => isOdd(node) || node === last;

/**
 * Climbs from a place to the top, told on which side each hash of the path stands.
 * @returns whether the path ends at the top
 */
const climb = (
  start: Place,
  path: readonly Hash[],
  step: (hash: Hash, side: 'left' | 'right') => void,
): boolean => {
  let place = start;
  for (const hash of path) {
    if (place.last === 0) return false;
    const isLeft = isRight(place);
    step(hash, isLeft ? 'left' : 'right');
    place = up(isLeft ? upWhileLast(place) : place);
  }
  return place.last === 0;
};

const isSize = (value: number): boolean => Number.isSafeInteger(value) && value >= 1;

/** Whether a leaf stands where it is said to. @see RFC 9162 section 2.1.3.2 */
export const verifyInclusion = ({ index, size, leaf, path, root }: Inclusion): boolean => {
  if (!isSize(size) || !Number.isSafeInteger(index) || index < 0 || index >= size) return false;
  let node = leaf;
  const isAtTop = climb({ node: index, last: size - 1 }, path, (hash, side) => {
    node = side === 'left' ? nodeHash(hash, node) : nodeHash(node, hash);
  });
  return isAtTop && node === root;
};

const isPowerOfTwo = (value: number): boolean => {
  let rest = value;
  while (!isOdd(rest)) rest = half(rest);
  return rest === 1;
};

/** The hashes of the way, the first of which the older head itself may be. */
const wayOf = ({ first, path }: Consistency): readonly Hash[] =>
  isPowerOfTwo(first.size) ? [first.root, ...path] : path;

const climbBoth = (consistency: Consistency): boolean => {
  const { first, second } = consistency;
  const [begin, ...path] = wayOf(consistency);
  if (begin === undefined) return false;
  let place: Place = { node: first.size - 1, last: second.size - 1 };
  while (isOdd(place.node)) place = up(place);
  let older = begin;
  let newer = begin;
  const isAtTop = climb(place, path, (hash, side) => {
    if (side === 'left') older = nodeHash(hash, older);
    newer = side === 'left' ? nodeHash(hash, newer) : nodeHash(newer, hash);
  });
  return isAtTop && older === first.root && newer === second.root;
};

/** Whether the second tree begins with the first one. @see RFC 9162 section 2.1.4.2 */
export const verifyConsistency = (consistency: Consistency): boolean => {
  const { first, second, path } = consistency;
  if (!isSize(first.size) || !isSize(second.size) || first.size > second.size) return false;
  if (first.size === second.size) return path.length === 0 && first.root === second.root;
  return climbBoth(consistency);
};
