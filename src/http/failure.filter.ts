import { type ArgumentsHost, Catch, type ExceptionFilter, NotFoundException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Failure, isFailure } from '../catalogue/failure.ts';
import type { FailureKind } from '../catalogue/failures.ts';

const statuses: Readonly<Record<FailureKind, number>> = {
  invalid: 400,
  missing: 404,
  refused: 422,
  conflict: 409,
  unavailable: 503,
  damaged: 500,
};

/** A refusal becomes a problem detail with its stable code. @see RFC 9457 */
@Catch(Failure, NotFoundException)
export class FailureFilter implements ExceptionFilter<Failure | NotFoundException> {
  catch(thrown: Failure | NotFoundException, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const { url } = http.getRequest<FastifyRequest>();
    const error = isFailure(thrown) ? thrown : new Failure('ROUTE_NOT_FOUND', { url });
    const status = statuses[error.kind];
    void http.getResponse<FastifyReply>().status(status).type('application/problem+json').send({
      type: 'about:blank',
      title: error.code,
      status,
      code: error.code,
      detail: error.detail,
    });
  }
}
