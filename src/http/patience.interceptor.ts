import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { type Observable, throwError, timeout } from 'rxjs';
import { Failure } from '../catalogue/failure.ts';

/** Set by the framework on what answers for as long as somebody listens. */
const isEndless = (context: ExecutionContext): boolean =>
  Reflect.getMetadata('__sse__', context.getHandler()) === true;

/** Nobody waits for an answer for ever. */
export class PatienceInterceptor implements NestInterceptor {
  readonly #seconds: number;

  constructor(seconds: number) {
    this.#seconds = seconds;
  }

  /** @throws ANSWER_TIMEOUT */
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (isEndless(context)) return next.handle();
    const seconds = this.#seconds;
    const refused = () => throwError(() => new Failure('ANSWER_TIMEOUT', { seconds }));
    return next.handle().pipe(timeout({ first: seconds * 1_000, with: refused }));
  }
}
