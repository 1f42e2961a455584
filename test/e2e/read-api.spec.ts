import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { auditorAt } from '../support/admitted.ts';
import { environmentOf, poa, poaJson } from '../support/run-poa.ts';
import { sampleStores } from '../support/sample-stores.ts';

const stores = sampleStores();
const running = new Set<ChildProcess>();

interface Server {
  readonly url: string;
  /** of one who may read everything */
  readonly headers: { readonly authorization: string };
  /** ends it as a service manager does */
  readonly stop: () => Promise<number | null>;
}

/** Starts a built program on a free port and waits until it says where it serves. */
const start = async (script: string, args: readonly string[], store: string): Promise<Server> => {
  const headers = await auditorAt(store);
  const path = fileURLToPath(new URL(`../../dist/src/${script}`, import.meta.url));
  const child = spawn(process.execPath, [path, ...args], {
    env: { ...environmentOf(store), POA_PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: 40_000,
    killSignal: 'SIGKILL',
  });
  running.add(child);
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const stop = (): Promise<number | null> => {
    child.kill('SIGTERM');
    return ended;
  };
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
    if (url !== undefined) return { url: `${url}/api/v1/ledgers`, headers, stop };
  }
  throw new Error(`${script} ended without serving`);
};

afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
});

describe('the read API', () => {
  let server: Server;
  const ledger = '41-SENAVEX-2020';

  beforeAll(async () => {
    server = await start('main.js', [], stores.shared());
  });
  afterAll(() => server.stop());

  const get = async (path: string) => {
    const response = await fetch(`${server.url}${path}`, { headers: server.headers });
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      body: (await response.json()) as Record<string, unknown>,
    };
  };

  it.each([
    ['execution/by-activity', ['view', 'activity']],
    ['execution/by-group', ['view', 'group']],
    ['execution/overall', ['view', 'overall']],
    ['form-5b', ['form-5b']],
    ['findings', ['findings']],
    ['execution-statement', ['execution-statement']],
    ['series', ['series']],
    ['adjustments', ['adjustments']],
  ])('answers %s as the command line does', async (path, command) => {
    const said = await get(`/${ledger}/${path}?cutoff=2020-12-31&known=48`);
    expect([said.status, said.type]).toEqual([200, 'application/json; charset=utf-8']);
    expect(said.body).toEqual(
      await poaJson(stores.shared(), ...command, '--cutoff', '2020-12-31', '--known', '48'),
    );
    expect((await get(`/${ledger}/${path}`)).body).toEqual(said.body);
  });

  it.each([
    ['execution-statement?by=group', ['execution-statement', '--by', 'group']],
    ['series?activity=11.02.02', ['series', '--activity', '11.02.02']],
    ['series?group=none', ['series', '--group', 'none']],
  ])('answers %s as the command line does', async (path, command) => {
    const said = await get(`/${ledger}/${path}&cutoff=2020-12-31`);
    expect(said.status).toBe(200);
    expect(said.body).toEqual(await poaJson(stores.shared(), ...command, '--cutoff', '2020-12-31'));
  });

  it('lists the ledgers as the command line does', async () => {
    expect((await get('')).body).toEqual(await poaJson(stores.shared(), 'ledgers'));
  });

  it('says that it is there, and that it is ready', async () => {
    const said = async (path: string) => {
      const response = await fetch(new URL(path, server.url));
      return [response.status, await response.json()];
    };
    expect(await said('/health/live')).toEqual([200, { status: 'live' }]);
    expect(await said('/health/ready')).toEqual([200, { status: 'ready' }]);
  });

  it('shows an older day', async () => {
    const { body } = await get(`/${ledger}/execution/by-activity?cutoff=2020-05-31`);
    expect(body).toMatchObject({ title: 'POA 2020', total: { current: '11320195.00' } });
    expect(body.rows).toHaveLength(1);
  });

  it('says that an answer of this very moment is provisional, as the command line does', async () => {
    const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'America/La_Paz' }).format(new Date());
    const { body } = await get(`/${ledger}/execution/overall?known=${day}`);
    expect(body).toEqual(await poaJson(stores.shared(), 'view', 'overall', '--known', day));
    expect(body.cutOff).toMatchObject({ provisional: true });
  });

  it.each([
    ['/41-OTRO-2020/form-5b', 404, 'LEDGER_NOT_FOUND', 'no existe el libro 41-OTRO-2020'],
    ['/otro/form-5b', 400, 'INVALID_LEDGER_ID', '«otro» no identifica un libro'],
    [`/${ledger}/form-5b?cutoff=31/12/2020`, 400, 'INVALID_DATE', '«31/12/2020» no es una fecha'],
    [`/${ledger}/form-5b?cutoff=2020-02-30`, 400, 'INVALID_DATE', '«2020-02-30» no es una fecha'],
    [
      `/${ledger}/form-5b?cutoff=2021-01-01`,
      400,
      'CUT_OFF_OUTSIDE_FISCAL_YEAR',
      'la fecha de corte',
    ],
    [`/${ledger}/form-5b?cutoff=`, 400, 'INVALID_DATE', '«» no es una fecha'],
    [
      `/${ledger}/form-5b?cutoff=2020-01-01&cutoff=2020-01-02`,
      400,
      'INVALID_COMMAND',
      'cutoff: se',
    ],
    [`/${ledger}/form-5b?known=ayer`, 400, 'INVALID_INSTANT', '«ayer» no es un momento'],
    [`/${ledger}/form-5b?known=999`, 404, 'REVISION_NOT_FOUND', 'no existe el registro 999'],
    [`/${ledger}/form-5b?corte=2020-01-01`, 400, 'INVALID_COMMAND', 'no existe el parámetro corte'],
    [`/${ledger}/execution-statement?by=month`, 400, 'INVALID_COMMAND', 'by: se espera activity'],
    [`/${ledger}/series?group=12345`, 404, 'GROUP_NOT_FOUND', 'no tiene el grupo 12345'],
    [`/${ledger}/series?activity=a&group=b`, 400, 'INVALID_COMMAND', 'no los dos'],
    [`/${ledger}/series?group=1&group=2`, 400, 'INVALID_COMMAND', 'group: se espera un solo grupo'],
    [`/${ledger}/findings?settings=x`, 400, 'INVALID_COMMAND', 'no existe el parámetro settings'],
    [`/${ledger}/adjustments?cutoff=ayer`, 400, 'INVALID_DATE', '«ayer» no es una fecha'],
    [`/${ledger}/nada`, 404, 'ROUTE_NOT_FOUND', 'no hay nada en /api/v1/ledgers/'],
  ])('answers %s with the problem %i %s', async (path, status, code, detail) => {
    const said = await get(path);
    expect(said).toMatchObject({
      status,
      type: expect.stringMatching(/^application\/problem\+json/),
      body: { type: 'about:blank', status, code, detail: expect.stringContaining(detail) },
    });
  });

  it('writes nothing', async () => {
    const answer = await fetch(`${server.url}/${ledger}/form-5b`, { method: 'POST' });
    expect([404, 405]).toContain(answer.status);
  });

  it('sees what another process appended', async () => {
    const store = stores.copy();
    const other = await start('main.js', [], store);
    const total = async () => {
      const path = `${ledger}/execution/overall?cutoff=2020-11-30`;
      const response = await fetch(`${other.url}/${path}`, { headers: other.headers });
      return ((await response.json()) as { total: { executed: string } }).total.executed;
    };
    expect(await total()).toBe('0.00');
    await poa(
      ...[store, 'execute', '--on', '2020-11-15', '--document', 'C31:1', '--beyond'],
      ...['--line', '11.01.11:20000:TGN:7.25'],
    );
    expect(await total()).toBe('7.25');
    expect(await other.stop()).toBe(0);
  });
});

