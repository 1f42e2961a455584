import { hash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { leafHash } from '../../../src/integrity/merkle.ts';
import { consistencyPath, inclusionPath } from '../../../src/integrity/proofs.ts';
import { verifyConsistency, verifyInclusion } from '../../../src/integrity/verify-proofs.ts';
import { propertyTimeout, runs } from '../../support/runs.ts';

/** The definitions of RFC 6962 section 2.1 word by word, over lists. */
const naiveNode = (left: string, right: string): string =>
  hash('sha256', Buffer.from(`01${left}${right}`, 'hex'), 'hex');

const naiveSplit = (size: number): number => {
  const powers = Array.from({ length: 20 }, (_, power) => 2 ** power);
  return powers.findLast((power) => power < size) ?? 1;
};

const naiveRoot = (leaves: readonly string[]): string => {
  if (leaves.length === 1) return leaves[0] ?? '';
  const middle = naiveSplit(leaves.length);
  return naiveNode(naiveRoot(leaves.slice(0, middle)), naiveRoot(leaves.slice(middle)));
};

const naivePath = (index: number, leaves: readonly string[]): string[] => {
  if (leaves.length === 1) return [];
  const middle = naiveSplit(leaves.length);
  const [left, right] = [leaves.slice(0, middle), leaves.slice(middle)];
  return index < middle
    ? [...naivePath(index, left), naiveRoot(right)]
    : [...naivePath(index - middle, right), naiveRoot(left)];
};

const naiveProof = (first: number, leaves: readonly string[], isWhole: boolean): string[] => {
  if (first === leaves.length) return isWhole ? [] : [naiveRoot(leaves)];
  const middle = naiveSplit(leaves.length);
  const [left, right] = [leaves.slice(0, middle), leaves.slice(middle)];
  return first <= middle
    ? [...naiveProof(first, left, isWhole), naiveRoot(right)]
    : [...naiveProof(first - middle, right, false), naiveRoot(left)];
};

/** A tree of some leaves, with a number from 1 to their count. */
const trees = fc
  .tuple(fc.integer({ min: 1, max: 70 }), fc.nat(), fc.nat())
  .map(([size, salt, chosen]) => ({
    leaves: Array.from({ length: size }, (_, index) => leafHash(`${salt}.${index}`)),
    first: 1 + (chosen % size),
  }));

/** A hash with one of its signs changed. */
const changed = (text: string, at: number): string => {
  const place = at % text.length;
  const sign = text.charAt(place) === '0' ? '1' : '0';
  return text.slice(0, place) + sign + text.slice(place + 1);
};

describe('Proofs over a ledger', () => {
  it(
    'of inclusion are what the definition says, hold, and hold for nothing else',
    () => {
      fc.assert(
        fc.property(trees, fc.nat(), ({ leaves, first }, at) => {
          const index = first - 1;
          const path = inclusionPath(leaves, index);
          expect(path).toEqual(naivePath(index, leaves));
          const inclusion = {
            ...{ index, size: leaves.length, leaf: leaves[index] ?? '', path },
            root: naiveRoot(leaves),
          };
          expect(verifyInclusion(inclusion)).toBe(true);
          expect(verifyInclusion({ ...inclusion, leaf: changed(inclusion.leaf, at) })).toBe(false);
          expect(verifyInclusion({ ...inclusion, root: changed(inclusion.root, at) })).toBe(false);
          const place = at % Math.max(1, path.length);
          const other = path.map((each, step) => (step === place ? changed(each, at) : each));
          expect(verifyInclusion({ ...inclusion, path: other })).toBe(path.length === 0);
          expect(verifyInclusion({ ...inclusion, path: path.slice(1) })).toBe(path.length === 0);
          for (const wrong of leaves.keys()) {
            expect(verifyInclusion({ ...inclusion, index: wrong })).toBe(wrong === index);
          }
        }),
        runs(200),
      );
    },
    propertyTimeout,
  );

  it(
    'of consistency are what the definition says, hold, and hold for nothing else',
    () => {
      fc.assert(
        fc.property(trees, fc.nat(), ({ leaves, first: size }, at) => {
          const path = consistencyPath(leaves, size);
          expect(path).toEqual(naiveProof(size, leaves, true));
          const first = { size, root: naiveRoot(leaves.slice(0, size)) };
          const second = { size: leaves.length, root: naiveRoot(leaves) };
          expect(verifyConsistency({ first, second, path })).toBe(true);
          for (const wrong of [
            { first: { ...first, root: changed(first.root, at) }, second, path },
            { first, second: { ...second, root: changed(second.root, at) }, path },
            { first, second, path: [...path, leafHash('one more')] },
          ]) {
            expect(verifyConsistency(wrong)).toBe(false);
          }
          const place = at % Math.max(1, path.length);
          const other = path.map((each, step) => (step === place ? changed(each, at) : each));
          expect(verifyConsistency({ first, second, path: other })).toBe(path.length === 0);
        }),
        runs(200),
      );
    },
    propertyTimeout,
  );
});
