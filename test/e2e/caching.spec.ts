import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { openedStore, served, writerOf } from '../support/served.ts';

const tagOf = ({ headers }: { headers: Headers }): string => headers.get('etag') ?? '';

describe('answers that somebody has already', () => {
  it.each([
    'execution/by-activity',
    'execution/by-group',
    'execution/overall',
    'form-5b',
    'findings',
    'execution-statement',
    'series',
    'adjustments',
    'replay',
    'late',
    'compare?from=2020-01-31&to=2020-12-31',
    'origin?measure=executed',
  ])('%s is not sent twice', async (path) => {
    const { ask, views } = await served(await openedStore());
    const first = await ask(`${views}/${path}`);
    expect(first.status).toBe(200);
    expect(tagOf(first)).toMatch(/^"[\w-]{32}"$/);
    expect(first.headers.get('cache-control')).toBe('private, no-cache');

    for (const condition of [tagOf(first), `W/${tagOf(first)}`, `"otra", ${tagOf(first)}`]) {
      const again = await ask(`${views}/${path}`, { headers: { 'if-none-match': condition } });
      expect([again.status, again.text, tagOf(again)]).toEqual([304, '', tagOf(first)]);
      expect(again.headers.get('cache-control')).toBe('private, no-cache');
    }
    const other = await ask(`${views}/${path}`, { headers: { 'if-none-match': '"otra"' } });
    expect([other.status, other.text]).toEqual([200, first.text]);
  });

  it('is another one for another day, revision, address or format', async () => {
    const store = await openedStore();
    const { ask, views } = await served(store);
    const path = `${views}/execution/overall`;
    const tags = [
      await ask(`${path}?cutoff=2020-12-31`),
      await ask(`${path}?cutoff=2020-12-30`),
      await ask(`${path}?cutoff=2020-12-31&known=0`),
      await ask(`${path}?known=0&cutoff=2020-12-31`),
      await ask(`${path}?cutoff=2020-12-31`, { headers: { accept: 'application/json' } }),
      await ask(`${views}/form-5b?cutoff=2020-12-31`),
    ].map(tagOf);
    expect(new Set(tags).size).toBe(tags.length);
  });

  it('is sent again once something was recorded, and an older known stays as it is', async () => {
    const store = await openedStore();
    const { ask, views } = await served(store);
    const path = `${views}/execution/overall`;
    const [now, then] = [await ask(path), await ask(`${path}?known=1`)];
    await writerOf(store)('a');
    const asked = (address: string, answer: typeof now) =>
      ask(address, { headers: { 'if-none-match': tagOf(answer) } });
    expect((await asked(path, now)).status).toBe(200);
    expect((await asked(`${path}?known=1`, then)).status).toBe(304);
  });

  it('is not kept while it may still change', async () => {
    const { ask, views } = await served(await openedStore());
    const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'America/La_Paz' }).format(new Date());
    for (const path of ['form-5b', 'series']) {
      const said = await ask(`${views}/${path}?known=${day}`, {
        headers: { 'if-none-match': '*' },
      });
      expect([said.status, tagOf(said)]).toEqual([200, '']);
      expect(said.headers.get('cache-control')).toBe('no-store');
      expect(said.json.cutOff).toMatchObject({ provisional: true });
    }
  });

  it('is refused as ever where what is asked for is wrong', async () => {
    const { ask, views } = await served(await openedStore());
    const headers = { 'if-none-match': '*' };
    const said = async (path: string) => (await ask(`${views}/form-5b${path}`, { headers })).json;
    expect(await said('?known=ayer')).toMatchObject({ code: 'INVALID_INSTANT' });
    expect(await said('?known=1&known=2')).toMatchObject({ code: 'INVALID_COMMAND' });
  });
});

describe('a revision that is not here yet', () => {
  it('is waited for, on an instance that did not write it', async () => {
    const store = await openedStore();
    const { ask, views } = await served(store);
    expect((await ask(`${views}/execution/overall`)).json.cutOff).toMatchObject({
      known: { revision: 1 },
    });
    const asked = ask(`${views}/execution/overall?known=4`);
    await pause(200);
    await writerOf(store)('a');
    const said = await asked;
    expect(said.status).toBe(200);
    expect(said.json).toMatchObject({
      cutOff: { known: { revision: 4 } },
      total: { executed: '1.00' },
    });
  });

  it('is refused after two seconds, and the store was not asked without pause', async () => {
    const store = await openedStore();
    let readings = 0;
    const read = store.read.bind(store);
    store.read = (...call) => {
      // who asks is looked up in another log
      if (call[0].category === 'poaLedger') readings += 1;
      return read(...call);
    };
    const { ask, views } = await served(store);
    const started = performance.now();
    const said = await ask(`${views}/execution/overall?known=99`);
    const took = performance.now() - started;
    expect([said.status, said.json.code]).toEqual([404, 'REVISION_NOT_FOUND']);
    expect(took).toBeGreaterThan(1_800);
    expect(took).toBeLessThan(4_000);
    expect(readings).toBeLessThan(50);
  });
});
