import { readFileSync } from 'node:fs';
import { Logger } from '@nestjs/common';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { NestFactory } from '@nestjs/core';
import { MemoryStore } from '../../src/adapters/memory/memory-store.ts';
import { AppModule } from '../../src/app.module.ts';

export interface Described {
  readonly operationId: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly in: 'path' | 'query' | 'header';
    readonly required: boolean;
    readonly description?: string;
    readonly example?: unknown;
    readonly schema: { readonly pattern?: string; readonly enum?: readonly string[] };
  }[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: object }>>;
  };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: object }>> }>
  >;
}

export interface ApiDocument {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

const file = new URL('../../openapi.json', import.meta.url);

export const apiDocument = JSON.parse(readFileSync(file, 'utf8')) as ApiDocument;

/** Every route as "GET /health/live", as the framework was told of them. */
export const routesOfModule = async (): Promise<string[]> => {
  const adapter = new FastifyAdapter();
  const routes: string[] = [];
  adapter.getInstance().addHook('onRoute', ({ method, url }) => {
    const path = url.replaceAll(/:(\w+)/g, '{$1}');
    for (const each of [method].flat()) if (each !== 'HEAD') routes.push(`${each} ${path}`);
  });
  Logger.overrideLogger(['error', 'warn']);
  const parts = { store: new MemoryStore() };
  const app = await NestFactory.create(AppModule.over(parts), adapter);
  await app.init();
  await app.close();
  return routes;
};

export const routesOfDocument = (): string[] =>
  Object.entries(apiDocument.paths).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
  );
