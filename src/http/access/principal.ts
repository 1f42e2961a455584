import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Identified } from '../../bus/access-messages.ts';

/** Who asks, and as what. */
export type Principal = Identified;

declare module 'fastify' {
  interface FastifyRequest {
    /** set by the guard of every route that needs a session */
    principal?: Principal;
  }
}

/** Who asks. @throws where a route lets anyone in and asks for it all the same */
export const Asker = createParamDecorator((_: unknown, context: ExecutionContext): Principal => {
  const { principal } = context.switchToHttp().getRequest<FastifyRequest>();
  if (principal === undefined) throw new TypeError('a route without a session has no asker');
  return principal;
});
