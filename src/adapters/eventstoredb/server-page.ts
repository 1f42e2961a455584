import { request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';

import { isPassing, isStalled, Stalled } from './server-error.ts';
import type { Host, StoreAddress } from './store-address.ts';

export interface Page {
  readonly status: number;
  /** parsed where it is JSON, else undefined */
  readonly body: unknown;
}

export interface Asking {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly body?: object;
  readonly millisecondsMax: number;
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

const authorization = ({ credentials, isSecure }: StoreAddress): Record<string, string> => {
  if (!isSecure || credentials === undefined) return {};
  const { username, password } = credentials;
  const both = Buffer.from(`${username}:${password}`).toString('base64');
  return { authorization: `Basic ${both}` };
};

const ask = (address: StoreAddress, host: Host, asking: Asking): Promise<Page> =>
  new Promise((resolve, reject) => {
    const { method, path, body, millisecondsMax } = asking;
    const { isSecure, authority } = address;
    const request = (isSecure ? secureRequest : plainRequest)({
      host: host.address.replaceAll(/[[\]]/g, ''),
      port: host.port,
      method,
      path,
      agent: false,
      signal: AbortSignal.timeout(millisecondsMax),
      headers: {
        accept: 'application/json',
        ...(body && { 'content-type': 'application/json' }),
        ...authorization(address),
      },
      ...(authority && { ca: authority }),
    });
    request.on('error', (error) => {
      reject(error.name === 'AbortError' ? new Stalled('no answer') : error);
    });
    request.on('response', (response) => {
      const parts: Buffer[] = [];
      response.on('error', reject);
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const text = Buffer.concat(parts).toString();
        resolve({ status: response.statusCode ?? 0, body: parsed(text) });
      });
    });
    request.end(body && JSON.stringify(body));
  });

/**
 * Asks the hosts of an address in turn, over HTTP, until one answers.
 * @throws what the last one said
 */
export const askServer = async (address: StoreAddress, asking: Asking): Promise<Page> => {
  let last: unknown;
  for (const host of address.hosts) {
    try {
      return await ask(address, host, asking);
    } catch (error) {
      last = error;
      if (!isStalled(error) && !isPassing(error)) break;
    }
  }
  throw last;
};
