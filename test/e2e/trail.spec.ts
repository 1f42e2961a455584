import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ledgerId } from '../../src/catalogue/codes.ts';
import { admit } from '../support/admitted.ts';
import { codeOf } from '../support/code-of.ts';
import { type Served, servedHere } from '../support/served-here.ts';
import { KeptTrail } from '../../src/application/kept-trail.ts';
import { systemClock } from '../../src/adapters/clock/system-clock.ts';

const ledger = '41-SENAVEX-2020';

let server: Served;
let reader: { account: string; authorization: string };

beforeAll(async () => {
  server = await servedHere();
  reader = await admit(server.store, ['finance']);
});
afterAll(() => server.close());

const ask = async (path: string, headers: Record<string, string> = server.headers) => {
  const response = await fetch(`${server.url}${path}`, { headers });
  const json = (await response.json().catch(() => ({}))) as Record<string, unknown>;
  return { status: response.status, json, headers: response.headers };
};

const trail = async (query = '') => {
  const { json } = await ask(`/api/v1/access/trail?${query}`);
  return json.readings as Record<string, unknown>[];
};

const read = (path: string, more: Record<string, string> = {}) =>
  ask(`/api/v1/ledgers/${ledger}/${path}`, { authorization: reader.authorization, ...more });

describe('the trail of reads', () => {
  it('says who read which audit view, at which cut-off, when and from where', async () => {
    const id = { 'x-correlation-id': 'pedido-1' };
    await read('compare?preset=plan&cutoff=2020-12-31&known=48', id);
    const [noted] = await trail(`account=${reader.account}`);
    expect(noted).toEqual({
      account: reader.account,
      at: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T/),
      view: 'compare',
      ledger,
      cutOff: { effective: '2020-12-31', revision: 48 },
      asked: 'preset=plan&cutoff=2020-12-31&known=48',
      from: '127.0.0.1',
      correlationId: 'pedido-1',
    });
  });

  it('says it too of who has the answer already', async () => {
    const path = 'replay?cutoff=2020-06-30&known=48';
    const { headers } = await read(path);
    const again = await read(path, { 'if-none-match': headers.get('etag') ?? '' });
    expect(again.status).toBe(304);
    const noted = await trail(`account=${reader.account}&view=replay`);
    expect(noted.map(({ cutOff }) => cutOff)).toEqual([
      { effective: '2020-06-30', revision: 48 },
      { effective: '2020-06-30', revision: 48 },
    ]);
  });

  it('does not speak of screens, nor of what was refused', async () => {
    const before = (await trail(`account=${reader.account}`)).length;
    await read('execution/by-group?cutoff=2020-12-31');
    await read('compare?preset=nada');
    await read('events/999');
    expect(await trail(`account=${reader.account}`)).toHaveLength(before);
  });

  it('is looked through by day, ledger and view, the newest first, and is itself an audit view', async () => {
    await read('events?limit=1');
    await read('late');
    const own = `account=${reader.account}`;
    expect((await trail(`${own}&limit=2`)).map(({ view }) => view)).toEqual(['late', 'events']);
    expect(await trail(`${own}&to=2020-12-31`)).toEqual([]);
    expect(await trail(`${own}&from=2999-01-01`)).toEqual([]);
    expect(await trail(`${own}&ledger=41-OTRA-2020`)).toEqual([]);
    expect((await trail('view=trail')).length).toBeGreaterThan(3);
  });

  it.each([
    ['from=ayer', 'INVALID_DATE'],
    ['ledger=x', 'INVALID_LEDGER_ID'],
    ['limit=0', 'INVALID_COMMAND'],
    ['quien=ana', 'INVALID_COMMAND'],
  ])('refuses to look for %s', async (query, code) => {
    const { status, json } = await ask(`/api/v1/access/trail?${query}`);
    expect([status, json.code]).toEqual([400, code]);
  });

  it('of one ledger is all that its own auditor sees', async () => {
    const own = await admit(server.store, ['audit'], ledgerId(ledger));
    const look = (query: string) =>
      ask(`/api/v1/access/trail?${query}`, { authorization: own.authorization });
    for (const query of ['', 'ledger=41-OTRA-2020']) {
      const { status, json } = await look(query);
      expect([status, json.code]).toEqual([403, 'NOT_PERMITTED']);
    }
    const { json } = await look(`ledger=${ledger}`);
    const readings = json.readings as { ledger: string }[];
    expect(new Set(readings.map((each) => each.ledger))).toEqual(new Set([ledger]));
  });

  it('is kept apart from the ledgers, in a sealed log of the month', async () => {
    const months = await server.store.streams('poaTrail');
    expect(months.map(({ id }) => id)).toEqual([expect.stringMatching(/^\d{4}-\d{2}$/)]);
    expect(await server.store.streams('poaLedger')).toHaveLength(2);
    const again = new KeptTrail(server.store, systemClock);
    expect((await again.search({ limit: 500 })).length).toBeGreaterThan(5);
  });

  it('that cannot be written holds its views back', async () => {
    const append = server.store.append.bind(server.store);
    server.store.append = () => Promise.resolve({ outcome: 'unknown' });
    const { status, json } = await read('findings');
    server.store.append = append;
    expect([status, json.code]).toEqual([503, 'OUTCOME_UNKNOWN']);
    expect((await read('findings')).status).toBe(200);
  });

  it('that was altered is found', async () => {
    const [stream] = await server.store.streams('poaTrail');
    if (stream === undefined) throw new Error('no trail');
    const read = server.store.read.bind(server.store);
    server.store.read = async function* altered(asked, from) {
      for await (const page of read(asked, from)) {
        yield page.map((record) => ({
          ...record,
          text: record.text.replace(reader.account, 'u000000000000'),
        }));
      }
    };
    const search = new KeptTrail(server.store, systemClock).search({ limit: 1 });
    expect(await codeOf(search)).toBe('LEDGER_DAMAGED');
    server.store.read = read;
  });
});
