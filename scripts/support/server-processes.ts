import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

import { askServer } from '../../src/adapters/eventstoredb/server-page.ts';
import { parseStoreAddress } from '../../src/adapters/eventstoredb/store-address.ts';

/** One process of a server: its number, or the file in which it stands, and how to start it again. */
export interface ServerProcess {
  readonly pid: string;
  readonly restart: string;
}

const numberOf = ({ pid }: ServerProcess): number => {
  const text = /^\d+$/.test(pid) ? pid : readFileSync(pid, 'utf8').trim();
  const number = Number(text);
  if (!Number.isInteger(number) || number < 2) throw new Error(`no process: ${pid}`);
  return number;
};

/** What it prints goes to standard error: its pipes may stay open as long as the server. */
const run = async (command: string): Promise<void> => {
  const shell = spawn(command, { shell: true, stdio: ['ignore', 2, 2] });
  await new Promise<void>((resolve, reject) => {
    shell.once('error', reject);
    shell.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${command}: ended with ${String(code)}`));
    });
  });
};

const killed = (server: ServerProcess): void => {
  process.kill(numberOf(server), 'SIGKILL');
};

/** Kills them all at once, and starts them again together after so many seconds. */
export const away = async (servers: readonly ServerProcess[], seconds: number): Promise<void> => {
  servers.forEach(killed);
  await pause(seconds * 1000);
  await Promise.all(servers.map(({ restart }) => run(restart)));
};

/** Lets them stand still for so many seconds. */
export const frozen = async (servers: readonly ServerProcess[], seconds: number): Promise<void> => {
  const numbers = servers.map(numberOf);
  for (const number of numbers) process.kill(number, 'SIGSTOP');
  await pause(seconds * 1000);
  for (const number of numbers) process.kill(number, 'SIGCONT');
};

/** The process that leads; the hosts of the address are those of the processes, in the same order. */
export const leaderOf = async (
  address: string,
  servers: readonly ServerProcess[],
): Promise<ServerProcess> => {
  const parsed = parseStoreAddress(address);
  for (const [index, server] of servers.entries()) {
    const host = parsed.hosts[index];
    if (host === undefined) continue;
    const asking = { method: 'GET', path: '/info', millisecondsMax: 2000 } as const;
    const { body } = await askServer({ ...parsed, isDiscovered: false, hosts: [host] }, asking);
    if ((Object(body) as { state?: unknown }).state === 'leader') return server;
  }
  throw new Error('nobody leads');
};
