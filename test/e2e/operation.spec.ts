import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from '@jest/globals';
import { auditorAt } from '../support/admitted.ts';
import { environmentOf } from '../support/run-poa.ts';
import { sampleStores } from '../support/sample-stores.ts';

const stores = sampleStores();
const program = fileURLToPath(new URL('../../dist/src/main.js', import.meta.url));
const ending: (() => unknown)[] = [];
afterAll(() => {
  for (const end of ending) end();
});

const run = (store: string, told: Record<string, string>) => {
  const child = spawn(process.execPath, [program], {
    env: { ...environmentOf(store), POA_PORT: '0', ...told },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 40_000,
    killSignal: 'SIGKILL',
  });
  ending.push(() => child.kill('SIGKILL'));
  const ended = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  return { child, ended, err: text(child.stderr) };
};

const urlOf = async ({ stdout }: { stdout: NonNullable<ChildProcess['stdout']> }) => {
  for await (const line of createInterface({ input: stdout })) {
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
    if (url !== undefined) return url;
  }
  throw new Error('ended without serving');
};

const start = async (store: string, told: Record<string, string> = {}) => {
  const headers = await auditorAt(store);
  const started = run(store, told);
  return { ...started, headers, url: await urlOf(started.child) };
};

const views = '/api/v1/ledgers/41-SENAVEX-2020';
const overall = `${views}/execution/overall?cutoff=2020-12-31`;

describe('a service that is told what it cannot be', () => {
  it.each([
    [{ POA_PORT: 'abc' }, /^poa: POA_PORT dice «abc» .* de 0 a 65535 \[VARIABLE_NOT_VALID\]\n$/],
    [{ POA_PROT: '1' }, /^poa: .*POA_PROT: ¿quiso decir POA_PORT\? \[VARIABLE_UNKNOWN\]\n$/],
  ])('%j ends with 2, and says so', async (told, says) => {
    const { ended, err, child } = run(stores.shared(), told);
    const out = text(child.stdout);
    expect((await ended)[0]).toBe(2);
    expect(await err).toMatch(says);
    expect(await out).toBe('');
  });
});

describe('a service that is told to end', () => {
  it('finishes what it took in, takes nothing more in, and ends with 0', async () => {
    const { url, headers, child, ended, err } = await start(stores.shared(), { POA_LOG: 'info' });
    const slow = fetch(`${url}${overall}&known=999`, { headers });
    await pause(300);
    child.kill('SIGTERM');
    await pause(200);
    await expect(fetch(`${url}/health/live`)).rejects.toThrow();

    const answer = await slow;
    expect([answer.status, answer.headers.get('connection')]).toEqual([404, 'close']);
    expect(await answer.json()).toMatchObject({ code: 'REVISION_NOT_FOUND' });
    expect(await ended).toEqual([0, null]);
    const logged = (await err).trimEnd().split('\n');
    expect(logged.map((each) => (JSON.parse(each) as { msg: string }).msg)).toEqual([
      expect.stringContaining('Server listening'),
      ...['en servicio', 'deteniendo', 'pedido', 'detenido'],
    ]);
  });

  it('ends with 0 as soon as it has said where it serves', async () => {
    for (const store of [stores.fresh(), stores.copy()]) {
      const { child, ended } = await start(store);
      child.kill('SIGTERM');
      expect(await ended).toEqual([0, null]);
    }
  });

  it('ends at once when it is told a second time', async () => {
    const { url, headers, child, ended } = await start(stores.shared());
    const slow = fetch(`${url}${overall}&known=999`, { headers }).catch(() => 'nothing');
    await pause(300);
    child.kill('SIGTERM');
    await pause(200);
    child.kill('SIGINT');
    expect(await ended).toEqual([null, 'SIGINT']);
    expect(await slow).toBe('nothing');
  });
});

/** Takes spans as a collector does. */
const collector = async () => {
  const received: string[] = [];
  const server = createServer((request: IncomingMessage, response) => {
    void text(request).then((body) => {
      received.push(body);
      response.setHeader('content-type', 'application/json').end('{}');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  ending.push(() => server.close());
  return { received, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
};

interface Collected {
  readonly resourceSpans: readonly {
    readonly scopeSpans: readonly {
      readonly spans: readonly {
        name: string;
        traceId: string;
        spanId: string;
        parentSpanId?: string;
      }[];
    }[];
  }[];
}

it('tells a collector of requests and messages, in the trace that they came with', async () => {
  const { received, url: endpoint } = await collector();
  const {
    url,
    headers: asking,
    child,
    ended,
  } = await start(stores.shared(), {
    OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
  });
  const trace = '0af7651916cd43dd8448eb211c80319c';
  const headers = { ...asking, traceparent: `00-${trace}-b7ad6b7169203331-01` };
  expect((await fetch(`${url}${overall}`, { headers })).status).toBe(200);
  child.kill('SIGTERM');
  expect((await ended)[0]).toBe(0);

  const spans = received
    .flatMap((each) => (JSON.parse(each) as Collected).resourceSpans)
    .flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans));
  const request = spans.find(({ parentSpanId }) => parentSpanId === 'b7ad6b7169203331');
  expect(request).toMatchObject({
    name: 'GET /api/v1/ledgers/:ledger/execution/overall',
    traceId: trace,
  });
  expect(spans).toContainEqual(
    expect.objectContaining({
      name: 'ViewExecutionOverall',
      traceId: trace,
      parentSpanId: request?.spanId,
    }),
  );
});
