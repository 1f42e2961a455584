import { describe, expect, it } from '@jest/globals';

import type { Subject } from './subject.ts';

export const describeFiles = (subject: () => Subject): void => {
  describe('keeps files', () => {
    const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => index % 251);
    const sha256 = '9dc177c2fde29dea8e7c29f7ddf147b7c449c99d049c62f3aac0a5933ecf76a3';

    it('whole, under the hash of their bytes', async () => {
      const { store } = subject();
      expect(await store.keep(bytes)).toBe(sha256);
      expect(await store.find(sha256)).toEqual(bytes);
    });

    it('once, however often and at once they come', async () => {
      const { store } = subject();
      const hashes = await Promise.all([store.keep(bytes), store.keep(bytes)]);
      hashes.push(await store.keep(bytes));

      expect(hashes).toEqual([sha256, sha256, sha256]);
      expect(await store.find(sha256)).toEqual(bytes);
    });

    it('as they were when they came', async () => {
      const { store } = subject();
      const changing = Uint8Array.of(1, 2, 3);
      const keeping = store.keep(changing);
      changing[0] = 9;
      const hash = await keeping;
      const found = await store.find(hash);
      if (found !== null) found[1] = 9;

      expect(await store.find(hash)).toEqual(Uint8Array.of(1, 2, 3));
    });

    it('of no bytes too', async () => {
      const { store } = subject();
      const hash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

      expect(await store.keep(new Uint8Array())).toBe(hash);
      expect(await store.find(hash)).toEqual(new Uint8Array());
    });

    it('and finds none under another hash', async () => {
      const { store } = subject();
      expect(await store.find('0'.repeat(64))).toBeNull();
    });
  });
};
