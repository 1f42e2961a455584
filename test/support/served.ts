import { afterEach } from '@jest/globals';
import { MemoryStore } from '../../src/adapters/memory/memory-store.ts';
import type { Parts } from '../../src/app.module.ts';
import { logOf } from '../../src/composition/logs.ts';
import { serve, type Serving } from '../../src/serve.ts';
import { operator } from './admitted.ts';
import { serviceOver } from './service-over.ts';
import { contended, opening, spending } from './spending.ts';

const running = new Set<() => Promise<void>>();
afterEach(async () => {
  for (const close of running) await close();
  running.clear();
});

interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: Record<string, unknown>;
}

/** Another process that writes to the store. */
export const writerOf = (store: MemoryStore) => {
  const { ledgers } = serviceOver(store);
  return async (id: string) => ledgers.change(spending(id, '1.00'));
};

/** A ledger of two records. */
export const openedStore = async <Store extends MemoryStore = MemoryStore>(
  store: Store = new MemoryStore() as Store,
): Promise<Store> => {
  const { ledgers } = serviceOver(store);
  for (const request of opening('1000.00')) await ledgers.change(request);
  return store;
};

/** A service in this process, over a store, with everything that it logged, until it is closed. */
export const serviceHere = async (
  store: MemoryStore,
  told: Serving = {},
  parts: Pick<Parts, 'patience'> = {},
) => {
  const lines: string[] = [];
  const log = logOf('debug', { write: (line) => lines.push(line) });
  const { url, close } = await serve({ store, ...parts }, { port: 0, log, ...told });
  const { account, ...headers } = await operator(store);
  /** as one who may do anything but audit, unless the headers say who asks */
  const ask = async (path: string, init: RequestInit = {}): Promise<Answered> => {
    const response = await fetch(`${url}${path}`, {
      ...init,
      headers: { ...headers, ...(init.headers as Record<string, string> | undefined) },
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    const json = isJson ? (JSON.parse(text) as Record<string, unknown>) : {};
    return { status: response.status, headers: response.headers, text, json };
  };
  return { url, ask, account, headers, lines, views: `/api/v1/ledgers/${contended}`, close };
};

/** One that is closed after the test, if not before. */
export const served = async (store: MemoryStore, told: Serving = {}) => {
  const service = await serviceHere(store, told);
  const { close } = service;
  running.add(close);
  return {
    ...service,
    close: () => {
      running.delete(close);
      return close();
    },
  };
};
