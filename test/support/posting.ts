import { randomUUID } from 'node:crypto';
import type { served } from './served.ts';

type Ask = Awaited<ReturnType<typeof served>>['ask'];

interface Said {
  readonly key?: string;
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Writes over HTTP, each with a key of its own unless one is said. */
export const posting = (ask: Ask, ledger: string) => {
  const post = (
    path: string,
    body: NonNullable<RequestInit['body']>,
    type: string,
    { key, query, headers }: Said,
  ) =>
    ask(`/api/v1/ledgers/${encodeURIComponent(ledger)}/${path}${query ?? ''}`, {
      method: 'POST',
      headers: { 'content-type': type, 'idempotency-key': key ?? randomUUID(), ...headers },
      body,
    });
  return {
    command: (name: string, body: unknown, said: Said = {}) =>
      post(`commands/${name}`, JSON.stringify(body), 'application/json', said),
    draft: (name: string, body: unknown, said: Said = {}) =>
      post(`drafts/${name}`, JSON.stringify(body), 'application/json', said),
    file: (bytes: NonNullable<RequestInit['body']>, said: Said = {}) =>
      post('imports', bytes, 'application/octet-stream', said),
  };
};
