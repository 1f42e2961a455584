import { describe, expect, it } from '@jest/globals';
import { ViewSeries } from '../../src/bus/oversight-messages.ts';
import { civilDate } from '../../src/catalogue/civil-date.ts';
import { poa, poaJson, refusalOf } from '../support/run-poa.ts';
import { sampleStores } from '../support/sample-stores.ts';
import { toldYear } from '../support/told-year.ts';

const stores = sampleStores();
const yearEnd = ['--cutoff', '2020-12-31'];

describe('the official statement', () => {
  it.each([
    ['activity', 42],
    ['group', 7],
    ['source', 1],
    ['overall', 0],
  ])('by %s has %i rows and one total', async (by, count) => {
    const { rows, total } = await poaJson<{ rows: readonly object[]; total: object }>(
      ...[stores.shared(), 'execution-statement', '--by', by, ...yearEnd],
    );
    expect(rows).toHaveLength(count);
    expect(total).toEqual({
      original: '11320195.00',
      adjustments: '-535485.53',
      distributed: '0.00',
      current: '10784709.47',
      committed: null,
      uncommitted: null,
      executed: '9242127.55',
      unexecuted: '1542581.92',
      paid: null,
      unpaid: null,
    });
  });

  it('names to people what nobody reported, and shows the distributed column where it is needed', async () => {
    const byGroup = await poa(stores.shared(), 'execution-statement', '--by', 'group', ...yearEnd);
    expect(byGroup).toMatch(
      /20000 +Servicios No Personales +2,090,860\.00 +-553,708\.38 +1,537,151\.62 +971,549\.17 +565,602\.45\n/,
    );
    expect(byGroup).not.toContain('Distribuido');
    expect(byGroup).toContain('Saldo no comprometido: no informado');
    const byActivity = await poa(stores.shared(), 'execution-statement', ...yearEnd);
    expect(byActivity).toMatch(
      /Sin distribuir +11,320,195\.00 +-535,485\.53 +-10,784,709\.47 +0\.00/,
    );
  });
});

describe('the series of the real year', () => {
  it('has no month of its own, and one interval of the whole year', async () => {
    const { months } = await poaJson<{ months: readonly Record<string, unknown>[] }>(
      ...[stores.shared(), 'series', ...yearEnd],
    );
    expect(months).toHaveLength(12);
    expect(months.map(({ executed }) => executed).slice(10)).toEqual([
      { ofMonth: null, accumulated: null },
      { ofMonth: null, accumulated: '9242127.55' },
    ]);
    expect(months.flatMap(({ intervals }) => intervals)).toEqual([
      { from: '2020-01-01', to: '2020-12-31', amount: '9242127.55' },
    ]);
    expect(months[5]?.current).toEqual({ ofMonth: '-535485.53', accumulated: '10784709.47' });
    expect(await poa(stores.shared(), 'series', ...yearEnd)).toContain(
      'Devengado del 01/01/2020 al 31/12/2020, sin desglose mensual: 9,242,127.55',
    );
  });

  it('is that of an activity or of a group as well', async () => {
    const last = async (...args: string[]): Promise<unknown> => {
      const { months } = await poaJson<{ months: readonly Record<string, unknown>[] }>(
        ...[stores.shared(), 'series', ...yearEnd, ...args],
      );
      return months.at(-1)?.executed;
    };
    expect(await last('--activity', '11.02.02.')).toMatchObject({ accumulated: '2386378.93' });
    expect(await last('--group', '20000')).toMatchObject({ accumulated: '971549.17' });
    expect(await last('--group', 'none')).toMatchObject({ accumulated: '38488.00' });
  });
});

describe('the adjustments of the real year', () => {
  it('are one, as a form stated it, over the original', async () => {
    const { rows, byKind, byMonth, total } = await poaJson<Record<string, unknown>>(
      ...[stores.shared(), 'adjustments', ...yearEnd],
    );
    const sums = { increases: '91716.00', decreases: '-627201.53', net: '-535485.53' };
    const rates = { netRate: '-4.73', movedRate: '6.35' };
    expect(rows).toMatchObject([
      { name: 'AJUSTADO JUNIO', kind: 'stated', instrument: null, day: '2020-06-30', ...sums },
    ]);
    expect(byKind).toMatchObject([{ kind: 'stated', number: 1, ...sums, ...rates }]);
    expect(byMonth).toMatchObject([{ month: '2020-06', number: 1 }]);
    expect(total).toMatchObject({ number: 1, moved: '718917.53', ...rates });
    expect(await poa(stores.shared(), 'adjustments', '--cutoff', '2020-05-31')).toContain(
      'sin modificaciones a esa fecha',
    );
  });
});

describe('what is refused', () => {
  it.each([
    [
      ['execution-statement', '--by', 'month'],
      2,
      'INVALID_COMMAND',
      '--by <level>: «month» no es de: activity, group, source, overall',
    ],
    [
      ['series', '--activity', '99.99.99'],
      3,
      'ACTIVITY_NOT_FOUND',
      'no existe la actividad 99.99.99; existen: 04.01.01',
    ],
    [
      ['series', '--group', '12345'],
      3,
      'GROUP_NOT_FOUND',
      'no tiene el grupo 12345; existen: 10000',
    ],
    [
      ['series', '--group', '10000', '--activity', '11.02.02'],
      2,
      'INVALID_COMMAND',
      'una actividad o un grupo, no los dos',
    ],
    [
      ['findings', '--settings', '/nowhere/settings.json'],
      3,
      'FILE_NOT_FOUND',
      '--settings: no se puede leer el archivo',
    ],
    [
      ['findings', '--cutoff', '2021-01-01'],
      2,
      'CUT_OFF_OUTSIDE_FISCAL_YEAR',
      'use un día entre 2020-01-01 y 2020-12-31',
    ],
    [['adjustments', '--known', '99'], 3, 'REVISION_NOT_FOUND', 'el último es el 48'],
    [['findings', 'all'], 2, 'INVALID_COMMAND', 'hay 1 argumentos y se usan 0'],
  ] as const)('%j ends with %i and %s', async (args, exit, code, detail) => {
    const refusal = await refusalOf(stores.shared(), [...args]);
    expect(refusal).toMatchObject({ exit, code, detail: expect.stringContaining(detail) });
  });
});

describe('the story of a year', () => {
  it('has a series that knows the months by document after its last corte, and those between cortes not', async () => {
    const { connection, story } = await toldYear();
    const query = new ViewSeries(story.ledger, { effective: civilDate('2021-12-31') }, {});
    const { view } = await connection.queries.execute(query);
    expect(view.months.map(({ executed }) => executed.ofMonth)).toEqual([
      ...Array.from({ length: 8 }, () => null),
      ...['136050.35', '112951.40', '261932.50', '225396.00'],
    ]);
    expect(view.months.flatMap(({ intervals }) => intervals)).toEqual([
      { from: '2021-01-01', to: '2021-06-30', amount: '817471.40' },
      { from: '2021-07-01', to: '2021-08-31', amount: '288176.10' },
    ]);
    await connection.close();
  }, 60_000);
});
