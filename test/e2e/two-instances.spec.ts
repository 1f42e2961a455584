import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { admit, peopleOf } from '../support/admitted.ts';
import { type OpenedLedger, openedLedger, withStore } from '../support/over-http/opened-ledger.ts';
import { type ServedProcess, serveProcess } from '../support/over-http/served-process.ts';
import { type Headers as Asking, type Sent, spendOver } from '../support/over-http/spend.ts';
import { sampleStores } from '../support/sample-stores.ts';
import { auditCommands } from '../support/under-faults/audit-commands.ts';
import { Tally } from '../support/under-faults/tally.ts';

const stores = sampleStores();
const budget = 700;
const writers = 1_000;

let address: string;
let opened: OpenedLedger;
let one: ServedProcess;
let other: ServedProcess;

beforeAll(async () => {
  address = stores.fresh();
  opened = await openedLedger(address, `${budget}.00`);
  [one, other] = await Promise.all([serveProcess(address, 300), serveProcess(address, 300)]);
});
afterAll(() => Promise.all([one.kill(), other.kill()]));

const overallOf = ({ url }: ServedProcess, query = ''): string =>
  `${url}/api/v1/ledgers/${opened.fresh.ledger}/execution/overall?cutoff=2020-12-31${query}`;

interface Shown {
  readonly cutOff?: { readonly known: { readonly revision: number } };
  readonly total?: { readonly executed: string };
  readonly code?: string;
}

const get = async (url: string, headers: Asking) => {
  const answer = await fetch(url, { headers });
  return { status: answer.status, body: (await answer.json()) as Shown };
};

/** Asks again, by the same key, until somebody knows. */
const settled = async (server: ServedProcess, id: string): Promise<Sent> => {
  for (;;) {
    const sent = await spendOver(server.url, opened.fresh, opened.headers, id);
    if (sent.outcome !== 'unknown') return sent;
    await pause(20);
  }
};

describe('two instances on one store', () => {
  it('read of each other what was written, as soon as it was answered', async () => {
    for (const [number, [writing, reading]] of [
      [one, other],
      [other, one],
      [one, other],
      [other, one],
    ].entries()) {
      if (!writing || !reading) throw new Error('there are two');
      const sent = await settled(writing, `reading-${number}`);
      if (sent.outcome !== 'written') throw new Error(JSON.stringify(sent));
      const { status, body } = await get(
        overallOf(reading, `&known=${sent.revision}`),
        opened.headers,
      );
      expect(status).toBe(200);
      expect(body).toMatchObject({
        cutOff: { known: { revision: sent.revision } },
        total: { executed: `${number + 1}.00` },
      });
    }
  });

  it('answer a thousand who write at once, each once and hardly one with "later"', async () => {
    const tally = new Tally();
    const before = 4;
    const write = async (number: number): Promise<void> => {
      const id = `writer-${number}`;
      const sent = await settled(number % 2 === 0 ? one : other, id);
      if (sent.outcome === 'written') tally.write(id, sent.revision);
      if (sent.outcome === 'refused') tally.refused.set(id, sent.code);
    };
    await Promise.all(Array.from({ length: writers }, (_, number) => write(number)));

    const busy = tally.countOf('BUSY');
    expect(tally.written.size + tally.refused.size).toBe(writers);
    expect(tally.written.size).toBe(budget - before);
    expect(tally.countOf('BUDGET_EXCEEDED') + busy).toBe(tally.refused.size);
    expect(busy).toBeLessThanOrEqual(writers / 100);
    await withStore(address, async (store) => {
      const audit = await auditCommands(store, opened.fresh.ledger, tally);
      expect(audit).toMatchObject({ lost: [], doubled: [], half: [], uninvited: [] });
      expect(audit.records).toBe(2 + 3 * budget);
    });
    for (const server of [one, other]) {
      const { body } = await get(overallOf(server), opened.headers);
      expect(body.total?.executed).toBe(`${budget}.00`);
    }
  }, 120_000);
});

/** Somebody who may read and has a password, signed in on one instance. */
const signedInOn = async ({ url }: ServedProcess, login: string): Promise<Asking> => {
  const password = 'correcto caballo batería grapa';
  const code = await withStore(address, async (store) => {
    const people = peopleOf(store);
    const invited = await people.add('test', { login, name: 'Persona' });
    const { account } = invited;
    const data = { account, role: 'finance', ledger: null } as const;
    await people.change('test', { type: 'GrantRole', data });
    return invited.code;
  });
  const post = (path: string, body: object) =>
    fetch(`${url}/api/v1/session${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  await post('/invitation', { code, password });
  const answer = await post('', { login, password });
  const { csrfToken } = (await answer.json()) as { csrfToken: string };
  const [cookie = ''] = answer.headers.getSetCookie()[0]?.split(';') ?? [];
  return { cookie, 'x-csrf-token': csrfToken };
};

/** How long a question goes on being answered: milliseconds, five seconds at most. */
const answeredFor = async (url: string, headers: Asking): Promise<number> => {
  const begun = performance.now();
  while (performance.now() - begun < 5_000) {
    const asked = performance.now();
    if ((await get(url, headers)).status === 401) return asked - begun;
    await pause(20);
  }
  return Number.POSITIVE_INFINITY;
};

describe('who signs in on one instance', () => {
  it('works on the other at once, and no more a second after the session ended', async () => {
    const session = await signedInOn(one, 'con-sesion');
    expect((await get(overallOf(other), session)).status).toBe(200);
    const sent = await spendOver(other.url, opened.fresh, session, 'over-budget');
    expect(sent).toMatchObject({ outcome: 'refused', code: 'BUDGET_EXCEEDED' });

    const ending = { method: 'DELETE', headers: session };
    expect((await fetch(`${one.url}/api/v1/session`, ending)).status).toBe(204);
    expect((await get(overallOf(one), session)).status).toBe(401);
    expect(await answeredFor(overallOf(other), session)).toBeLessThan(1_100);
  });

  it('is refused on both within a second where neither of them closed the account', async () => {
    const [account, headers] = await withStore(address, async (store) => {
      const { account: whose, authorization } = await admit(store, ['audit']);
      return [whose, { authorization }] as const;
    });
    expect((await get(overallOf(one), headers)).status).toBe(200);
    expect((await get(overallOf(other), headers)).status).toBe(200);
    await withStore(address, (store) =>
      peopleOf(store).change('test', { type: 'CloseAccount', data: { account, reason: 'se fue' } }),
    );
    const servers = [one, other].map((server) => answeredFor(overallOf(server), headers));
    for (const milliseconds of await Promise.all(servers)) expect(milliseconds).toBeLessThan(1_100);
  });
});
