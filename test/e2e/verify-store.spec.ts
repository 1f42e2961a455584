import { join } from 'node:path';
import { describe, expect, it, jest } from '@jest/globals';
import { changeFile } from '../support/change-file.ts';
import { poa, poaJson, refusalOf, runPoa } from '../support/run-poa.ts';
import { sampleStores } from '../support/sample-stores.ts';

jest.setTimeout(30_000);
const stores = sampleStores();

describe('verify of a whole store', () => {
  const twoLedgers = async (): Promise<string> => {
    const store = stores.copy();
    const opening = ['--entity', '41', '--sigla', 'OTRA', '--year', '2020'];
    await poa(store, 'open', '--ledger', '41-OTRA-2020', ...opening);
    return store;
  };

  it('has a line for each ledger, and for the files', async () => {
    const said = await poa(await twoLedgers(), 'verify');

    expect(said.split('\n')).toEqual([
      expect.stringMatching(/^41-SENAVEX-2020: 49 registros, cabeza 48:[0-9a-f]{64}$/),
      expect.stringMatching(/^41-OTRA-2020: 1 registros, cabeza 0:[0-9a-f]{64}$/),
      '2 archivos guardados, comparados con su SHA-256',
      expect.stringMatching(/^coherente /),
      '',
    ]);
  });

  it('names the first record that does not fit, goes on, and ends with 7', async () => {
    const store = await twoLedgers();
    changeFile(
      join(store, 'poa.sqlite'),
      "UPDATE records SET text = replace(text, '11.02.02', '11.02.03') WHERE revision = 46",
    );
    const { code, out, err } = await runPoa(store, ['verify']);

    expect(code).toBe(7);
    expect(err).toMatch(
      /^poa: 41-SENAVEX-2020: el registro 46 no es el que se escribió: .* \[LEDGER_DAMAGED\]\n$/,
    );
    expect(out).toMatch(/^41-SENAVEX-2020: DAÑO: .*\n41-OTRA-2020: 1 registros, .*\n/);
    expect(out).toContain('daños: 1\n');
    expect(await poa(store, 'verify', '--ledger', '41-OTRA-2020')).toContain('coherente');
  });

  it('is read by programs: rows, and what it comes to', async () => {
    const store = await twoLedgers();
    const sound = await poaJson<unknown>(store, 'verify');
    expect(sound).toMatchObject({
      result: 'coherent',
      rows: [
        { ledger: '41-SENAVEX-2020', records: 49, isCompared: false, damage: [] },
        { ledger: '41-OTRA-2020', records: 1 },
      ],
      files: 2,
      damage: [],
    });
    changeFile(join(store, 'poa.sqlite'), "UPDATE files SET bytes = x'00'");
    const { code, out, err } = await runPoa(store, ['verify', '--json']);

    expect([code, err]).toEqual([7, '']);
    expect(JSON.parse(out)).toMatchObject({
      result: 'damaged',
      rows: [
        {
          ledger: '41-SENAVEX-2020',
          records: 49,
          damage: [{ code: 'KEPT_FILE_DAMAGED' }, { code: 'KEPT_FILE_DAMAGED' }],
        },
        { ledger: '41-OTRA-2020', damage: [] },
      ],
      error: { code: 'KEPT_FILE_DAMAGED', kind: 'damaged' },
    });
  });

  it('misses a file that a record names', async () => {
    const store = stores.copy();
    changeFile(join(store, 'poa.sqlite'), 'DELETE FROM files');

    expect(await refusalOf(store, ['verify'])).toMatchObject({
      code: 'KEPT_FILE_MISSING',
      facts: { ledger: '41-SENAVEX-2020', revision: 1 },
      exit: 7,
    });
  });

  it('takes a head for one ledger alone', async () => {
    const store = await twoLedgers();
    const head = ['--head', `0:${'0'.repeat(64)}`];

    expect(await refusalOf(store, ['verify', ...head])).toMatchObject({
      code: 'LEDGER_NOT_CHOSEN',
      exit: 2,
    });
    expect(await refusalOf(store, ['verify', '--ledger', '41-OTRA-2020', ...head])).toMatchObject({
      code: 'HEAD_DIFFERS',
      exit: 7,
    });
  });
});
