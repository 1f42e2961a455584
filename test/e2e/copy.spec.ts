import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { changeFile } from '../support/change-file.ts';
import { temporaryFolders } from '../support/folders.ts';
import { poa, poaJson, refusalOf } from '../support/run-poa.ts';
import { describeInFolders, sampleStores } from '../support/sample-stores.ts';
import { storeContent } from '../support/store-content.ts';

const stores = sampleStores();
const newFolder = temporaryFolders();
const between = (from: string, to: string) => ['copy', '--from', from, '--to', to];

describe('poa copy', () => {
  it('makes a store with the same records, files and heads, and nothing the second time', async () => {
    const [from, to] = [stores.shared(), stores.fresh()];

    const said = await poa('elsewhere', ...between(from, to));

    expect(said).toContain(`${from}: copiado a ${to}; las raíces son iguales`);
    expect(said).toMatch(/41-SENAVEX-2020 +49 +49 +48:[0-9a-f]{64}/);
    expect(storeContent(to)).toEqual(storeContent(from));
    expect(await poaJson('elsewhere', ...between(from, to))).toMatchObject({
      from,
      to,
      ledgers: [{ ledger: '41-SENAVEX-2020', records: 49, copied: 0 }],
    });
    expect(await poa(to, 'form-5b')).toBe(await poa(from, 'form-5b'));
  });

  it('goes on with what came later, and back again', async () => {
    const [from, to] = [stores.copy(), stores.fresh()];
    await poa('elsewhere', ...between(from, to));
    const entry = ['execute', '--on', '2020-11-15', '--document', 'C31:1', '--beyond'];
    await poa(to, ...entry, '--line', '11.01.11:20000:TGN:7.25');

    expect(await poaJson('elsewhere', ...between(to, from))).toMatchObject({
      ledgers: [{ records: expect.any(Number), copied: 1 }],
    });
    expect(storeContent(from)).toEqual(storeContent(to));
  });

  it('refuses a store that went another way, the same one, and one that is not there', async () => {
    const [from, to] = [stores.copy(), stores.copy()];
    for (const [store, number] of [
      [from, 'C31:1'],
      [to, 'C31:2'],
    ] as const) {
      const entry = ['execute', '--on', '2020-11-15', '--document', number, '--beyond'];
      await poa(store, ...entry, '--line', '11.01.11:20000:TGN:7.25');
    }
    const before = storeContent(to);

    expect(await refusalOf('x', between(from, to))).toMatchObject({
      code: 'COPY_DIVERGED',
      exit: 5,
      facts: { revision: 49 },
    });
    expect(storeContent(to)).toEqual(before);
    expect(await refusalOf('x', between(from, from))).toMatchObject({ code: 'COPY_TO_ITSELF' });
    const target = stores.fresh();
    const missing = between(join(newFolder(), 'missing'), target);
    expect(await refusalOf('x', missing)).toMatchObject({ code: 'STORE_NOT_FOUND' });
    expect(storeContent(target)).toBeNull();
    expect(await refusalOf('x', ['copy', '--from', from])).toMatchObject({ exit: 2 });
  });
});

describeInFolders('poa copy of files that were changed', () => {
  it('copies no damage', async () => {
    const [from, to] = [stores.copy(), stores.fresh()];
    changeFile(
      join(from, 'poa.sqlite'),
      "UPDATE records SET text = replace(text, '11.02.02', '11.02.03') WHERE revision = 46",
    );
    expect(await refusalOf('x', between(from, to))).toMatchObject({
      code: 'LEDGER_DAMAGED',
      exit: 7,
    });
  });
});
