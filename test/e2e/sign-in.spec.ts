import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MemoryStore } from '../../src/adapters/memory/memory-store.ts';
import { passphrase } from '../support/access-over.ts';
import { Browser } from '../support/browser.ts';
import { serve, type Serves } from '../../src/serve.ts';

const other = 'otra frase bastante larga';

let server: Serves;
let admin: Browser;

const codeIn = (address: string | null): string => address?.split('code=')[1] ?? '';

/** Somebody new, at a browser of her own, who has taken up her invitation. */
const arrive = async (login: string) => {
  const added = await admin.ask('POST', '/api/v1/people', { login, name: login });
  const { account, invitation } = added.json as { account: string; invitation: string };
  const browser = new Browser(server.url);
  const code = codeIn(invitation);
  const path = '/api/v1/session/invitation';
  const accepted = await browser.ask('POST', path, { code, password: passphrase });
  browser.csrf = String(accepted.json.csrfToken);
  return { account, browser, accepted };
};

const grant = (account: string, role: string, ledger: string | null = null) =>
  admin.ask('POST', `/api/v1/people/${account}/roles`, { role, ledger });

beforeAll(async () => {
  server = await serve({ store: new MemoryStore() }, { port: 0 });
  admin = new Browser(server.url);
});
afterAll(() => server.close());

describe('the first start', () => {
  it('gives one link, with which the administrator comes in once', async () => {
    const first = await server.inviteFirst();
    expect(first).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/invitation\?code=[\w-]{43}$/);
    const page = await admin.ask('GET', first?.replace(server.url, '') ?? '');
    expect([page.status, page.headers.get('content-type')]).toEqual([
      200,
      'text/html; charset=utf-8',
    ]);
    expect(page.headers.get('content-security-policy')).toContain("form-action 'self'");
    // under no-referrer a browser says of its form that it comes from nowhere
    expect(page.headers.get('referrer-policy')).toBe('same-origin');

    const form = new URLSearchParams({
      ...{ code: codeIn(first), login: 'ana', name: 'Ana <Quispe>' },
      password: 'corta',
    });
    const headers = { origin: server.url, 'sec-fetch-site': 'same-origin' };
    const send = () => fetch(`${server.url}/invitation`, { method: 'POST', body: form, headers });
    const refused = await send();
    expect(refused.status).toBe(422);
    expect(await refused.text()).toMatch(/menos de 12 letras.*Ana &#60;Quispe&#62;/s);
    form.set('password', passphrase);
    const accepted = await send();
    expect([accepted.status, await accepted.text()]).toEqual([
      200,
      expect.stringContaining('Listo'),
    ]);
    expect((await send()).status).toBe(422);
    expect(await server.inviteFirst()).toBeNull();
  });

  it('and then a password', async () => {
    const { status, json, headers } = await admin.signIn('ana', passphrase);
    expect(status).toBe(201);
    expect(json).toMatchObject({
      ...{ login: 'ana', name: 'Ana <Quispe>' },
      holdings: [{ role: 'administration', ledger: null }],
    });
    expect(headers.get('set-cookie')).toMatch(
      /^poa_session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/,
    );
  });
});

