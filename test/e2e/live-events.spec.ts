import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from '@jest/globals';
import { auditorAt } from '../support/admitted.ts';
import { StreamReader } from '../support/event-stream.ts';
import { environmentOf, poa } from '../support/run-poa.ts';
import { sampleStores } from '../support/sample-stores.ts';

const stores = sampleStores();
const running = new Set<ChildProcess>();
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
});

const start = async (store: string) => {
  const headers = await auditorAt(store);
  const path = fileURLToPath(new URL('../../dist/src/main.js', import.meta.url));
  const child = spawn(process.execPath, [path], {
    env: { ...environmentOf(store), POA_PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: 60_000,
    killSignal: 'SIGKILL',
  });
  running.add(child);
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
    if (url === undefined) continue;
    child.stdout.resume();
    const stop = () => {
      child.kill('SIGTERM');
      return ended;
    };
    return { ledger: `${url}/api/v1/ledgers/41-SENAVEX-2020`, headers, stop };
  }
  throw new Error('nothing is served');
};

const spend = (store: string, number: number) =>
  poa(
    ...[store, 'execute', '--on', '2020-11-15', '--document', `C31:${number}`, '--beyond'],
    ...['--line', '11.01.11:20000:TGN:0.01'],
  );

describe('the stream of a ledger', () => {
  it('goes on where a reader left it, without a gap or a double, while another process writes', async () => {
    const store = stores.copy();
    const { ledger, headers, stop } = await start(store);
    const first = await StreamReader.open(`${ledger}/stream`, headers);
    await spend(store, 1);
    await first.until(1);
    const writing = (async () => {
      for (const number of [2, 3, 4, 5]) await spend(store, number);
    })();
    await first.until(2);
    await first.close();
    const last = first.events.at(-1)?.id ?? NaN;
    await writing;
    const second = await StreamReader.open(`${ledger}/stream?after=0`, headers, last);
    await spend(store, 6);
    const { rows } = (await (await fetch(`${ledger}/events?after=48`, { headers })).json()) as {
      rows: { revision: number; type: string }[];
    };
    await second.until(rows.length - first.events.length);
    const all = [...first.events, ...second.events];
    expect(all.map(({ id }) => id)).toEqual(rows.map(({ revision }) => revision));
    expect(all.map(({ data }) => data)).toEqual(rows);
    expect(all.map(({ type }) => type)).toEqual(rows.map(({ type }) => type));
    expect(rows.map(({ revision }) => revision)).toEqual(rows.map((_, index) => 49 + index));
    expect(await stop()).toBe(0);
    expect(await second.ended).toBe('ended');
  });

  it('gives every event from the first one where it is asked to', async () => {
    const { ledger, headers, stop } = await start(stores.shared());
    const reader = await StreamReader.open(`${ledger}/stream?after=-1`, headers);
    await reader.until(49);
    expect(reader.events.map(({ id }) => id)).toEqual([...Array(49).keys()]);
    await reader.close();
    expect(await stop()).toBe(0);
  });

  it.each([
    ['?after=99', undefined, 'REVISION_NOT_FOUND', 'no existe el registro 99'],
    ['?after=x', undefined, 'INVALID_COMMAND', 'after: se espera el número'],
    ['', 'ayer', 'INVALID_COMMAND', 'Last-Event-ID: «ayer» no es'],
    ['?cutoff=2020-12-31', undefined, 'INVALID_COMMAND', 'no existe el parámetro cutoff'],
  ])('refuses %s after %s with %s', async (query, lastEventId, code, detail) => {
    const { ledger, headers: asking, stop } = await start(stores.shared());
    const headers: Record<string, string> =
      lastEventId === undefined ? asking : { ...asking, 'last-event-id': lastEventId };
    const response = await fetch(`${ledger}/stream${query}`, { headers });
    const status = code === 'REVISION_NOT_FOUND' ? 404 : 400;
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({
      code,
      status,
      detail: expect.stringContaining(detail),
    });
    await stop();
  });
});
