import type { Failure } from '../catalogue/failure.ts';

/** Ends a command whose answer has said already what is wrong: only the exit code is left to give. */
export class Told extends Error {
  override readonly name = 'Told';
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.code);
    this.failure = failure;
  }
}
