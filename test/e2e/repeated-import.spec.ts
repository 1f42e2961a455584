import { describe, expect, it } from '@jest/globals';
import { poa, poaJson, samples } from '../support/run-poa.ts';
import { sampleStores } from '../support/sample-stores.ts';
import { storeContent } from '../support/store-content.ts';

const stores = sampleStores();

interface Answer {
  readonly events: number;
  readonly findings: readonly { code: string }[];
}

const codesOf = ({ findings }: Answer): string[] => findings.map(({ code }) => code);

describe('a file that was taken before', () => {
  it('writes nothing and says so', async () => {
    const store = stores.copy();
    const before = storeContent(store);
    const form = await poaJson<Answer>(store, 'import', samples.form);
    expect([form.events, codesOf(form)]).toEqual([
      0,
      expect.arrayContaining(['FILE_ALREADY_TAKEN']),
    ]);
    const budget = await poaJson<Answer>(
      ...[store, 'import', samples.budget, '--assume-source', 'TGN'],
    );
    expect([budget.events, codesOf(budget)]).toEqual([
      ...[0, expect.arrayContaining(['FILE_ALREADY_TAKEN'])],
    ]);
    expect(storeContent(store)).toEqual(before);
  });

  it('is looked at once more with --again, which moves no money', async () => {
    const store = stores.copy();
    const views = async () => [
      await poa(store, 'form-5b', '--format', 'tsv'),
      (await poaJson<{ rows: unknown }>(store, 'view', 'activity')).rows,
    ];
    const before = await views();
    const again = await poaJson<Answer>(store, 'import', samples.form, '--again');
    expect(codesOf(again)).not.toContain('FILE_ALREADY_TAKEN');
    const { rows } = await poaJson<{ rows: { type: string; revision: number }[] }>(store, 'events');
    const written = rows.filter(({ revision }) => revision > 48).map(({ type }) => type);
    expect(
      written.filter((type) => type.startsWith('Budget') || /Corrected|Activity/.test(type)),
    ).toEqual([]);
    expect(await views()).toEqual(before);
  });

  it('gives the same money in the other order', async () => {
    const store = stores.fresh();
    await poa(store, 'import', samples.form);
    const known = await poaJson<{ total: { original: unknown; current: unknown } }>(
      store,
      'view',
      'group',
    );
    expect(known.total).toMatchObject({
      original: null,
      adjustments: null,
      current: '10784709.47',
    });
    await poa(
      store,
      'import',
      samples.budget,
      '--assume-source',
      'TGN',
      '--approve',
      'LEY:1267:2019-12-20',
    );
    const groups = async (folder: string, day: string) =>
      (await poaJson<{ rows: unknown }>(folder, 'view', 'group', '--cutoff', day)).rows;
    for (const day of ['2020-05-31', '2020-12-31']) {
      expect(await groups(store, day)).toEqual(await groups(stores.shared(), day));
    }
  });
});
