import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MemoryStore } from '../../src/adapters/memory/memory-store.ts';
import type { LedgerId } from '../../src/catalogue/codes.ts';
import type { Command } from '../../src/domain/area-ledger/index.ts';
import { serve } from '../../src/serve.ts';
import { approve } from '../support/acts.ts';
import { adjust, opened, program, register } from '../support/commands.ts';
import { auditor } from '../support/admitted.ts';
import { poaOver } from '../support/poa-in-process.ts';
import { refusalIn } from '../support/run-poa.ts';
import { serviceOver } from '../support/service-over.ts';

const one = '01.01.01';
const store = new MemoryStore();
let now = 0;
const { ledgers } = serviceOver(store, { now: () => now, pause: () => Promise.resolve() });

interface Opening {
  readonly sigla: string;
  readonly year?: number;
  readonly entity?: string;
  readonly currency?: string;
  readonly zone?: string;
}

/** Takes commands one second after the other, from a moment on. */
const tell = async (
  moment: string,
  { sigla, year = 2020, entity = '41', ...other }: Opening,
  ...commands: readonly Command[]
): Promise<void> => {
  const owner = { entity: { code: entity, name: null }, area: { sigla, name: null }, ...other };
  const opening: Command = { type: 'OpenLedger', data: { ...opened, ...owner, fiscalYear: year } };
  const plan = [
    register(`${year}-01-01`, one),
    program(`${year}-01-01`, [one, '20000', 'TGN', '1000.00']),
    approve(),
  ];
  now = Date.parse(moment) * 1000;
  for (const command of [opening, ...plan, ...commands]) {
    now += 1_000_000;
    const ledger = `${entity}-${sigla}-${year}` as LedgerId;
    await ledgers.change({ ledger, command, commandId: String(now), actor: 'ana' });
  }
};

const half = (on: string, amount: string, area: string): Command =>
  adjust(on, 'transfer', [[one, '20000', 'TGN', amount]], {
    name: `TRASPASO ${area}`,
    counterpart: { area, transferId: 'TR-1' },
  });

let served: Awaited<ReturnType<typeof serve>>;
let headers = { authorization: '' };

beforeAll(async () => {
  await tell('2020-01-10T12:00:00Z', { sigla: 'A', year: 2019 });
  await tell('2021-01-10T12:00:00Z', { sigla: 'A' }, half('2020-03-01', '-500.00', 'B'));
  await tell('2021-02-10T12:00:00Z', { sigla: 'B' }, half('2020-03-05', '500.00', 'A'));
  await tell('2021-02-11T12:00:00Z', { sigla: 'C', entity: '98', currency: 'USD' });
  await tell('2021-02-12T12:00:00Z', { sigla: 'D', entity: '99', zone: 'America/Bogota' });
  await tell('2021-02-13T12:00:00Z', { sigla: 'E', entity: '99' });
  served = await serve({ store }, { port: 0 });
  headers = await auditor(store);
});
afterAll(() => served.close());

const here = (args: readonly string[]) =>
  poaOver(['consolidate', ...args], () => Promise.resolve(store));

const remotely = (args: readonly string[]) =>
  poaOver(
    ['--server', served.url, 'consolidate', ...args],
    () => Promise.reject(new Error('no store is opened here')),
    { POA_TOKEN: headers.authorization.replace('Bearer ', '') },
  );

const overHttp = async (view: string, query: string) => {
  const response = await fetch(`${served.url}/api/v1/consolidation/${view}?${query}`, { headers });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};

const asked: readonly (readonly [view: string, query: string, args: readonly string[]])[] = [
  ['by-activity', 'entity=41', ['--entity', '41', '--view', 'activity']],
  ['by-group', 'entity=41', ['--entity', '41']],
  ['by-group', 'entity=41&by=year', ['--entity', '41', '--by', 'year', '--view', 'group']],
  [
    'overall',
    'year=2020&entity=41&by=entity&cutoff=03-04',
    [
      ...['--year', '2020', '--entity', '41', '--by', 'entity', '--view', 'overall'],
      ...['--cutoff', '2020-03-04'],
    ],
  ],
  [
    'overall',
    'ledgers=41-A-2020,41-B-2020&known=2021-01-31',
    ['--ledgers', '41-A-2020,41-B-2020', '--known', '2021-01-31', '--view', 'overall'],
  ],
];

