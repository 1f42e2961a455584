import { setTimeout as pause } from 'node:timers/promises';

import type { EventStore } from '../../../src/application/ports/event-store.ts';
import { assertReady } from '../../../src/application/readiness.ts';
import { isFailure } from '../../../src/catalogue/failure.ts';

/** Asks a store again and again whether it is ready, as a probe does, and notes each change. */
export class ReadinessWatch {
  readonly changes: string[] = [];
  readonly #stop = new AbortController();
  readonly #watching: Promise<void>;

  /** @param silenceMax how long it waits for an answer: milliseconds, at most those of the product */
  constructor(store: EventStore, silenceMax: number) {
    this.#watching = this.#watch(store, silenceMax);
  }

  async end(): Promise<readonly string[]> {
    this.#stop.abort();
    await this.#watching;
    return this.changes;
  }

  async #watch(store: EventStore, silenceMax: number): Promise<void> {
    const clock = {
      now: () => Date.now() * 1000,
      pause: (milliseconds: number) => pause(Math.min(milliseconds, silenceMax)),
    };
    while (!this.#stop.signal.aborted) {
      const found = await assertReady(store, clock).then(
        () => 'ready',
        (error: unknown) => (isFailure(error) ? error.code : String(error)),
      );
      if (this.changes.at(-1) !== found) this.changes.push(found);
      await pause(20);
    }
  }
}
