import { hash } from 'node:crypto';

/** SHA-256 in hexadecimal. */
export type Hash = string;

const sha256 = (bytes: Uint8Array): Hash => hash('sha256', bytes, 'hex');

/** The hash of a leaf: SHA-256(0x00 ‖ text). @see RFC 6962 section 2.1 */
export const leafHash = (text: string): Hash => {
  const bytes = Buffer.allocUnsafe(Buffer.byteLength(text) + 1);
  bytes[0] = 0;
  bytes.write(text, 1);
  return sha256(bytes);
};

/** The hash of a node over two others: SHA-256(0x01 ‖ left ‖ right). */
export const nodeHash = (left: Hash, right: Hash): Hash => {
  const bytes = Buffer.allocUnsafe(65);
  bytes[0] = 1;
  bytes.write(left, 1, 'hex');
  bytes.write(right, 33, 'hex');
  return sha256(bytes);
};

/** The perfect subtrees of a tree, largest first: all that is needed to go on growing it. */
export interface Frontier {
  readonly size: number;
  readonly peaks: readonly Hash[];
}

export const emptyFrontier: Frontier = { size: 0, peaks: [] };

/** Adds one leaf: as many of the last peaks melt into it as the size has trailing ones. */
export const grow = ({ size, peaks }: Frontier, leaf: Hash): Frontier => {
  const grown = [...peaks];
  let node = leaf;
  for (let rest = size; rest % 2 === 1; rest = Math.floor(rest / 2)) {
    const left = grown.pop();
    if (left === undefined) throw new Error('a frontier lacks a peak');
    node = nodeHash(left, node);
  }
  return { size: size + 1, peaks: [...grown, node] };
};

/** The head of the tree: the peaks folded from the right; of no leaves the hash of nothing. */
export const rootOf = ({ peaks }: Frontier): Hash =>
  peaks.length === 0
    ? sha256(new Uint8Array())
    : peaks.reduceRight((right, left) => nodeHash(left, right));
