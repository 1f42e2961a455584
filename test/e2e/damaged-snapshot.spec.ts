import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { runPoa } from '../support/run-poa.ts';
import { sampleStores } from '../support/sample-stores.ts';

const stores = sampleStores();

it('a damaged snapshot is told on standard error and leaves the answer alone', async () => {
  const store = stores.copy();
  const snapshot = join(store, 'snapshots', '41-SENAVEX-2020.snapshot');
  await mkdir(join(store, 'snapshots'), { recursive: true });
  await writeFile(snapshot, 'no es una instantánea');
  const { code, out, err } = await runPoa(store, ['view', 'overall', '--json']);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ total: { executed: '9242127.55' } });
  expect(err).toBe('poa: 41-SENAVEX-2020: la instantánea está dañada; se rehace del registro\n');
  expect(await readFile(snapshot, 'utf8')).toBe('no es una instantánea');
});
