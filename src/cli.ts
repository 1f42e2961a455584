#!/usr/bin/env node
import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { MemoryStore } from './adapters/memory/memory-store.ts';
import { openSqliteStore } from './adapters/sqlite/open-sqlite-store.ts';
import { AppModule } from './app.module.ts';
import { isFailure } from './catalogue/failure.ts';
import type { Surroundings } from './cli/connection.ts';
import { runCli } from './cli/run-cli.ts';
import { serve } from './serve.ts';

Logger.overrideLogger(['error', 'warn']);

const openStore = async (folder: string, access: Parameters<Surroundings['connect']>[1]) => {
  try {
    return await openSqliteStore(folder, { mustExist: access !== 'create' });
  } catch (error) {
    const isMissing = isFailure(error) && error.code === 'STORE_NOT_FOUND';
    if (isMissing && access === 'try') return new MemoryStore();
    throw error;
  }
};

const connect: Surroundings['connect'] = async (folder, access) => {
  const store = await openStore(folder, access);
  const app = await NestFactory.createApplicationContext(AppModule.over({ store }));
  return {
    commands: app.get(CommandBus),
    queries: app.get(QueryBus),
    close: async () => {
      await app.close();
      await store.close();
    },
  };
};

process.exitCode = await runCli(process.argv.slice(2), {
  environment: process.env,
  connect,
  serve: async (folder) =>
    serve({ store: await openSqliteStore(folder) }, Number(process.env.POA_PORT ?? '0')),
  write: (text) => process.stdout.write(text),
  warn: (text) => process.stderr.write(text),
});
