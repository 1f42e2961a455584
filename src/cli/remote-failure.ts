import { Failure } from '../catalogue/failure.ts';
import { type FailureCode, failures } from '../catalogue/failures.ts';

/** A refusal that a server said: its code is one of ours, its sentence is the server's. */
class RemoteFailure extends Failure {
  readonly #detail: string;

  constructor(code: FailureCode, detail: string) {
    super(code, {});
    this.#detail = detail;
  }

  override get detail(): string {
    return this.#detail;
  }

  /** Where a value stands here is nothing that the server's sentence speaks of. */
  override at(): this {
    return this;
  }
}

const textIn = (value: unknown, field: string): string => {
  const found: unknown =
    typeof value === 'object' && value !== null ? Reflect.get(value, field) : undefined;
  return typeof found === 'string' ? found : '';
};

const isCode = (text: string): text is FailureCode => Object.hasOwn(failures, text);

/** What a problem detail says, as a refusal; whatever else is answered is no answer of ours. */
export const remoteFailure = (problem: unknown, server: string): Failure => {
  const code = textIn(problem, 'code');
  return isCode(code)
    ? new RemoteFailure(code, textIn(problem, 'detail'))
    : new Failure('SERVER_NOT_UNDERSTOOD', { server });
};
