import { Logger } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { NestFactory } from '@nestjs/core';
import { MemoryStore } from '../../src/adapters/memory/memory-store.ts';
import { AppModule, type Parts } from '../../src/app.module.ts';
import type { Surroundings } from '../../src/cli/connection.ts';
import { runCli } from '../../src/cli/run-cli.ts';
import { openParts } from '../../src/composition/open-parts.ts';
import { type Refusal, refusalIn, type Run } from './run-poa.ts';

type PartsOf = (...asked: Parameters<Surroundings['connect']>) => Promise<Parts>;

Logger.overrideLogger(['error', 'warn']);

const runHere = async (
  args: readonly string[],
  partsOf: PartsOf,
  close: (parts: Parts) => Promise<void>,
  environment: Surroundings['environment'] = {},
): Promise<Run> => {
  let out = '';
  let err = '';
  const code = await runCli(args, {
    environment,
    connect: async (folder, access) => {
      const parts = await partsOf(folder, access);
      const app = await NestFactory.createApplicationContext(AppModule.over(parts));
      return {
        commands: app.get(CommandBus),
        queries: app.get(QueryBus),
        close: async () => {
          await app.close();
          await close(parts);
        },
      };
    },
    serve: () => Promise.reject(new Error('nothing is served here')),
    write: (text) => (out += text),
    warn: (text) => (err += text),
  });
  return { code, out, err };
};

/** The command line on the store of a folder, without a process of its own. */
export const poaHere = (
  store: string,
  args: readonly string[],
  partsOf: PartsOf = openParts,
): Promise<Run> =>
  runHere(['--store', store, ...args], partsOf, async (parts) => {
    await parts.store.close();
  });

/** The command line on a store that stays open, without a process of its own. */
export const poaOver = (
  args: readonly string[],
  store: () => Promise<MemoryStore>,
  environment: Surroundings['environment'] = {},
): Promise<Run> =>
  runHere(
    args,
    async () => ({ store: await store() }),
    () => Promise.resolve(),
    environment,
  );

/** How a command line is refused on the store of a folder, without a process of its own. */
export const refusalHere = async (
  store: string,
  args: readonly string[],
  partsOf: PartsOf = openParts,
): Promise<Refusal> => refusalIn(args, await poaHere(store, [...args, '--json'], partsOf));

export interface PoaWithClock {
  /** runs a command line at a moment */
  readonly at: (moment: string, ...args: string[]) => Promise<Run>;
}

/** The command line over a store in memory, with a clock that says what the test wants. */
export const poaWithClock = (): PoaWithClock => {
  const store = new MemoryStore();
  let now = 0;
  const clock = { now: () => now, pause: () => Promise.resolve() };
  const at = (moment: string, ...args: string[]): Promise<Run> => {
    now = Date.parse(moment) * 1000;
    return runHere(
      args,
      () => Promise.resolve({ store, clock }),
      () => Promise.resolve(),
    );
  };
  return { at };
};
