import createClient, { type Client } from 'openapi-fetch';
import type { paths } from './api.ts';

export type ApiClient = Client<paths>;

/** A client of the API at a URL: paths, parameters and answers are those of its description. */
export const apiClient = (
  baseUrl: string,
  send: (request: Request) => Promise<Response> = fetch,
): ApiClient => createClient<paths>({ baseUrl, fetch: send });
