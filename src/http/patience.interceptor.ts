import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { Observable } from 'rxjs';
import { within } from './patience.ts';

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
    return isEndless(context) ? next.handle() : next.handle().pipe(within(this.#seconds));
  }
}