describe('demo', () => {
  it('serves what it loaded until it is told to end, and ends with 0', async () => {
    const store = stores.fresh();
    const { url, headers, stop } = await start('cli.js', ['demo'], store);
    const response = await fetch(`${url}/41-SENAVEX-2020/form-5b?cutoff=2020-12-31`, { headers });
    expect(await response.json()).toMatchObject({
      total: {
        programmed: { TGN: '10784709.47', OTRAS: '0.00' },
        executed: { TGN: '9242127.55', OTRAS: '0.00' },
        rate: '85.70',
      },
    });
    expect(await stop()).toBe(0);
    expect(await poa(store, 'verify')).toContain('49 registros');
  });

  it('ends by itself with --exit, after what came in, the form, and the plan before and after', async () => {
    const store = stores.fresh();
    const shown = await poa(store, 'demo', '--exit');
    expect(shown).toContain('11.02.02: la fila TOTAL que no es la última cierra la suma');
    expect(shown).toMatch(/TOTAL GENERAL +10,784,709\.47 +0\.00 +9,242,127\.55 +0\.00 +85\.70/);
    expect(shown).toMatch(/\n20000 +2,090,860\.00 +-553,708\.38 +1,537,151\.62 +971,549\.17\n/);
    expect(await poa(store, 'demo', '--exit')).toContain('no se escribió nada');
  });
});
