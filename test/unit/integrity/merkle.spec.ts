import { describe, expect, it } from '@jest/globals';
import { emptyFrontier, grow, leafHash, rootOf } from '../../../src/integrity/merkle.ts';

/** The leaves and tree heads that implementations of RFC 6962 are compared with. */
const leaves = [
  '',
  '\x00',
  '\x10',
  '\x20\x21',
  '\x30\x31',
  '\x40\x41\x42\x43',
  'PQRSTUVW',
  '`abcdefghijklmno',
];
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

describe('The tree over a ledger', () => {
  it.each(roots.map((root, size) => [size, root] as const))(
    'of %i records has the head of RFC 6962',
    (size, root) => {
      const frontier = leaves.slice(0, size).map(leafHash).reduce(grow, emptyFrontier);
      expect(rootOf(frontier)).toBe(root);
      expect(frontier.size).toBe(size);
    },
  );

  it('hashes text as UTF-8', () => {
    expect(leafHash('ñ')).not.toBe(leafHash('n'));
    expect(leafHash('ñ')).toHaveLength(64);
  });
});
