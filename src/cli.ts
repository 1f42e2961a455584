#!/usr/bin/env node
import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { systemClock } from './adapters/clock/system-clock.ts';
import { AppModule } from './app.module.ts';
import type { Surroundings } from './cli/connection.ts';
import { keyboardOf } from './cli/keyboard.ts';
import { runCli } from './cli/run-cli.ts';
import { configurationIn } from './composition/configuration.ts';
import { logOf } from './composition/logs.ts';
import { openParts } from './composition/open-parts.ts';
import { serve } from './serve.ts';

Logger.overrideLogger(['error', 'warn']);

const connect: Surroundings['connect'] = async (store, access, now) => {
  const clock = now === undefined ? systemClock : { ...systemClock, now };
  const report = (text: string): void => void process.stderr.write(`poa: ${text}\n`);
  const parts = { ...(await openParts(store, access)), clock, report };
  const app = await NestFactory.createApplicationContext(AppModule.over(parts));
  return {
    commands: app.get(CommandBus),
    queries: app.get(QueryBus),
    close: async () => {
      await app.close();
      await parts.store.close();
    },
  };
};

/** Whoever reads the output may have seen enough (`poa import … | head`): the work goes on all the same. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

process.exitCode = await runCli(process.argv.slice(2), {
  environment: process.env,
  connect,
  serve: async (store) => {
    const { host, port } = configurationIn(process.env, 0);
    return serve(await openParts(store, 'create'), { host, port, log: logOf('warn') });
  },
  keyboard: process.stdin.isTTY && process.stdout.isTTY ? keyboardOf(process.stdin) : undefined,
  write: (text) => process.stdout.write(text),
  warn: (text) => process.stderr.write(text),
});
