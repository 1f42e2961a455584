import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from '@jest/globals';
import { MemoryStore } from '../../../src/adapters/memory/memory-store.ts';
import type { Serving } from '../../../src/serve.ts';
import { passphrase } from '../access-over.ts';
import { admit, peopleOf } from '../admitted.ts';
import { Browser } from '../browser.ts';
import { say } from '../say.ts';
import { openedStore, served } from '../served.ts';
import { spendingOverHttp, spent } from '../spending-over-http.ts';

/** A request of one who may do anything but audit, to a service over a ledger of two records. */
export const asked =
  (path: string, init: RequestInit = {}, told: Serving = {}) =>
  async () => {
    const { ask } = await served(await openedStore(), told);
    return ask(path, init);
  };

/** A request whose body is JSON, or says so. */
export const sent = (body: string, told: Serving = {}) =>
  asked(
    '/health/live',
    { method: 'POST', headers: { 'content-type': 'application/json' }, body },
    told,
  );

/** What comes back where these bytes are said to a service. */
export const saidTo =
  (bytes: string, told: Serving = {}) =>
  async () => {
    const { url } = await served(new MemoryStore(), told);
    const heard = await say(url, bytes);
    const [head = '', body = ''] = heard.split('\r\n\r\n');
    return {
      status: Number(head.split(' ')[1]),
      json: JSON.parse(body) as Record<string, unknown>,
    };
  };

/** An execution over HTTP, as its key and headers say. */
export const executed =
  (said: { readonly key?: string; readonly headers?: Readonly<Record<string, string>> }) =>
  async () => {
    const { execute } = await spendingOverHttp();
    return execute(spent('1'), said);
  };

/** A browser at a service, of nobody yet. */
export const stranger = async (told: Serving = {}) => {
  const store = new MemoryStore();
  const { url } = await served(store, told);
  return { store, url, browser: new Browser(url) };
};

/** A browser at a service, of somebody who took up her invitation. */
export const guest = async () => {
  const { store, browser } = await stranger();
  const { code } = await peopleOf(store).add('admin', { login: 'ana', name: 'Ana' });
  await browser.ask('POST', '/api/v1/session/invitation', { code, password: passphrase });
  return browser;
};

const json = { 'content-type': 'application/json' };

/** A draft of one person, and what she and another one do with it. */
export const drafted = async () => {
  const { ask, store, views } = await spendingOverHttp();
  const { authorization } = await admit(store, ['planning', 'finance', 'approval']);
  const body = JSON.stringify({ mode: 'warn', level: 'cell', reason: 'instrucción' });
  const prepared = await ask(`${views}/drafts/change-control`, {
    ...{ method: 'POST', headers: json, body },
  });
  const draft = String(prepared.json.draft);
  const other = (method: string, step = '', said?: object) =>
    ask(`${views}/drafts/${draft}${step}`, {
      ...{ method, headers: { authorization, ...(said && json) } },
      ...(said && { body: JSON.stringify(said) }),
    });
  return { other };
};

const others = new Set<Server>();
afterEach(() => {
  for (const server of others) {
    server.close();
    server.closeAllConnections();
  }
  others.clear();
});

/** The address of a server that is something else. */
export const otherServer = async (): Promise<string> => {
  const server = createServer((_, response) => response.end('<html>hola</html>'));
  others.add(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};
