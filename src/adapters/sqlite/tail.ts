interface Waiter {
  readonly after: number;
  readonly wake: () => void;
}

/**
 * The end of the store, where followers wait for more. What this process appends wakes them at
 * once; what another process appends is noticed by looking, once for all of them.
 */
export class Tail {
  readonly #last: () => number;
  readonly #pollMilliseconds: number;
  readonly #waiters = new Set<Waiter>();
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;

  /** @param last the position of the last record of the store */
  constructor(last: () => number, pollMilliseconds: number) {
    this.#last = last;
    this.#pollMilliseconds = pollMilliseconds;
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Resolves when there may be more after a position, on the signal and when the store closes. */
  beyond(after: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        signal.removeEventListener('abort', wake);
        this.#waiters.delete(waiter);
        resolve();
      };
      const waiter: Waiter = { after, wake };
      this.#waiters.add(waiter);
      signal.addEventListener('abort', wake);
      if (signal.aborted || this.#isClosed) wake();
      else this.#schedule();
    });
  }

  wake(): void {
    for (const { wake } of [...this.#waiters]) wake();
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    this.wake();
  }

  /** Waiting alone does not keep a process alive. */
  #schedule(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#look();
      if (this.#waiters.size > 0) this.#schedule();
    }, this.#pollMilliseconds).unref();
  }

  /** Where looking fails the followers are woken: their own reading says what is wrong. */
  #look(): void {
    if (this.#waiters.size === 0) return;
    try {
      const last = this.#last();
      for (const { after, wake } of [...this.#waiters]) if (last > after) wake();
    } catch {
      this.wake();
    }
  }
}
