import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { openSqliteStore } from '../../src/adapters/sqlite/open-sqlite-store.ts';
import { verifyStore } from '../../src/application/verify-store.ts';
import { temporaryFolders } from '../support/folders.ts';
import { judgeMutation, type Specimen, specimens, writeFiles } from '../support/mutated-stores.ts';

const newFolder = temporaryFolders();
let known: readonly Specimen[] = [];

beforeAll(async () => {
  known = await specimens(newFolder());
}, 20_000);

describe('sqlite: a store whose bytes were changed, cut or swapped', () => {
  const numbers = Array.from({ length: 10 }, (_, index) => 900_000 + index * 15);

  it.each(numbers)(
    'is found, or all figures are equal (15 mutations from %i)',
    async (first) => {
      const folder = newFolder();
      const judged: unknown[] = [];
      for (let number = first; number < first + 15; number += 1) {
        judged.push({ number, ...(await judgeMutation(join(folder, 'mutated'), known, number)) });
      }

      expect(judged).toHaveLength(15);
      expect(judged).not.toContainEqual(expect.objectContaining({ outcome: 'wrong' }));
      expect(judged).not.toContainEqual(expect.objectContaining({ outcome: 'crash' }));
    },
    20_000,
  );

  it('may have lost commits without a word, which only a head kept outside shows', async () => {
    const folder = join(newFolder(), 'cut');
    const specimen = known.find(({ target }) => target === 'poa.sqlite-wal');
    const log = specimen?.files['poa.sqlite-wal'];
    if (specimen === undefined || log === undefined) throw new Error('no specimen');
    const files = { ...specimen.files, 'poa.sqlite-wal': log.subarray(0, log.length - 100) };
    await writeFiles(folder, files);

    const store = await openSqliteStore(folder, { mustExist: true });
    const alone = await verifyStore(store);
    const compared = await verifyStore(store, { head: specimen.head });
    await store.close();

    expect(specimen.head.revision).toBe(52);
    expect(alone.rows).toMatchObject([{ verified: { records: 52 }, damage: [] }]);
    expect(compared.rows).toMatchObject([{ verified: null, damage: [{ code: 'HEAD_MISSING' }] }]);
  });
});
