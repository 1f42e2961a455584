import { describe, expect, it } from '@jest/globals';
import { leafHash } from '../../../src/integrity/merkle.ts';
import { consistencyPath, inclusionPath } from '../../../src/integrity/proofs.ts';
import { verifyConsistency, verifyInclusion } from '../../../src/integrity/verify-proofs.ts';

/** The tree with which implementations of RFC 6962 are compared, and the heads of its beginnings. */
const leaves = [
  '',
  '\x00',
  '\x10',
  '\x20\x21',
  '\x30\x31',
  '\x40\x41\x42\x43',
  'PQRSTUVW',
  '`abcdefghijklmno',
].map(leafHash);
const roots = [
  '',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

const inclusions: readonly (readonly [number, number, readonly string[]])[] = [
  [0, 1, []],
  [
    0,
    8,
    [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  ],
  [
    5,
    8,
    [
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
  [2, 3, ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125']],
  [
    1,
    5,
    [
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  ],
];

const consistencies: readonly (readonly [number, number, readonly string[]])[] = [
  [1, 1, []],
  [
    1,
    8,
    [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  ],
  [
    6,
    8,
    [
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
  [
    2,
    5,
    [
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  ],
];

const rootOf = (size: number): string => roots[size] ?? '';

describe('Inclusion proofs', () => {
  it.each(inclusions)('of leaf %i among %i are those of RFC 6962', (index, size, path) => {
    expect(inclusionPath(leaves.slice(0, size), index)).toEqual(path);
    const leaf = leaves[index] ?? '';
    const inclusion = { index, size, leaf, path, root: rootOf(size) };
    expect(verifyInclusion(inclusion)).toBe(true);
    expect(verifyInclusion({ ...inclusion, index: (index + 1) % Math.max(size, 2) })).toBe(false);
    expect(verifyInclusion({ ...inclusion, root: leafHash('other') })).toBe(false);
    expect(verifyInclusion({ ...inclusion, path: [...path, rootOf(1)] })).toBe(false);
  });

  it('are of leaves that there are', () => {
    expect(() => inclusionPath(leaves, 8)).toThrow(RangeError);
    expect(() => inclusionPath([], 0)).toThrow(RangeError);
  });
});

describe('Consistency proofs', () => {
  it.each(consistencies)('of %i and %i leaves are those of RFC 6962', (from, to, path) => {
    expect(consistencyPath(leaves.slice(0, to), from)).toEqual(path);
    const first = { size: from, root: rootOf(from) };
    const second = { size: to, root: rootOf(to) };
    expect(verifyConsistency({ first, second, path })).toBe(true);
    const other = { first: { ...first, root: leafHash('other') }, second, path };
    expect(verifyConsistency(other)).toBe(false);
    expect(verifyConsistency({ first, second, path: [...path, rootOf(1)] })).toBe(false);
  });

  it('are of trees that there are', () => {
    expect(() => consistencyPath(leaves, 0)).toThrow(RangeError);
    expect(() => consistencyPath(leaves, 9)).toThrow(RangeError);
  });

  it('do not lead from a longer tree to a shorter one', () => {
    const first = { size: 8, root: rootOf(8) };
    expect(verifyConsistency({ first, second: { size: 4, root: rootOf(4) }, path: [] })).toBe(
      false,
    );
  });
});
