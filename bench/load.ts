import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import autocannon, { type Request } from 'autocannon';

/** A program that answers on a port of this machine, in a process of its own. */
export interface Answering {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Nothing of a bench lives longer than this: milliseconds. */
const lifeMax = 300_000;

const urlIn = async ({ stdout }: ChildProcess): Promise<string> => {
  if (stdout === null) throw new Error('nothing is heard of it');
  for await (const line of createInterface({ input: stdout })) {
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
    if (url !== undefined) return url;
  }
  throw new Error('ended without answering');
};

export const startAnswering = async (
  args: readonly string[],
  told: Readonly<Record<string, string>> = {},
): Promise<Answering> => {
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env.PATH, ...told },
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: lifeMax,
    killSignal: 'SIGKILL',
  });
  const ended = once(child, 'exit');
  const url = await urlIn(child);
  child.stdout.resume();
  const stop = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  return { url, stop };
};

export interface Speed {
  /** requests */
  readonly perSecond: number;
  /** milliseconds */
  readonly p99: number;
}

const connections = 10;

/** @throws where anything was answered but what was asked for */
export const speedOf = async (
  url: string,
  next: () => Request,
  duration: number,
): Promise<Speed> => {
  const requests = [{ setupRequest: (request: Request) => ({ ...request, ...next() }) }];
  const result = await autocannon({ url, connections, duration, requests });
  const wrong = result.errors + result.timeouts + result.non2xx;
  if (wrong > 0) throw new Error(`${url}: ${wrong} answers were none`);
  return { perSecond: result.requests.total / result.duration, p99: result.latency.p99 };
};
