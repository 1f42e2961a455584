import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it, jest } from '@jest/globals';
import { QueryBus } from '@nestjs/cqrs';
import type { MemoryStore } from '../../src/adapters/memory/memory-store.ts';
import type { LedgerId } from '../../src/catalogue/codes.ts';
import { admit, auditor, peopleOf } from '../support/admitted.ts';
import { openedStore, served, writerOf } from '../support/served.ts';

/** Notes what is asked of the bus while something is done. */
const noting = async <Done>(messages: string[], work: () => Promise<Done>): Promise<Done> => {
  const execute = jest.spyOn(QueryBus.prototype, 'execute');
  try {
    return await work();
  } finally {
    const asked: readonly (readonly unknown[])[] = execute.mock.calls;
    messages.push(...asked.map(([query]) => (query as object).constructor.name));
    execute.mockRestore();
  }
};

/** What is said of a request and not of its answer. */
const ofRequest = ['date', 'x-correlation-id', 'ratelimit-remaining', 'ratelimit-reset'];

const headersOf = ({ headers }: { readonly headers: Headers }) =>
  [...headers].filter(([name]) => !ofRequest.includes(name));

const fixed = [
  ['execution/by-activity', 'ViewExecutionByActivity'],
  ['execution/by-group', 'ViewExecutionByGroup'],
  ['execution/overall', 'ViewExecutionOverall'],
  ['form-5b', 'ViewForm5b'],
  ['execution-statement', 'ViewExecutionStatement'],
  ['series', 'ViewSeries'],
  ['adjustments', 'ViewAdjustments'],
  ['replay', 'ReplayHistory'],
] as const;

describe('an answer that was made before', () => {
  it.each(fixed)('%s is sent as it was, byte for byte, and not made again', async (path, view) => {
    const { ask, views } = await served(await openedStore());
    const asked = async () => {
      const messages: string[] = [];
      const said = await noting(messages, () => ask(`${views}/${path}?cutoff=2020-12-31`));
      return { ...said, messages };
    };
    const [made, kept] = [await asked(), await asked()];
    expect(made.messages).toContain(view);
    expect(kept.messages).toEqual(['Identify', 'StandAt']);
    expect([kept.status, kept.text]).toEqual([200, made.text]);
    expect(headersOf(kept)).toEqual(headersOf(made));
    expect(kept.json).toMatchObject({ ledger: '41-SENAVEX-2020', cutOff: { known: {} } });
  });

  it('is the one of another instance too, byte for byte', async () => {
    const store = await openedStore();
    const [one, other] = [await served(store), await served(store)];
    const path = `${one.views}/execution/by-activity`;
    await one.ask(path);
    const [kept, made] = [await one.ask(path), await other.ask(path)];
    expect([kept.text, headersOf(kept)]).toEqual([made.text, headersOf(made)]);
  });

  it('is not sent for another day, view or address', async () => {
    const { ask, views } = await served(await openedStore());
    await ask(`${views}/execution/overall?cutoff=2020-12-31`);
    const before = await ask(`${views}/execution/overall?cutoff=2019-12-31`);
    expect(before.status).toBe(400);
    const { json } = await ask(`${views}/execution/overall?cutoff=2020-01-31`);
    expect(json).toMatchObject({ cutOff: { effective: '2020-01-31' } });
    const wrong = await ask(`${views}/execution/overall?cutoff=2020-12-31&corte=1`);
    expect([wrong.status, wrong.json.code]).toEqual([400, 'INVALID_COMMAND']);
  });

  it('gives way to another one once a late entry was recorded, and stays for whoever asks as of before', async () => {
    const store = await openedStore();
    const { ask, views } = await served(store);
    const latest = `${views}/execution/overall?cutoff=2020-06-30`;
    const before = await ask(latest);
    const asOfThen = await ask(`${latest}&known=1`);
    await writerOf(store)('late-one');
    const after = await ask(latest);
    expect(before.json).toMatchObject({ total: { executed: '0.00' } });
    expect(after.json).toMatchObject({ total: { executed: '1.00' } });
    expect((await ask(latest)).text).toBe(after.text);
    expect((await ask(`${latest}&known=1`)).text).toBe(asOfThen.text);
  });

  it('is made anew while it may still change', async () => {
    const { ask, views } = await served(await openedStore());
    const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'America/La_Paz' }).format(new Date());
    const path = `${views}/execution/overall?known=${day}`;
    await ask(path);
    const messages: string[] = [];
    await noting(messages, () => ask(path));
    expect(messages).toContain('ViewExecutionOverall');
  });
});

describe('whoever may not see a ledger', () => {
  const asWhom = async (store: MemoryStore) => {
    const other = await admit(store, ['management'], '41-OTRO-2020' as LedgerId);
    return [
      [{ authorization: '' }, 401, 'TOKEN_NOT_VALID'],
      [{ authorization: 'Bearer poa_t000000000000_x' }, 401, 'TOKEN_NOT_VALID'],
      [{ authorization: other.authorization }, 403, 'NOT_PERMITTED'],
    ] as const;
  };

  it('is not shown what another one was', async () => {
    const store = await openedStore();
    const { ask, views } = await served(store);
    const path = `${views}/execution/overall?cutoff=2020-12-31`;
    const etag = (await ask(path)).headers.get('etag') ?? '';
    expect((await ask(path)).status).toBe(200);
    for (const [headers, status, code] of await asWhom(store)) {
      for (const condition of [{}, { 'if-none-match': etag }]) {
        const said = await ask(path, { headers: { ...headers, ...condition } });
        expect([said.status, said.json.code]).toEqual([status, code]);
        expect(said.headers.get('etag')).toBeNull();
      }
    }
  });

  it('is shown nothing more once the role is taken away', async () => {
    const store = await openedStore();
    const { ask, views } = await served(store, { requestsPerMinute: 0 });
    const reader = await admit(store, ['management']);
    const asked = () => ask(`${views}/execution/overall`, { headers: reader });
    expect([(await asked()).status, (await asked()).status]).toEqual([200, 200]);
    const { account } = reader;
    const data = { account, role: 'management', ledger: null } as const;
    await peopleOf(store).change('test', { type: 'RevokeRole', data });
    const until = performance.now() + 1_500;
    let { status } = await asked();
    while (status === 200 && performance.now() < until) {
      await pause(20);
      ({ status } = await asked());
    }
    expect(status).toBe(403);
  });
});

describe('a kept answer whose reading is noted', () => {
  it('is not sent where that cannot be noted', async () => {
    const store = await openedStore();
    const { ask, views } = await served(store);
    const path = `${views}/replay?cutoff=2020-12-31`;
    const first = await ask(path);
    expect(first.status).toBe(200);
    const append = store.append.bind(store);
    store.append = () => Promise.reject(new TypeError('no more'));
    const refused = await ask(path);
    expect([refused.status, refused.json.code]).toEqual([500, 'INTERNAL_ERROR']);
    store.append = append;
    expect((await ask(path)).text).toBe(first.text);
  });

  it('is noted every time', async () => {
    const store = await openedStore();
    const { ask, views } = await served(store);
    const path = `${views}/replay?cutoff=2020-12-31`;
    for (const asked of [path, path, path]) await ask(asked);
    const headers = await auditor(store);
    const { json } = await ask('/api/v1/access/trail', { headers });
    expect(json.readings).toHaveLength(3);
    expect(json.readings).toEqual(
      Array.from({ length: 3 }, () =>
        expect.objectContaining({ cutOff: { effective: '2020-12-31', revision: 1 } }),
      ),
    );
  });
});
