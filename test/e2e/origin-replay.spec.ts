import { describe, expect, it } from '@jest/globals';
import { poa, poaJson } from '../support/run-poa.ts';
import { sampleStores } from '../support/sample-stores.ts';

const stores = sampleStores();

interface Part {
  readonly role: string;
  readonly amount: string | null;
  readonly entries: readonly {
    readonly revision: number;
    readonly amount: string;
    readonly running: string;
    readonly place: string | null;
    readonly file?: string;
    readonly instrument?: object | null;
  }[];
  readonly later: readonly {
    readonly revision: number;
    readonly amount: string;
    readonly reasons: readonly string[];
  }[];
}
interface Traced {
  readonly value: string | null;
  readonly parts: readonly Part[];
}

const origin = (store: string, ...args: string[]) => poaJson<Traced>(store, 'origin', ...args);
const formFile = 'd78c666cc0f45032d2a6efb97ac546db916cad739901c8bc78ee521e1574fb9f';

describe('the origin of a figure of the sample', () => {
  it('is the line of the form that states it', async () => {
    const cell = ['--activity', '11.02.02', '--group', '10000', '--source', 'TGN'];
    const { value, parts } = await origin(stores.shared(), ...cell, '--measure', 'executed');
    expect(value).toBe('1871757.95');
    expect(parts).toMatchObject([
      {
        role: 'amount',
        amount: '1871757.95',
        entries: [
          {
            revision: 46,
            running: '1871757.95',
            file: formFile,
            place: '75',
            type: 'BudgetExecuted',
          },
        ],
        later: [],
      },
    ]);
  });

  it('of a rate is both its parts, down to the lines of both files', async () => {
    const { value, parts } = await origin(stores.shared(), '--measure', 'executionRate');
    expect(value).toBe('85.70');
    expect(
      parts.map(({ role, amount, entries }) => [role, amount, entries.at(-1)?.running]),
    ).toEqual([
      ['numerator', '9242127.55', '9242127.55'],
      ['denominator', '10784709.47', '10784709.47'],
    ]);
    const original = parts[1]?.entries.filter(({ revision }) => revision === 1) ?? [];
    expect(original).toHaveLength(13);
    expect(original[0]).toMatchObject({
      place: '2',
      instrument: { kind: 'LEY', number: '1267', date: '2019-12-20' },
    });
  });

  it('of the form leaves out what is not distributed', async () => {
    const may = ['--cutoff', '2020-05-31', '--measure', 'current'];
    const { value, parts } = await origin(stores.shared(), '--by', 'form-5b', ...may);
    expect([value, parts[0]?.entries]).toEqual(['0.00', []]);
    expect(parts[0]?.later).toMatchObject([
      { revision: 45, amount: '10784709.47', reasons: ['effectiveLater'] },
    ]);
  });

  it('is not known where the view does not know it', async () => {
    const cell = ['--activity', '11.02.02', '--measure', 'original'];
    expect(await origin(stores.shared(), ...cell)).toMatchObject({
      value: null,
      parts: [{ amount: null, entries: [] }],
    });
  });

  it('names what came later, by day, by recording or by both', async () => {
    const store = stores.copy();
    const execute = ['execute', '--line', '11.02.02:10000:TGN:5.00', '--beyond'];
    await poa(store, ...execute, '--on', '2020-11-10', '--document', 'C31:900');
    await poa(store, ...execute, '--on', '2020-12-20', '--document', 'C31:901');
    const cell = ['--activity', '11.02.02', '--group', '10000', '--measure', 'executed'];
    const { value, parts } = await origin(
      store,
      ...cell,
      '--cutoff',
      '2020-11-30',
      '--known',
      '48',
    );
    expect(value).toBe('0.00');
    expect(parts[0]?.later).toMatchObject([
      { revision: 46, amount: '1871757.95', reasons: ['effectiveLater'] },
      { revision: 49, amount: '5.00', reasons: ['recordedLater'], document: { number: '900' } },
      { revision: 50, amount: '5.00', reasons: ['effectiveLater', 'recordedLater'] },
    ]);
  });

  it('is a table for people', async () => {
    const cell = ['--activity', '11.04.03', '--measure', 'executed'];
    const shown = await poa(stores.shared(), 'origin', ...cell);
    expect(shown).toMatch(/\n11\.04\.03 .+ · Devengado: 30,000\.00\n\nRegistros de la cifra\n/);
    expect(shown).toMatch(/\n 46 +31\/12\/2020 .* d78c666c… 125\.1 +30,000\.00 +30,000\.00\n/);
  });
});

interface Replayed {
  readonly opening: { readonly current: string };
  readonly steps: readonly {
    readonly period: string;
    readonly changes: readonly object[];
    readonly total: { readonly current: string; readonly executed: string };
    readonly records: readonly { readonly revision: number }[];
  }[];
}

describe('the sample gone through', () => {
  const replay = (...args: string[]) => poaJson<Replayed>(stores.shared(), 'replay', ...args);

  it('as it was recorded, record by record, ends with the figures of the view', async () => {
    const { steps } = await replay();
    expect(steps.map(({ records }) => records[0]?.revision)).toEqual([...Array(49).keys()]);
    expect(steps[44]?.total.current).toBe('10784709.47');
    expect(steps[44]?.changes).toHaveLength(6);
    const { total } = await poaJson<{ total: object }>(stores.shared(), 'view', 'overall');
    expect(steps.at(-1)?.total).toEqual(total);
  });

  it('as it happened, month by month, and from a record on', async () => {
    const { steps } = await replay('--order', 'effective', '--step', 'month');
    expect(steps.map(({ period, total }) => [period, total.current])).toEqual([
      ['2020-01', '11320195.00'],
      ['2020-06', '10784709.47'],
      ['2020-12', '10784709.47'],
      [expect.stringMatching(/^2\d{3}-\d{2}$/), '10784709.47'],
    ]);
    const later = await replay('--from', '46');
    expect(later.opening.current).toBe('10784709.47');
    expect(later.steps.map(({ records }) => records[0]?.revision)).toEqual([46, 47, 48]);
  });

  it('is printed whole where nobody is at a keyboard', async () => {
    const shown = await poa(stores.shared(), 'replay', '--from', '44');
    expect(shown).toContain('── paso 1 de 5 ──\nregistro 44 · efecto 30/06/2020');
    expect(shown).toMatch(
      /\nsin distribuir +20000 +TGN +Modificaciones +-553,708\.38 +-553,708\.38\n/,
    );
    expect(shown).toContain('── paso 5 de 5 ──');
  });
});
