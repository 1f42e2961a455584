/**
 * The peer of what is served: Nest and Fastify with nothing on them. `GET /text/N` answers with a
 * text of N bytes; `POST /append` reads the same body and appends a row with a sync.
 */
import 'reflect-metadata';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Body, Controller, Get, Header, Logger, Module, Param, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';

const [folder = ''] = process.argv.slice(2);
const database = new DatabaseSync(join(folder, 'bare.sqlite'));
database.exec(
  'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE records(text TEXT)',
);
const insert = database.prepare('INSERT INTO records VALUES (?)');
const texts = new Map<string, string>();

/** Made once: making it is no part of answering. */
const textOf = (size: string): string => {
  const text = texts.get(size) ?? `"${'x'.repeat(Math.max(0, Number(size) - 2))}"`;
  texts.set(size, text);
  return text;
};

class Bare {
  text(size: string): string {
    return textOf(size);
  }

  append(body: object): object {
    const { lastInsertRowid } = insert.run(JSON.stringify(body));
    return { revision: Number(lastInsertRowid) };
  }
}

const methodOf = (name: 'text' | 'append') =>
  Object.getOwnPropertyDescriptor(Bare.prototype, name) as TypedPropertyDescriptor<unknown>;

// Decorators as the functions that they are: Node runs this file as it is written.
Controller()(Bare);
Get('text/:size')(Bare.prototype, 'text', methodOf('text'));
Header('content-type', 'application/json; charset=utf-8')(Bare.prototype, 'text', methodOf('text'));
Param('size')(Bare.prototype, 'text', 0);
Post('append')(Bare.prototype, 'append', methodOf('append'));
Body()(Bare.prototype, 'append', 0);

/** What there is: one controller. */
class BareModule {
  readonly controllers = [Bare];
}
Module({ controllers: [Bare] })(BareModule);
Logger.overrideLogger(false);

const app = await NestFactory.create<NestFastifyApplication>(BareModule, new FastifyAdapter());
await app.listen(0, '127.0.0.1');
process.stdout.write(`${await app.getUrl()}\n`);
