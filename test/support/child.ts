import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface Child {
  readonly process: ChildProcess;
  /** what it printed so far */
  readonly lines: readonly string[];
  /** resolves when it has printed as many lines */
  readonly printed: (count: number) => Promise<void>;
  /** all that it printed, when it has ended */
  readonly ended: Promise<readonly string[]>;
}

interface Circumstances {
  /** the user whose rights it has; only the system's own administrator may choose */
  readonly user?: number;
  /** the largest file that it may write, in blocks of 512 bytes */
  readonly blocksMax?: number;
}

/** Runs one of the programs in `processes/` as a process of its own, for 20 s at most. */
export const runChild = (
  script: string,
  args: readonly string[],
  { user, blocksMax }: Circumstances = {},
): Child => {
  const path = fileURLToPath(new URL(`./processes/${script}`, import.meta.url));
  const command = [process.execPath, path, ...args];
  const [program = '', ...rest] =
    blocksMax === undefined
      ? command
      : ['/bin/sh', '-c', `ulimit -f ${String(blocksMax)}; exec "$0" "$@"`, ...command];
  const child = spawn(program, rest, {
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: 20_000,
    killSignal: 'SIGKILL',
    ...(user === undefined ? {} : { uid: user, gid: user }),
  });

  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout });
  const wakes = new Set<() => void>();
  reader.on('line', (line) => {
    lines.push(line);
    for (const wake of wakes) wake();
  });
  const ended = new Promise<readonly string[]>((resolve, reject) => {
    child.on('error', reject);
    reader.on('close', () => {
      for (const wake of wakes) wake();
      resolve(lines);
    });
  });
  const printed = async (count: number): Promise<void> => {
    while (lines.length < count && child.exitCode === null && child.signalCode === null)
      await new Promise<void>((resolve) => wakes.add(resolve));
  };
  return { process: child, lines, printed, ended };
};
