import 'reflect-metadata';
import { Logger, ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule, type Parts } from './app.module.ts';
import { Failure } from './catalogue/failure.ts';
import { FailureFilter } from './http/failure.filter.ts';

/** The application on Fastify, not yet listening. */
export const createApplication = async (parts: Parts): Promise<NestFastifyApplication> => {
  Logger.overrideLogger(['error', 'warn']);
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.over(parts),
    new FastifyAdapter(),
  );
  app.useGlobalPipes(
    new ValidationPipe({
      whitelist: true,
      forbidNonWhitelisted: true,
      exceptionFactory: (errors) => {
        const problem = errors
          .flatMap(({ constraints }) => Object.values(constraints ?? {}))
          .join('; ');
        return new Failure('INVALID_COMMAND', { problem });
      },
    }),
  );
  app.useGlobalFilters(new FailureFilter());
  return app;
};

/** Serves a store on the loopback interface until it is closed. */
export const serve = async (
  parts: Parts,
  port: number,
): Promise<{ url: string; close: () => Promise<void> }> => {
  const app = await createApplication(parts);
  await app.listen(port, '127.0.0.1');
  return {
    url: await app.getUrl(),
    close: async () => {
      await app.close();
      await parts.store.close();
    },
  };
};
