import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const program = `${root}dist/src/cli.js`;

export const samples = {
  form: `${root}samples/senavex-2020-12-form-5b.txt`,
  budget: `${root}samples/original-budget-2020.csv`,
};

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Circumstances {
  /** the user whose rights it has; only the system's own administrator may choose */
  readonly user?: number;
  /** the largest file that it may write, in blocks of 512 bytes */
  readonly blocksMax?: number;
  /** nobody reads what it prints */
  readonly isUnread?: true;
}

const limited = (command: readonly string[], blocksMax: number | undefined): readonly string[] =>
  blocksMax === undefined
    ? command
    : ['/bin/sh', '-c', `ulimit -f ${blocksMax}; exec "$0" "$@"`, ...command];

const textOf = (stream: NodeJS.ReadableStream): (() => string) => {
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString('utf8');
};

const cache = join(tmpdir(), `poa-cache-${process.pid}`);

/** What a program that is started sees: the store, and no cache that another one left. */
export const environmentOf = (store: string): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  POA_STORE: store,
  POA_CACHE: cache,
  POA_LOG: 'warn',
});

/** Runs the built command line as a process of its own, on the store of a folder. */
export const runPoa = (
  store: string,
  args: readonly string[],
  { user, blocksMax, isUnread }: Circumstances = {},
): Promise<Run> => {
  const [command = '', ...rest] = limited([process.execPath, program, ...args], blocksMax);
  const child = spawn(command, rest, {
    env: environmentOf(store),
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 30_000,
    killSignal: 'SIGKILL',
    ...(user === undefined ? {} : { uid: user, gid: user }),
  });
  if (isUnread) child.stdout.destroy();
  const out = textOf(child.stdout);
  const err = textOf(child.stderr);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, out: out(), err: err() });
    });
  });
};

/** Runs what must succeed and returns what it printed. */
export const poa = async (store: string, ...args: string[]): Promise<string> => {
  const { code, out, err } = await runPoa(store, args);
  if (code !== 0) throw new Error(`poa ${args.join(' ')}: ${String(code)}\n${out}${err}`);
  return out;
};

/** The same with `--json`. */
export const poaJson = async <Answer>(store: string, ...args: string[]): Promise<Answer> =>
  JSON.parse(await poa(store, ...args, '--json')) as Answer;

/** How something is refused: its exit code, and what programs read. */
export interface Refusal {
  readonly exit: number | null;
  readonly code: string;
  readonly kind: string;
  readonly detail: string;
  readonly place?: { option?: string; file?: string; line?: number; cell?: string };
}

/** What a run with `--json` was refused with, which it says on standard output alone. */
export const refusalIn = (args: readonly string[], { code: exit, out, err }: Run): Refusal => {
  if (exit === 0) throw new Error(`not refused: poa ${args.join(' ')}\n${out}`);
  if (err !== '') throw new Error(`poa ${args.join(' ')} wrote to standard error:\n${err}`);
  return { ...(JSON.parse(out) as { error: Omit<Refusal, 'exit'> }).error, exit };
};

export const refusalOf = async (
  store: string,
  args: readonly string[],
  circumstances: Circumstances = {},
): Promise<Refusal> => refusalIn(args, await runPoa(store, [...args, '--json'], circumstances));