describe('several ledgers together', () => {
  it.each(asked)('%s?%s says over HTTP what the command line says', async (view, query, args) => {
    const { status, body } = await overHttp(view, query);
    expect(status).toBe(200);
    const local = await here([...args, '--json']);
    expect([local.code, JSON.parse(local.out)]).toEqual([0, body]);
    expect(await remotely([...args, '--json'])).toEqual(local);
    const table = await here(args);
    expect([table.code, table.out]).toEqual([0, expect.stringContaining('TOTAL')]);
    expect(await remotely(args)).toEqual(table);
  });

  it('are each at the same day of its gestión, with revision and root', async () => {
    const { body } = await overHttp('overall', 'entity=41&cutoff=02-29');
    expect(body).toMatchObject({
      ...{ day: '02-29', notKnown: [], total: { current: '3000.00' } },
      known: { instant: '2021-02-10T12:00:05.000000Z' },
      ledgers: [
        { ledger: '41-A-2019', cutOff: { effective: '2019-02-28', known: { revision: 3 } } },
        { ledger: '41-A-2020', cutOff: { effective: '2020-02-29', known: { revision: 4 } } },
        { ledger: '41-B-2020', root: expect.stringMatching(/^[0-9a-f]{64}$/) },
      ],
      parts: [
        { entity: '41', area: 'A' },
        { entity: '41', area: 'B' },
      ],
    });
  });

  it('of no gestión in course are at its last day, their transfers eliminated', async () => {
    const { body } = await overHttp('by-group', 'entity=41');
    expect(body).toMatchObject({
      ...{ day: '12-31', inTransit: [], total: { adjustments: '0.00', current: '3000.00' } },
      eliminated: [{ transferId: 'TR-1', amount: '500.00' }],
      adjusted: { increases: '0.00', decreases: '0.00' },
      parts: [{ total: { current: '1500.00' } }, { total: { current: '1500.00' } }],
    });
    const { out } = await here(['--entity', '41']);
    expect(out).toContain(
      'Traspaso eliminado TR-1: 500.00 (41-A-2020 el 01/03/2020, 41-B-2020 el 05/03/2020)',
    );
  });

  it('have in transit what only one of them saw', async () => {
    const { body } = await overHttp('overall', 'entity=41&cutoff=03-04');
    expect(body).toMatchObject({
      eliminated: [],
      inTransit: [{ ledger: '41-A-2020', amount: '-500.00', found: null }],
      total: { adjustments: '-500.00' },
    });
    const { out } = await here(['--entity', '41', '--cutoff', '2020-03-04']);
    expect(out).toContain(
      'Traspaso en tránsito TR-1: -500.00 en 41-A-2020 el 01/03/2020, contraparte B',
    );
  });

  it('leave out, and say so, what nobody had recorded by then', async () => {
    const { body } = await overHttp('overall', 'entity=41&year=2020&known=2021-01-31');
    expect(body).toMatchObject({
      known: { instant: '2021-02-01T03:59:59.999999Z' },
      ledgers: [{ ledger: '41-A-2020' }],
      notKnown: [{ ledger: '41-B-2020', firstRecordedAt: '2021-02-10T12:00:01.000000Z' }],
      inTransit: [{ ledger: '41-A-2020' }],
    });
    const { out } = await here(['--entity', '41', '--year', '2020', '--known', '2021-01-31']);
    expect(out).toContain('No conocido todavía: 41-B-2020');
  });
});

describe('what is known', () => {
  it('is what each had recorded by the instant, to the last command of it', async () => {
    const at = 'ledgers=41-A-2019,41-A-2020&known=2021-01-10T08:00:04-04:00';
    const { body } = await overHttp('overall', at);
    expect(body).toMatchObject({
      ledgers: [{ cutOff: { known: { revision: 3 } } }, { cutOff: { known: { revision: 3 } } }],
      ...{ inTransit: [], total: { adjustments: '0.00', current: '2000.00' } },
    });
    expect(body.known).toEqual({ instant: '2021-01-10T12:00:04.000000Z' });
  });
});

const refused: readonly (readonly [number, string, string, readonly string[]])[] = [
  [400, 'REVISION_OF_ONE_LEDGER', 'known=4', ['--known', '4']],
  [400, 'INVALID_LEDGER_ID', 'ledgers=otro', ['--ledgers', 'otro']],
  [404, 'LEDGER_NOT_FOUND', 'ledgers=41-Z-2020', ['--ledgers', '41-Z-2020']],
  [404, 'NO_LEDGER_MATCHES', 'entity=41&year=1999', ['--entity', '41', '--year', '1999']],
  [400, 'ZONES_DIFFER', 'entity=99&known=2021-06-01', ['--entity', '99', '--known', '2021-06-01']],
  [422, 'CURRENCIES_DIFFER', '', []],
  [
    400,
    'KNOWN_BEFORE_LEDGER',
    'entity=98&known=2019-01-01',
    [...['--entity', '98', '--known', '2019-01-01']],
  ],
  [
    400,
    'KNOWN_IN_FUTURE',
    'entity=98&known=2999-01-01',
    [...['--entity', '98', '--known', '2999-01-01']],
  ],
  [400, 'INVALID_COMMAND', 'by=group', ['--ledger', '41-A-2020']],
];

describe('what cannot be put together', () => {
  it.each(refused)('is refused with %i %s: %s', async (status, code, query, args) => {
    const there = await overHttp('by-group', query);
    expect([there.status, there.body.code]).toEqual([status, code]);
    expect(refusalIn(args, await here([...args, '--json'])).code).toBe(code);
  });

  it.each(['02-30', '2019-02-29', 'hoy'])('is refused at «%s», no day', async (day) => {
    const { status, body } = await overHttp('overall', `cutoff=${day}`);
    expect([status, body.code]).toEqual([400, 'INVALID_MONTH_DAY']);
  });
});
