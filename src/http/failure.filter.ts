import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Failure } from '../catalogue/failure.ts';
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
@Catch(Failure)
export class FailureFilter implements ExceptionFilter<Failure> {
  catch(error: Failure, host: ArgumentsHost): void {
    const status = statuses[error.kind];
    void host
      .switchToHttp()
      .getResponse<FastifyReply>()
      .status(status)
      .type('application/problem+json')
      .send({
        type: 'about:blank',
        title: error.code,
        status,
        code: error.code,
        detail: error.detail,
      });
  }
}
