import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MemoryStore } from '../../src/adapters/memory/memory-store.ts';
import { tokenIn } from '../support/admitted.ts';
import { poaOver } from '../support/poa-in-process.ts';
import type { Run } from '../support/run-poa.ts';
import { type Served, servedHere } from '../support/served-here.ts';

let server: Served;

beforeAll(async () => {
  server = await servedHere();
});
afterAll(() => server.close());

const noStore = (): Promise<MemoryStore> => Promise.reject(new Error('no store is opened here'));

const remotely = (args: readonly string[], url = server.url): Promise<Run> =>
  poaOver(['--server', url, ...args], noStore, tokenIn(server.headers));

const locally = (args: readonly string[]): Promise<Run> =>
  poaOver(args, () => Promise.resolve(server.store));

const ledger = ['--ledger', '41-SENAVEX-2020'];
const at = [...ledger, '--cutoff', '2020-12-31'];

const reading: readonly (readonly string[])[] = [
  ['ledgers'],
  ['view', 'activity', ...at],
  ['view', 'group', ...at, '--known', '20'],
  ['view', 'overall', ...ledger],
  ['view', 'overall', ...ledger, '--cutoff', '2020-05-31'],
  ['form-5b', ...at],
  ['form-5b', ...at, '--format', 'tsv'],
  ['form-5b', ...at, '--format', 'csv'],
  ['compare', ...at, '--preset', 'plan'],
  ['compare', ...at, '--preset', 'month', '--by', 'activity', '--only-changed'],
  ['compare', ...ledger, '--from', '2020-01-01@0', '--to', '2020-12-31', '--by', 'overall'],
  ['replay', ...at, '--no-keys'],
  ['replay', ...at, '--order', 'effective', '--step', 'month', '--no-keys'],
  ['replay', ...at, '--from', '40', '--no-keys'],
  ['origin', ...at, '--measure', 'executed', '--activity', '11.02.02'],
  ['origin', ...at, '--measure', 'current', '--group', '20000', '--source', 'TGN'],
  ['origin', ...at, '--measure', 'executionRate', '--by', 'form-5b'],
  ['late', ...at],
  ['late', ...at, '--since', '0'],
  ['findings', ...at],
  ['execution-statement', ...at],
  ['execution-statement', ...at, '--by', 'group'],
  ['series', ...at],
  ['series', ...at, '--activity', '11.02.02'],
  ['series', ...at, '--group', 'none'],
  ['adjustments', ...at],
  ['consolidate', '--by', 'year', '--view', 'activity'],
];

const refused: readonly (readonly [exit: number, code: string, args: readonly string[]])[] = [
  [3, 'LEDGER_NOT_FOUND', ['form-5b', '--ledger', '41-OTRO-2020']],
  [2, 'LEDGER_NOT_CHOSEN', ['form-5b']],
  [2, 'CUT_OFF_OUTSIDE_FISCAL_YEAR', ['form-5b', ...ledger, '--cutoff', '2021-01-01']],
  [2, 'INVALID_DATE', ['form-5b', ...ledger, '--cutoff', '31/12/2020']],
  [3, 'REVISION_NOT_FOUND', ['view', 'group', ...ledger, '--known', '999']],
  [3, 'ACTIVITY_NOT_FOUND', ['series', ...at, '--activity', '99.99.99']],
  [3, 'GROUP_NOT_FOUND', ['series', ...at, '--group', '12345']],
  [3, 'REPORT_NOT_FOUND', ['late', ...at, '--after-report', '7']],
  [2, 'INVALID_COMMAND', ['compare', ...at, '--from', 'original']],
];

describe('a command that reads', () => {
  it.each(reading)(
    'says of a server what it says of its store: %s %s %s %s %s %s %s',
    async (...args) => {
      for (const form of [args, [...args, '--json']]) {
        const [there, here] = [await remotely(form), await locally(form)];
        expect(here.code).toBe(0);
        expect(here.out).not.toBe('');
        expect(there).toEqual(here);
      }
    },
  );

  it('reads of the server that POA_SERVER names, and of a store that is named all the same', async () => {
    const environment = { POA_SERVER: `${server.url}/`, ...tokenIn(server.headers) };
    expect(await poaOver(['ledgers'], noStore, environment)).toEqual(await locally(['ledgers']));
    const store = () => Promise.resolve(server.store);
    const named = await poaOver(['--store', 'x', 'ledgers'], store, environment);
    expect(named).toEqual(await locally(['ledgers']));
  });

  it.each(refused)(
    'is refused with %i %s by a server as by its store',
    async (exit, code, args) => {
      const [there, here] = [await remotely(args), await locally(args)];
      expect(here).toEqual({ code: exit, out: '', err: expect.stringContaining(`[${code}]`) });
      expect(there).toEqual(here);
      const { error } = JSON.parse((await remotely([...args, '--json'])).out) as {
        error: { code: string };
      };
      expect(error.code).toBe(code);
    },
  );
});

describe('a command that the API has no answer to', () => {
  it.each([
    [['events', ...ledger]],
    [['verify']],
    [['backup', 'x.backup']],
    [['restore', 'x.backup']],
  ])('says that it needs the store: %j', async (args) => {
    const { code, out, err } = await remotely(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('[STORE_NEEDED]');
  });

  it('is not asked for with a store and a server at once', async () => {
    const { code, err } = await remotely(['--store', 'x', 'ledgers']);
    expect([code, err]).toEqual([2, expect.stringContaining('[INVALID_COMMAND]')]);
  });
});

describe('a server that is none', () => {
  let other: Server;

  beforeAll(async () => {
    other = createServer((_, response) => response.end('<html>hola</html>'));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    other.close();
    other.closeAllConnections();
  });

  it.each(['ftp://somewhere', 'somewhere', 'http://ana:clave@localhost'])(
    'is refused by its address: %s',
    async (url) => {
      const { code, err } = await remotely(['ledgers'], url);
      expect([code, err]).toEqual([2, expect.stringContaining('[INVALID_COMMAND]')]);
      expect(err).not.toContain('clave');
    },
  );

  it('is refused where nobody listens', async () => {
    const { code, err } = await remotely(['ledgers'], 'http://127.0.0.1:1');
    expect([code, err]).toEqual([6, expect.stringContaining('[SERVER_NOT_REACHED]')]);
  });

  it('is refused where something else answers', async () => {
    const { port } = other.address() as AddressInfo;
    const { code, err } = await remotely(['ledgers'], `http://127.0.0.1:${port}`);
    expect([code, err]).toEqual([6, expect.stringContaining('[SERVER_NOT_UNDERSTOOD]')]);
  });
});
