import { describe, expect, it } from '@jest/globals';
import { Failure } from '../../src/catalogue/failure.ts';
import { FailingStore, HangingStore } from '../support/faulty-stores.ts';
import { say } from '../support/say.ts';
import { openedStore, served } from '../support/served.ts';

const json = { 'content-type': 'application/json' };

describe('what is refused over HTTP', () => {
  it.each([
    ['an unknown path', '/nada?clave=secreta', {}, [404, 'ROUTE_NOT_FOUND']],
    ['a method that is not there', '/health/live', { method: 'PUT' }, [405, 'METHOD_NOT_ALLOWED']],
    [
      'a body that is no JSON',
      '/health/live',
      { method: 'POST', headers: json, body: '{"a":' },
      [400, 'BODY_NOT_READABLE'],
    ],
    [
      'a body that is empty and should be JSON',
      '/health/live',
      { method: 'POST', headers: json, body: '' },
      [400, 'BODY_NOT_READABLE'],
    ],
    [
      'a body that is too large',
      '/health/live',
      { method: 'POST', headers: json, body: JSON.stringify('x'.repeat(2_000)) },
      [413, 'BODY_TOO_LARGE'],
    ],
    ['a path that no file may have', '/api/a%00b', {}, [404, 'ROUTE_NOT_FOUND']],
    ['an address that is none', '/api/%zz', {}, [400, 'URL_NOT_VALID']],
    ['an unknown ledger', '/api/v1/ledgers/41-OTRO-2020/form-5b', {}, [404, 'LEDGER_NOT_FOUND']],
  ] satisfies [string, string, RequestInit, [number, string]][])(
    '%s is a problem with a code',
    async (_, path, init, [status, code]) => {
      const { ask } = await served(await openedStore(), { bodyBytesMax: 1_024 });
      const said = await ask(path, init);
      expect(said.json).toEqual({
        type: 'about:blank',
        title: code,
        status,
        code,
        detail: expect.stringMatching(/^[^{]{20,}$/),
        instance: path.split('?')[0],
        correlationId: said.headers.get('x-correlation-id'),
      });
      expect(said.status).toBe(status);
      expect(said.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
      expect(said.headers.get('cache-control')).toBe('no-store');
      expect(said.text).not.toContain('secreta');
    },
  );

  it('says which methods there are', async () => {
    const { ask, views } = await served(await openedStore());
    expect((await ask('/health/live', { method: 'DELETE' })).headers.get('allow')).toBe(
      'GET, HEAD',
    );
    const said = await ask(`${views}/form-5b`, { method: 'POST' });
    expect([said.status, said.json.code]).toEqual([405, 'METHOD_NOT_ALLOWED']);
    const written = await ask(`${views}/commands/open-ledger`);
    expect([written.status, written.headers.get('allow')]).toEqual([405, 'POST']);
    expect((await ask('/api/nada', { method: 'POST' })).headers.get('allow')).toBe('GET, HEAD');
    expect((await ask('/nada', { method: 'POST' })).headers.get('allow')).toBeNull();
  });

  it('refuses what is no HTTP, and what does not come', async () => {
    const { url } = await served(await openedStore(), { requestSeconds: 1 });
    const [garbage, large, unfinished] = await Promise.all([
      say(url, 'NADA\r\n\r\n'),
      say(url, `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`),
      say(url, 'POST /health/live HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n'),
    ]);
    expect(garbage).toMatch(/^HTTP\/1\.1 400 [^]*"code":"REQUEST_NOT_VALID"/);
    expect(large).toMatch(/^HTTP\/1\.1 431 [^]*"code":"HEADERS_TOO_LARGE"/);
    const head = await say(url, 'HEAD /\u00e1 HTTP/1.1\r\nHost: a\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1\.1 400 [^]*\r\n\r\n$/);
    expect(unfinished).toMatch(/^HTTP\/1\.1 408 [^]*"code":"REQUEST_TIMEOUT"/);
  });

  it('answers so many requests in a minute, and watchers always', async () => {
    const { ask } = await served(await openedStore(), { requestsPerMinute: 3 });
    const statuses: number[] = [];
    for (let count = 0; count < 4; count += 1) statuses.push((await ask('/nada')).status);
    expect(statuses).toEqual([404, 404, 404, 429]);
    const said = await ask('/api/v1/ledgers');
    expect(said.json).toMatchObject({ code: 'RATE_EXCEEDED', status: 429 });
    expect(Number(said.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await ask('/health/ready')).status).toBe(200);
    expect((await ask('/metrics')).status).toBe(200);
  });

  it('does not wait for a store for ever', async () => {
    const store = await openedStore(new HangingStore());
    const { ask, views } = await served(store, { requestSeconds: 1 });
    store.isHanging = true;
    const said = await ask(`${views}/form-5b`);
    expect((await ask('/metrics')).status).toBe(200);
    store.isHanging = false;
    expect([said.status, said.json.code]).toEqual([503, 'ANSWER_TIMEOUT']);
  });

  it('says nothing of a defect but its code, and logs where it happened', async () => {
    const store = await openedStore(new FailingStore());
    const { ask, views, lines } = await served(store);
    store.failure = new Error('no esdb://poa:clave-secreta@nodo:2113');
    const said = await ask(`${views}/form-5b`, { headers: { 'x-correlation-id': 'pedido-1' } });
    expect(said.status).toBe(500);
    expect(said.json).toMatchObject({ code: 'INTERNAL_ERROR', correlationId: 'pedido-1' });
    expect(said.text).not.toMatch(/esdb|nodo|\.ts|at /);
    const logged = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(logged).toContainEqual(
      expect.objectContaining({
        ...{ level: 'error', correlationId: 'pedido-1', msg: 'INTERNAL_ERROR' },
        err: expect.objectContaining({ stack: expect.stringMatching(/nodo:2113[^]*\.ts:/) }),
      }),
    );
    expect(lines.join('')).not.toContain('clave-secreta');
  });

  it('counts what the store made impossible', async () => {
    const store = await openedStore(new FailingStore());
    const { ask, views } = await served(store);
    store.failure = new Failure('STORE_LOCKED', { path: '/x' });
    expect((await ask(`${views}/form-5b`)).status).toBe(503);
    expect((await ask('/metrics')).text).toContain(
      'poa_store_failures_total{code="STORE_LOCKED"} 1',
    );
  });
});

describe('the correlation of requests', () => {
  it.each([
    ['a-1_b.c:2', true],
    ['x'.repeat(64), true],
    ['x'.repeat(65), false],
    ['con espacio', false],
    ['"},{"', false],
  ])('takes %j over: %s', async (given, isTaken) => {
    const { ask, lines } = await served(await openedStore());
    const { headers } = await ask('/api/v1/ledgers', { headers: { 'x-correlation-id': given } });
    const id = headers.get('x-correlation-id') ?? '';
    expect(id === given).toBe(isTaken);
    expect(id).toMatch(/^[\w.:-]{1,64}$/);
    expect(lines.filter((line) => line.includes(`"correlationId":"${id}"`))).toHaveLength(1);
  });
});

it('logs a request by its pattern, without headers and without what is asked', async () => {
  const { ask, views, lines } = await served(await openedStore());
  const headers = { authorization: 'Bearer secreto', cookie: 'sesion=secreta' };
  await ask(`${views}/form-5b?cutoff=secreto`, { headers });
  const said = lines.find((line) => line.includes('"pedido"')) ?? '';
  expect(JSON.parse(said)).toEqual({
    level: 'info',
    time: expect.stringMatching(/^\d{4}-/),
    service: 'poa',
    correlationId: expect.any(String),
    method: 'GET',
    route: '/api/v1/ledgers/:ledger/form-5b',
    status: 401,
    milliseconds: expect.any(Number),
    msg: 'pedido',
  });
  expect(lines.join('')).not.toMatch(/secret/);
});

it('tells browsers what they may do, and counts requests by pattern', async () => {
  const { ask, views } = await served(await openedStore());
  const { headers } = await ask(`${views}/form-5b`);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(headers.get('x-powered-by')).toBeNull();
  const metrics = await ask('/metrics');
  expect(metrics.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  expect(metrics.text).toContain(
    'poa_http_request_duration_seconds_count{method="GET",route="/api/v1/ledgers/:ledger/form-5b",status="200"} 1',
  );
  expect(metrics.text).toContain('poa_ledger_head_revision{ledger="41-SENAVEX-2020"} 1');
  expect(metrics.text).toContain('process_resident_memory_bytes');
});
