import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ViewFindings } from '../../src/bus/oversight-messages.ts';
import { civilDate } from '../../src/catalogue/civil-date.ts';
import { changedFiles } from '../support/changed-files.ts';
import { temporaryFolders } from '../support/folders.ts';
import { poa, poaJson, refusalOf } from '../support/run-poa.ts';
import { sampleStores } from '../support/sample-stores.ts';
import { toldYear } from '../support/told-year.ts';

const stores = sampleStores();
const files = changedFiles();
const folder = temporaryFolders();
const yearEnd = ['--cutoff', '2020-12-31'];

interface Row {
  readonly severity: string;
  readonly code: string;
  readonly text: string;
  readonly facts: Record<string, unknown>;
  readonly about: Record<string, unknown>;
  readonly origin: { readonly revisions: readonly number[] };
}
interface Found {
  readonly rows: readonly Row[];
  readonly count: { readonly warnings: number; readonly notices: number };
  readonly settings: Record<string, unknown>;
}

const found = (store: string, ...args: string[]): Promise<Found> =>
  poaJson<Found>(store, 'findings', ...args);

/** Written from the rules of the field, before any of them was programmed. */
const expected = async (): Promise<unknown> => {
  const path = new URL('../../samples/findings-senavex-2020-12.json', import.meta.url);
  return JSON.parse(await readFile(path, 'utf8'));
};

describe('the findings on the real form at its corte', () => {
  it('are exactly those of the committed table, no one more', async () => {
    const { rows, count } = await found(stores.shared(), ...yearEnd);
    expect(rows.map(({ severity, code, facts }) => ({ severity, code, facts }))).toEqual(
      await expected(),
    );
    expect(count).toEqual({ warnings: 15, notices: 12 });
  });

  it('name records of the ledger that speak of their cell', async () => {
    const { rows } = await found(stores.shared(), ...yearEnd);
    const events = await poaJson<{ rows: readonly { revision: number; type: string }[] }>(
      ...[stores.shared(), 'events'],
    );
    const typeOf = new Map(events.rows.map(({ revision, type }) => [revision, type]));
    const origins = new Map(
      rows.map(({ code, origin }) => [code, origin.revisions.map((each) => typeOf.get(each))]),
    );
    expect(Object.fromEntries(origins)).toEqual({
      SPENT_WITHOUT_PROGRESS: ['BudgetExecuted', 'ProgressReported'],
      PROGRESS_WITHOUT_SPENDING: ['BudgetDistributed', 'ProgressReported'],
      NOTHING_DONE: ['BudgetDistributed', 'ProgressReported'],
      PAST_END_DATE: ['ActivityRegistered', 'ProgressReported'],
      BUYS_WITHOUT_BUDGET: ['ActivityRegistered'],
      EXECUTED_WITHOUT_GROUP: ['BudgetExecuted'],
      ADJUSTMENT_WITHOUT_INSTRUMENT: ['BudgetAdjusted'],
      DUE_ON_CUT_OFF: ['ActivityRegistered', 'ProgressReported'],
    });
  });

  it('are shown to people, with their records, and by the demonstration', async () => {
    const shown = await poa(stores.shared(), 'findings', ...yearEnd);
    expect(shown).toMatch(
      /! +11\.01\.11: se ejecutaron 169,791\.00 con una eficacia acumulada de 0\.00 % +SPENT_WITHOUT_PROGRESS +46–47/,
    );
    expect(shown).toContain('15 advertencias (!) y 12 avisos (·)');
    const demo = await poa(stores.fresh(), 'demo', '--exit');
    expect(demo).toContain('— Los hallazgos al 31/12/2020 —');
    expect(demo).toContain('15 advertencias (!) y 12 avisos (·)');
  });

  it('are none before the plan was distributed, and the adjustment alone before progress is known', async () => {
    expect((await found(stores.shared(), '--cutoff', '2020-05-31')).rows).toEqual([]);
    const { rows } = await found(stores.shared(), '--cutoff', '2020-09-30');
    expect(rows.map(({ code }) => code)).toEqual([
      'BUYS_WITHOUT_BUDGET',
      'ADJUSTMENT_WITHOUT_INSTRUMENT',
    ]);
  });

  it('lose the adjustment once it is documented, and keep it as known before', async () => {
    const store = stores.copy();
    await poa(
      ...[store, 'document', 'AJUSTADO-JUNIO', '--kind', 'reformulation'],
      ...['--net-effect', '-535485.53', '--instrument', 'RM:100/2020:2020-06-25'],
    );
    expect((await found(store, ...yearEnd)).count.warnings).toBe(14);
    expect((await found(store, ...yearEnd, '--known', '48')).count.warnings).toBe(15);
    const { rows } = await poaJson<{ rows: readonly object[] }>(store, 'adjustments', ...yearEnd);
    expect(rows).toMatchObject([
      { kind: 'reformulation', instrument: { number: '100/2020' }, revisions: [44, 49] },
    ]);
  });

  it('follow the settings of a file, which the answer repeats', async () => {
    const path = join(folder(), 'settings.json');
    await writeFile(path, JSON.stringify({ buyingWords: ['RENOVACIÓN'], lateFrom: '06-30' }));
    const { rows, settings } = await found(stores.shared(), ...yearEnd, '--settings', path);
    const codes = rows.map(({ code }) => code);
    expect(codes).not.toContain('BUYS_WITHOUT_BUDGET');
    expect(codes).toContain('ADJUSTMENT_LATE_IN_YEAR');
    expect(settings).toEqual({
      buyingWords: ['RENOVACIÓN'],
      lateFrom: '06-30',
      smallAmountMax: '10000.00',
      smallCountMin: 4,
      roundTripDaysMax: 90,
    });
  });

  it('hold a sum row that does not close, seen again in the file that was kept', async () => {
    const sum = 'GENERAL\t\t\t\t\t\t\t\t10,784,709.4';
    const path = files.changed('form', `${sum}7 → ${sum}8`);
    const store = stores.fresh();
    await poa(store, 'import', path, '--accept-differences');
    const { rows } = await found(store, ...yearEnd);
    expect(rows.filter(({ code }) => code === 'TOTAL_DIFFERS')).toMatchObject([
      {
        facts: { row: 'TOTAL GENERAL', printed: '10784709.48', found: '10784709.47' },
        about: { form: '2020-12-31' },
      },
    ]);
  });
});

