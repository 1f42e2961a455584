import type { LoggerService } from '@nestjs/common';
import { destination, type Logger as Log, pino } from 'pino';
import { isFailure } from '../catalogue/failure.ts';
import type { LogLevel } from './configuration.ts';

export type { Log };

/** Whatever a message of a driver quotes: an account and a password never stand in a log. */
const withoutAccounts = (text: string): string => text.replace(/(\w:\/\/)[^\s/?#]*@/g, '$1');

const stackOf = (error: Error): string => {
  const stack = error.stack ?? `${error.name}: ${error.message}`;
  return error.cause instanceof Error ? `${stack}\ncaused by ${stackOf(error.cause)}` : stack;
};

const errorAsJson = (error: unknown) => {
  if (!(error instanceof Error)) return { type: typeof error };
  const refusal = isFailure(error) ? { code: error.code, detail: error.detail } : {};
  return { ...refusal, type: error.name, stack: withoutAccounts(stackOf(error)) };
};

/** JSON lines on standard error: standard output says one thing, where the service is. */
export const logOf = (
  level: LogLevel,
  stream: { write(text: string): unknown } = destination({ fd: 2, sync: true }),
): Log =>
  pino(
    {
      level,
      base: { service: 'poa' },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      // Of a request nothing is written but what is asked for by name.
      serializers: { err: errorAsJson, req: () => undefined, res: () => undefined },
    },
    { write: (text) => void stream.write(text) },
  );

const textOf = (message: unknown): string =>
  withoutAccounts(message instanceof Error ? stackOf(message) : String(message));

type Severity = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace';

/** What the framework says goes where everything else goes. */
export const frameworkLogOn = (log: Log): LoggerService => {
  const on =
    (level: Severity) =>
    (message: unknown, ...rest: unknown[]): void => {
      const from = rest.at(-1);
      log[level](typeof from === 'string' ? { from } : {}, textOf(message));
    };
  return {
    log: on('debug'),
    error: on('error'),
    warn: on('warn'),
    debug: on('debug'),
    verbose: on('trace'),
    fatal: on('fatal'),
  };
};
