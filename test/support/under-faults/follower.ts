import { setTimeout as pause } from 'node:timers/promises';

import { type EventStore, ledgerStream } from '../../../src/application/ports/event-store.ts';
import type { LedgerId } from '../../../src/catalogue/codes.ts';

/** Follows one ledger of a store through whatever befalls its server. */
export class Follower {
  /** revision and id of each record, as it came */
  readonly seen: string[] = [];
  readonly #stop = new AbortController();
  readonly #following: Promise<void>;

  constructor(store: EventStore, ledger: LedgerId) {
    this.#following = this.#follow(store, ledgerStream(ledger));
    this.#following.catch(() => undefined);
  }

  /** Waits until as many have come, but not for ever; then no more are taken. */
  async end(count: number, milliseconds = 10_000): Promise<readonly string[]> {
    const until = performance.now() + milliseconds;
    while (this.seen.length < count && performance.now() < until) await pause(20);
    this.#stop.abort();
    await this.#following;
    return this.seen;
  }

  async #follow(store: EventStore, { category, id }: { category: string; id: string }) {
    for await (const { stream, record } of store.follow(null, this.#stop.signal)) {
      if (stream.category !== category || stream.id !== id) continue;
      this.seen.push(`${record.revision} ${record.id}`);
    }
  }
}
