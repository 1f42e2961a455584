import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Failure } from '../catalogue/failure.ts';
import type { KnownRoutes } from './known-routes.ts';
import { NotModified } from './not-modified.ts';
import { pathOf, problemOf, problemType } from './problem.ts';
import { refusalOf } from './refusal-of.ts';

interface Around {
  readonly routes: KnownRoutes;
  /** told of every refusal */
  readonly onFailure: (failure: Failure) => void;
}

const secondsIn = ({ facts }: Failure): number => ('seconds' in facts ? facts.seconds : 0);

/** Whatever is thrown becomes a problem detail with a stable code; a defect says nothing of itself. */
@Catch()
export class FailureFilter implements ExceptionFilter {
  readonly #around: Around;

  constructor(around: Around) {
    this.#around = around;
  }

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    if (thrown instanceof NotModified) {
      void reply.status(304).send();
      return;
    }
    const failure = this.#refusal(thrown, request, reply);
    this.#around.onFailure(failure);
    if (reply.raw.headersSent) {
      reply.raw.destroy();
      return;
    }
    const problem = problemOf(failure, { url: request.url, correlationId: request.id });
    if (failure.code === 'SIGN_IN_LOCKED') void reply.header('retry-after', secondsIn(failure));
    void reply.removeHeader('etag').header('cache-control', 'no-store');
    void reply.status(problem.status).type(problemType).send(problem);
  }

  #refusal(thrown: unknown, request: FastifyRequest, reply: FastifyReply): Failure {
    const refusal = refusalOf(thrown, request);
    if (refusal === null) {
      request.log.error({ err: thrown }, 'INTERNAL_ERROR');
      return new Failure('INTERNAL_ERROR', {});
    }
    if (refusal.code !== 'ROUTE_NOT_FOUND') return refusal;
    const { method } = request;
    const url = pathOf(request.url);
    const allowed = this.#around.routes.methodsOf(url);
    if (allowed.length === 0 || allowed.includes(method)) return refusal;
    void reply.header('allow', allowed.join(', '));
    return new Failure('METHOD_NOT_ALLOWED', { method, url, allowed });
  }
}