describe('settings that are refused', () => {
  const settings = async (text: string): Promise<string> => {
    const path = join(folder(), 'settings.json');
    await writeFile(path, text);
    return path;
  };

  it.each([
    ['{', 'no es JSON'],
    ['[]', 'se espera un objeto JSON'],
    ['{"late": 1}', 'no existe «late»; existen: buyingWords'],
    ['{"smallCountMin": 1}', 'smallCountMin: se espera un número entero de 2 a 1000'],
  ])('settings of %j, with what would be valid', async (text, problem) => {
    const path = await settings(text);
    const refusal = await refusalOf(stores.shared(), ['findings', '--settings', path]);
    expect(refusal).toMatchObject({
      exit: 2,
      code: 'INVALID_SETTINGS',
      detail: expect.stringContaining(problem),
      place: { file: path },
    });
  });
});

describe('the story of a year', () => {
  it('has the findings that its telling gives reason for', async () => {
    const { connection, story } = await toldYear();
    const codesAt = async (day: string): Promise<string[]> => {
      const query = new ViewFindings(story.ledger, { effective: civilDate(day) }, undefined);
      return (await connection.queries.execute(query)).view.rows.map(({ code }) => code);
    };
    expect(await codesAt('2021-12-31')).toEqual([
      ...['PAST_END_DATE', 'DUE_ON_CUT_OFF', 'FORM_OUT_OF_ORDER'],
    ]);
    expect(await codesAt('2021-11-26')).toContain('USED_ABOVE_BUDGET');
    await connection.close();
  }, 60_000);
});
