import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { environmentOf } from '../run-poa.ts';

const program = fileURLToPath(new URL('../../../dist/src/main.js', import.meta.url));

/** The built service in a process of its own, on a free port. */
export interface ServedProcess {
  readonly url: string;
  /** ends it in the middle of whatever it does */
  readonly kill: () => Promise<void>;
  /** ends it as a service manager does. @returns its exit code */
  readonly stop: () => Promise<number | null>;
}

/** @param seconds for which it runs at most */
export const serveProcess = async (store: string, seconds = 60): Promise<ServedProcess> => {
  const child = spawn(process.execPath, [program], {
    env: { ...environmentOf(store), POA_PORT: '0', POA_RATE: '0', POA_LOG: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: seconds * 1_000,
    killSignal: 'SIGKILL',
  });
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const end = (signal: NodeJS.Signals) => (): Promise<number | null> => {
    child.kill(signal);
    return ended;
  };
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
    if (url === undefined) continue;
    const kill = async (): Promise<void> => {
      await end('SIGKILL')();
    };
    return { url, kill, stop: end('SIGTERM') };
  }
  throw new Error('the service ended without serving');
};
