/** Whether the service goes on. Answers that have no end of their own end when it does not. */
export class Stopping {
  readonly #ending = new AbortController();

  get signal(): AbortSignal {
    return this.#ending.signal;
  }

  begin(): void {
    this.#ending.abort();
  }
}