describe('a session in a browser', () => {
  it('sees what its roles let it see, and is told whose they are else', async () => {
    const { account, browser } = await arrive('beto');
    expect((await browser.ask('GET', '/api/v1/ledgers')).json).toMatchObject({
      code: 'NOT_PERMITTED',
      detail: expect.stringContaining('planning o finance o approval o audit o management'),
    });
    await grant(account, 'management');
    expect((await browser.ask('GET', '/api/v1/ledgers')).json).toEqual({ ledgers: [] });
    expect((await browser.ask('GET', '/api/v1/people')).json).toMatchObject({
      code: 'NOT_PERMITTED',
    });
  });

  it('changes nothing without what pages of ours say', async () => {
    const csrf = admin.csrf;
    const body = { login: 'carla', name: 'Carla' };
    for (const wrong of ['', 'x', csrf.toUpperCase()]) {
      admin.csrf = wrong;
      const said = await admin.ask('POST', '/api/v1/people', body);
      expect([said.status, said.json.code]).toEqual([403, 'CROSS_SITE_REFUSED']);
    }
    admin.csrf = csrf;
    const people = (await admin.ask('GET', '/api/v1/people')).json.people as { login: string }[];
    expect(people.map(({ login }) => login)).not.toContain('carla');
  });

  it.each([
    [{ origin: 'https://malo.example' }],
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ origin: 'null' }],
  ])('is not begun or used from elsewhere: %j', async (headers) => {
    const said = await admin.ask(
      'POST',
      '/api/v1/session',
      { login: 'ana', password: passphrase },
      headers,
    );
    expect([said.status, said.json.code]).toEqual([403, 'CROSS_SITE_REFUSED']);
  });

  it('ends when it is ended, and its cookie is of no use any more', async () => {
    const { browser } = await arrive('dora');
    const [[, secret] = []] = [...browser.cookies];
    expect((await browser.ask('DELETE', '/api/v1/session')).status).toBe(204);
    expect(browser.cookies.size).toBe(0);
    const cookie = `poa_session=${String(secret)}`;
    const said = await browser.ask('GET', '/api/v1/session', undefined, { cookie });
    expect([said.status, said.json.code]).toEqual([401, 'SESSION_ENDED']);
  });

  it('changes its password and ends the others', async () => {
    const { browser } = await arrive('elsa');
    const second = new Browser(server.url);
    await second.signIn('elsa', passphrase);
    const change = { current: passphrase, next: other };
    expect((await browser.ask('PUT', '/api/v1/session/password', change)).status).toBe(204);
    expect((await browser.ask('GET', '/api/v1/session')).status).toBe(200);
    expect((await second.ask('GET', '/api/v1/session')).json.code).toBe('SESSION_ENDED');
    expect((await second.signIn('elsa', passphrase)).json.code).toBe('CREDENTIALS_REFUSED');
    expect((await second.signIn('elsa', other)).status).toBe(201);
  });

  it('of somebody whose account is closed is over', async () => {
    const { account, browser } = await arrive('fabio');
    const path = `/api/v1/people/${account}/close`;
    expect((await admin.ask('POST', path, { reason: 'dejó el área' })).status).toBe(204);
    expect((await browser.ask('GET', '/api/v1/session')).json.code).toBe('SESSION_ENDED');
    expect((await admin.ask('DELETE', `/api/v1/people/${account}`)).status).toBe(204);
    expect((await admin.ask('GET', '/api/v1/people')).text).not.toContain('fabio');
  });

  it('is locked out after five wrong passwords, and told for how long', async () => {
    await arrive('gala');
    const browser = new Browser(server.url);
    for (let count = 0; count < 5; count += 1) await browser.signIn('gala', other);
    const { status, json, headers } = await browser.signIn('gala', passphrase);
    expect([status, json.code]).toEqual([429, 'SIGN_IN_LOCKED']);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

describe('the administrator', () => {
  it('gives herself no role, and is not the last to lose it', async () => {
    const { account } = (await admin.ask('GET', '/api/v1/session')).json as { account: string };
    expect((await grant(account, 'approval')).json.code).toBe('OWN_ROLE');
    const own = await admin.ask('DELETE', `/api/v1/people/${account}/roles/administration/all`);
    expect([own.status, own.json.code]).toEqual([422, 'LAST_ADMINISTRATOR']);
  });

  it('gives and takes roles, and every step stands in the ledger of access', async () => {
    const { account } = await arrive('hugo');
    expect((await grant(account, 'audit')).status).toBe(204);
    expect((await grant(account, 'finance')).json.code).toBe('ROLES_INCOMPATIBLE');
    const path = `/api/v1/people/${account}/roles/audit/all`;
    expect((await admin.ask('DELETE', path)).status).toBe(204);
    const { records } = (await admin.ask('GET', '/api/v1/access/events')).json as {
      records: { type: string; data: { account?: string } }[];
    };
    const own = records.filter(({ data }) => data.account === account);
    expect(own.map(({ type }) => type)).toEqual([
      ...['AccountOpened', 'PersonInvited', 'RoleGranted', 'RoleRevoked'],
    ]);
  });
});

describe('an access token', () => {
  it('is made in a session, by nobody for more than she is, and used by a program', async () => {
    const { account, browser } = await arrive('ines');
    await grant(account, 'audit', '41-SENAVEX-2020');
    const holdings = [{ role: 'audit', ledger: '41-SENAVEX-2020' }];
    const asked = { holdings, expiresOn: '2999-12-31' };
    const wide = { ...asked, holdings: [{ role: 'audit', ledger: null }] };
    const refused = await browser.ask('POST', '/api/v1/tokens', wide);
    expect(refused.json.code).toBe('ROLE_NOT_HELD');

    const { json } = await browser.ask('POST', '/api/v1/tokens', asked);
    const { token, secret } = json as { token: string; secret: string };
    const program = new Browser(server.url);
    const authorization = `Bearer ${secret}`;
    const as = (method: string, path: string, body?: unknown) =>
      program.ask(method, path, body, { authorization });
    expect((await as('GET', '/api/v1/session')).json).toMatchObject({ account, csrfToken: null });
    expect((await as('POST', '/api/v1/tokens', asked)).json.code).toBe('SIGN_IN_NEEDED');
    expect((await as('GET', '/api/v1/ledgers/41-OTRA-2020/events')).json.code).toBe(
      'NOT_PERMITTED',
    );
    expect((await browser.ask('GET', '/api/v1/tokens')).text).not.toContain(secret);
    expect((await browser.ask('DELETE', `/api/v1/tokens/${token}`)).status).toBe(204);
    expect((await as('GET', '/api/v1/session')).json.code).toBe('TOKEN_NOT_VALID');
  });
});
