import 'reflect-metadata';
import { Logger, type ValidationError, ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule, type Parts } from './app.module.ts';
import { Failure } from './catalogue/failure.ts';
import { FailureFilter } from './http/failure.filter.ts';

const problemOf = ({ property, constraints = {} }: ValidationError): string =>
  'whitelistValidation' in constraints
    ? `no existe el parámetro ${property}`
    : Object.values(constraints).join('; ');

const queryFailure = (errors: readonly ValidationError[]): Failure =>
  new Failure('INVALID_COMMAND', { problem: errors.map(problemOf).join('; ') });

/** The application on Fastify, not yet listening. */
const createApplication = async (parts: Parts): Promise<NestFastifyApplication> => {
  Logger.overrideLogger(['error', 'warn']);
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.over(parts),
    new FastifyAdapter(),
  );
  app.useGlobalPipes(
    new ValidationPipe({
      whitelist: true,
      forbidNonWhitelisted: true,
      exceptionFactory: queryFailure,
    }),
  );
  app.useGlobalFilters(new FailureFilter());
  return app;
};

/** Where a service listens: on the loopback interface unless somebody else is to reach it. */
export interface Listening {
  readonly port: number;
  readonly host?: string;
}

/** Serves a store until it is closed. @throws PORT_NOT_USABLE */
export const serve = async (
  parts: Parts,
  { port, host = '127.0.0.1' }: Listening,
): Promise<{ url: string; close: () => Promise<void> }> => {
  const app = await createApplication(parts);
  const close = async (): Promise<void> => {
    await app.close();
    await parts.store.close();
  };
  try {
    await app.listen(port, host);
  } catch {
    await close();
    throw new Failure('PORT_NOT_USABLE', { port: String(port) });
  }
  return { url: await app.getUrl(), close };
};
