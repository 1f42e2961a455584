/**
 * Counts the syncs of the store's file by a trace of system calls (strace must be installed): no
 * append is answered before one, and appends that wait together share them. With the syncs switched
 * off it must find what is wrong: `npm run count:syncs`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const appends = 64;
const syncsMax = 8;
const program = fileURLToPath(
  new URL('../test/support/processes/append-together.ts', import.meta.url),
);

interface Count {
  readonly syncs: number;
  readonly syncsBeforeAnswer: number;
  readonly answers: number;
}

const countOf = (trace: string): Count => {
  const calls = trace.split('\n');
  const begin = calls.findIndex((call) => call.includes('"BEGIN\\n"'));
  const end = calls.findIndex((call) => call.includes('"END\\n"'));
  const between = calls.slice(begin, end);
  const answers = between.filter((call) => call.includes('"ANSWER\\n"'));
  const first = between.findIndex((call) => call.includes('"ANSWER\\n"'));
  const isSync = (call: string): boolean => /\b(fsync|fdatasync)\(.*= 0$/.test(call);
  return {
    syncs: between.filter(isSync).length,
    syncsBeforeAnswer: between.slice(0, first).filter(isSync).length,
    answers: answers.length,
  };
};

const measure = async (...mode: string[]): Promise<Count> => {
  const folder = await mkdtemp(join(tmpdir(), 'poa-syncs-'));
  const trace = join(folder, 'trace');
  const calls = ['-f', '-e', 'trace=fsync,fdatasync,write', '-e', 'signal=none', '-o', trace];
  const run = [process.execPath, program, join(folder, 'store'), String(appends), ...mode];
  const { status, error } = spawnSync('strace', [...calls, ...run], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (error !== undefined || status !== 0) throw new Error('strace did not run', { cause: error });
  const count = countOf(await readFile(trace, 'utf8'));
  await rm(folder, { recursive: true });
  return count;
};

const isDurable = ({ syncs, syncsBeforeAnswer, answers }: Count): boolean =>
  answers === appends && syncsBeforeAnswer >= 1 && syncs <= syncsMax;

const durable = await measure();
const offender = await measure('without-sync');
const say = (name: string, count: Count): void => {
  process.stdout.write(
    `${name}: ${JSON.stringify(count)} ${isDurable(count) ? 'durable' : 'NOT durable'}\n`,
  );
};
say('the store', durable);
say('without sync', offender);
process.exitCode = isDurable(durable) && !isDurable(offender) ? 0 : 1;
