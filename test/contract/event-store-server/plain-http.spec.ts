import { request } from 'node:https';
import { json } from 'node:stream/consumers';

import { describe, expect, it } from '@jest/globals';

import { certificateOfTests } from '../../support/event-store-server/certificate-of-tests.ts';
import { event, refusal } from '../../support/event-store-server/client-words.ts';
import { serversOfSpec } from '../../support/event-store-server/servers-of-spec.ts';

const { startServer, connectAs } = serversOfSpec();

const basic = (account: string): { authorization: string } => ({
  authorization: `Basic ${Buffer.from(account).toString('base64')}`,
});
const asAdministrator = basic('admin:changeit');

const poa = { loginName: 'poa', fullName: 'POA', groups: ['ledgers'], password: 'secret' };

const post = (url: string, headers: Record<string, string>, body: unknown): Promise<Response> =>
  fetch(`${url}/users/`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

const statusOf = async (url: string, headers = {}): Promise<number> =>
  (await fetch(url, { headers })).status;

describe('what the server says of itself', () => {
  it('is its version and its state', async () => {
    const { url, faults } = await startServer({ users: [] });
    const told = async (): Promise<unknown> => (await fetch(`${url}/info`)).json();

    expect(await told()).toMatchObject({ esVersion: '23.10.8.0', state: 'leader' });
    faults.refuseAs('too old');
    expect(await told()).toMatchObject({ esVersion: '20.10.5.0' });
    faults.refuseAs('not-leader', { address: '127.0.0.1', port: 1 });
    expect(await told()).toMatchObject({ state: 'follower' });
  });

  it('is how it is set, to its administrator alone', async () => {
    const { url } = await startServer({ users: [poa], maxAppendSize: 4_000_000 });

    const response = await fetch(`${url}/info/options`, { headers: asAdministrator });
    expect(await response.json()).toMatchObject([{ name: 'MaxAppendSize', value: '4000000' }]);
    expect(await statusOf(`${url}/info/options`)).toBe(401);
    expect(await statusOf(`${url}/info/options`, basic('poa:secret'))).toBe(401);
  });

  it('is said over TLS too, on the port of the other protocol', async () => {
    const { url } = await startServer({ isSecure: certificateOfTests });

    const told = await new Promise((resolve, reject) => {
      request(`${url}/info`, { ca: certificateOfTests.cert, agent: false }, (response) => {
        json(response).then(resolve, reject);
      })
        .on('error', reject)
        .end();
    });
    expect(told).toMatchObject({ esVersion: '23.10.8.0' });
  });
});

describe('an account', () => {
  it('is made by the administrator, and only once', async () => {
    const { url } = await startServer({ users: [] });

    expect((await post(url, basic('admin:wrong'), poa)).status).toBe(401);
    expect((await post(url, {}, poa)).status).toBe(401);
    const made = await post(url, asAdministrator, poa);
    expect(made.status).toBe(201);
    expect(made.headers.get('location')).toBe('/users/poa');
    expect((await post(url, asAdministrator, poa)).status).toBe(409);
    expect((await post(url, basic('poa:secret'), { ...poa, loginName: 'b' })).status).toBe(401);
  });

  it('is shown to the administrator and to itself', async () => {
    const { url } = await startServer({ users: [poa] });

    const shown = await fetch(`${url}/users/poa`, { headers: basic('poa:secret') });
    expect(await shown.json()).toMatchObject({ data: { loginName: 'poa', groups: ['ledgers'] } });
    expect(await statusOf(`${url}/users/poa`, asAdministrator)).toBe(200);
    expect(await statusOf(`${url}/users/nobody`, asAdministrator)).toBe(404);
    expect(await statusOf(`${url}/users/admin`, basic('poa:secret'))).toBe(401);
  });

  it('may use the server from then on', async () => {
    const server = await startServer({ users: [], isSecure: certificateOfTests });
    const db = connectAs(server, 'poa:secret');
    expect(await refusal(db.appendToStream('a', event(0)))).toBe('access-denied');

    await new Promise<void>((resolve, reject) => {
      const headers = { 'content-type': 'application/json', ...asAdministrator };
      const options = { method: 'POST', ca: certificateOfTests.cert, agent: false, headers };
      request(`${server.url}/users/`, options, (response) => {
        response.resume().on('end', resolve);
      })
        .on('error', reject)
        .end(JSON.stringify(poa));
    });
    expect(await refusal(db.appendToStream('a', event(0)))).toBe('not refused');
  });
});
