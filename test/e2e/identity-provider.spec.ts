import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MemoryStore } from '../../src/adapters/memory/memory-store.ts';
import { serve, type Serves } from '../../src/serve.ts';
import { peopleOf } from '../support/admitted.ts';
import { Browser } from '../support/browser.ts';
import { oidcServer } from '../support/oidc-server.ts';
import { visitProvider } from '../support/visit-provider.ts';

const store = new MemoryStore();
let provider: Awaited<ReturnType<typeof oidcServer>>;
let server: Serves;

beforeAll(async () => {
  provider = await oidcServer();
  const port = 40_000 + Math.floor(Math.random() * 20_000);
  const publicUrl = `http://127.0.0.1:${String(port)}`;
  server = await serve(
    { store },
    { port, publicUrl, provider: { issuer: provider.issuer, ...provider.client } },
  );
  provider.begin(`${publicUrl}/api/v1/session/provider/return`);
  const people = peopleOf(store);
  await people.add('test', { login: 'ana', name: 'Ana', subject: 'ana@entidad' });
});
afterAll(async () => {
  await server.close();
  provider.close();
});

const visit = (start: string, who: string) => visitProvider(start, who, server.url);

const begin = async () => {
  const browser = new Browser(server.url);
  const { status, headers } = await browser.ask('GET', '/api/v1/session/provider');
  expect(status).toBe(302);
  return { browser, address: headers.get('location') ?? '' };
};

describe('an identity provider', () => {
  it('lets in whom the directory knows by its name for her', async () => {
    const { browser, address } = await begin();
    expect(address).toMatch(/code_challenge_method=S256/);
    const back = await browser.ask('GET', await visit(address, 'ana@entidad'));
    expect([back.status, back.headers.get('location')]).toEqual([302, '/']);
    expect((await browser.ask('GET', '/api/v1/session')).json).toMatchObject({ login: 'ana' });
  });

  it('lets in nobody else, however sure it is', async () => {
    const { browser, address } = await begin();
    const back = await browser.ask('GET', await visit(address, 'malo@entidad'));
    expect([back.status, back.json.code]).toEqual([403, 'SUBJECT_UNKNOWN']);
    expect((await browser.ask('GET', '/api/v1/session')).json.code).toBe('SIGN_IN_NEEDED');
  });

  it('is believed by the browser that began, once', async () => {
    const { browser, address } = await begin();
    const path = await visit(address, 'ana@entidad');
    const stranger = new Browser(server.url);
    expect((await stranger.ask('GET', path)).json.code).toBe('PROVIDER_REFUSED');
    expect((await browser.ask('GET', path)).status).toBe(302);
    const again = await begin();
    expect((await again.browser.ask('GET', path)).json.code).toBe('PROVIDER_REFUSED');
  });

  it.each(['state=x&code=y', 'error=access_denied&state=x', ''])(
    'is not believed when it says %j',
    async (query) => {
      const { browser } = await begin();
      const said = await browser.ask('GET', `/api/v1/session/provider/return?${query}`);
      expect([said.status, said.json.code]).toEqual([401, 'PROVIDER_REFUSED']);
      expect(said.text).not.toMatch(/stack|una clave del cliente/);
    },
  );

  it('that is not there is said to be', async () => {
    const gone = await serve(
      { store: new MemoryStore() },
      {
        ...{ port: 0, publicUrl: 'http://127.0.0.1:1' },
        provider: { issuer: 'http://127.0.0.1:1', ...provider.client },
      },
    );
    const said = await new Browser(gone.url).ask('GET', '/api/v1/session/provider');
    expect([said.status, said.json.code]).toEqual([503, 'PROVIDER_NOT_REACHED']);
    await gone.close();
    const none = await serve({ store: new MemoryStore() }, { port: 0 });
    const refused = await new Browser(none.url).ask('GET', '/api/v1/session/provider');
    expect([refused.status, refused.json.code]).toEqual([404, 'PROVIDER_NOT_CONFIGURED']);
    await none.close();
  });
});
