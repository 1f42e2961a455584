import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Failure } from '../catalogue/failure.ts';

/** Where the framework keeps what a handler takes, by kind and place: those of kind 4 are queries. */
const argumentsKey = '__routeArguments__';
const ofQuery = '4:';

const readsQuery = (context: ExecutionContext): boolean => {
  const taken: unknown = Reflect.getMetadata(
    argumentsKey,
    context.getClass(),
    context.getHandler().name,
  );
  return Object.keys(taken ?? {}).some((key) => key.startsWith(ofQuery));
};

/** An address says nothing that nobody reads: a route without parameters refuses them all. */
export class QueryGuard implements CanActivate {
  /** @throws INVALID_COMMAND */
  canActivate(context: ExecutionContext): boolean {
    if (readsQuery(context)) return true;
    const { query } = context.switchToHttp().getRequest<FastifyRequest>();
    const [name] = Object.keys(query ?? {});
    if (name === undefined) return true;
    throw new Failure('INVALID_COMMAND', { problem: `no existe el parámetro ${name}` });
  }
}
