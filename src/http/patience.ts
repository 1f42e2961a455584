import { type MonoTypeOperatorFunction, throwError, timeout } from 'rxjs';
import { Failure } from '../catalogue/failure.ts';

/** Nobody waits for ever: refuses with ANSWER_TIMEOUT what says nothing for so long. */
export const within = <Value>(seconds: number): MonoTypeOperatorFunction<Value> =>
  timeout({
    first: seconds * 1_000,
    with: () => throwError(() => new Failure('ANSWER_TIMEOUT', { seconds })),
  });
