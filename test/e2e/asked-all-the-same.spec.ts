import { expect, it } from '@jest/globals';
import { changedFiles } from '../support/changed-files.ts';
import { poa, poaJson, refusalOf } from '../support/run-poa.ts';
import { sampleStores } from '../support/sample-stores.ts';
import { storeContent } from '../support/store-content.ts';

const stores = sampleStores();
const files = changedFiles();

interface Answer {
  readonly findings: readonly { code: string; text: string }[];
}

const moreThanThereIs = '29,488.00 → 40,000.00 & 9,242,127.55 → 9,252,639.55';

it('takes a total that its rows do not give as a finding, with --accept-differences', async () => {
  const sum = 'GENERAL\t\t\t\t\t\t\t\t10,784,709.4';
  const path = files.changed('form', `${sum}7 → ${sum}8`);
  const { findings } = await poaJson<Answer>(
    ...[stores.copy(), 'import', path, '--accept-differences'],
  );
  expect(findings).toContainEqual(expect.objectContaining({ code: 'TOTAL_DIFFERS' }));
});

it('takes an adjusted plan whose name has no month from the day that --adjusted-on names', async () => {
  const store = stores.fresh();
  const path = files.changed('form', 'AJUSTADO JUNIO → AJUSTADO');
  await poa(store, 'import', path, '--adjusted-on', '2020-07-15');
  const current = async (day: string): Promise<string> => {
    const view = ['view', 'overall', '--cutoff', day];
    return (await poaJson<{ total: { current: string } }>(store, ...view)).total.current;
  };
  expect([await current('2020-07-14'), await current('2020-07-15')]).toEqual([
    ...['0.00', '10784709.47'],
  ]);
});

it('lets in more executed than there is where control warns, and says in which cells', async () => {
  const store = stores.copy();
  await poa(store, 'control', '--mode', 'warn', '--level', 'cell', '--reason', 'prueba');
  const path = files.changed('form', moreThanThereIs);
  const { findings } = await poaJson<Answer>(store, 'import', path);
  const texts = findings.filter(({ code }) => code === 'OVERSPENT').map(({ text }) => text);
  expect(texts).toEqual([
    '11.03.04 · sin grupo · TGN: lo usado supera lo vigente en 3,050.00 el 31/12/2020',
  ]);
});

it('takes a form of a closed period once the period is opened again', async () => {
  const store = stores.copy();
  await poa(store, 'close', '--through', '2020-12-31');
  const written = storeContent(store);
  const path = files.changed('form', '29,488.00 → 29,400.00 & 9,242,127.55 → 9,242,039.55');
  const refusal = await refusalOf(store, ['import', path]);
  expect(refusal).toMatchObject({ code: 'PERIOD_IS_CLOSED', exit: 4 });
  expect(storeContent(store)).toEqual(written);
  const paper = ['--authorisation', 'NOTA:1:2021-01-20', '--reason', 'omisión'];
  await poa(store, 'reopen', '--from', '2020-12-01', ...paper);
  await poa(store, 'import', path);
});
