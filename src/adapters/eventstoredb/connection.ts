import { setTimeout as sleep } from 'node:timers/promises';

import { GuardedClient } from './guarded-client.ts';
import { isPassing, isStalled, storeFailure } from './server-error.ts';
import type { Credentials, StoreAddress } from './store-address.ts';

export interface Patience {
  /** how long a call may go without progress, and for how long a lost server is asked again */
  readonly millisecondsMax: number;
  /** the pause before a lost server is asked again: it doubles from the first to the last */
  readonly pauseMilliseconds: number;
  readonly pauseMillisecondsMax: number;
}

/** Servers without accounts ignore them; without any the client takes a path that can end the process. */
const nobody: Credentials = { username: 'poa', password: 'poa' };

/** The way to the servers: one client at a time, left for a new one when it falls silent. */
export class Connection {
  readonly address: StoreAddress;
  readonly patience: Patience;
  readonly #closing = new AbortController();
  #client: GuardedClient;

  constructor(address: StoreAddress, patience: Patience) {
    this.address = address;
    this.patience = patience;
    this.#client = new GuardedClient(address, patience.millisecondsMax);
  }

  get client(): GuardedClient {
    return this.#client;
  }

  get closing(): AbortSignal {
    return this.#closing.signal;
  }

  /** What every call to write gives along. */
  get writing(): { credentials: Credentials; requiresLeader: true; deadline: number } {
    const { credentials = nobody } = this.address;
    return { credentials, requiresLeader: true, deadline: this.patience.millisecondsMax };
  }

  /** Leaves a client that does not answer; whoever still waits for it waits to the end of its time. */
  leave(client: GuardedClient): void {
    if (client !== this.#client) return;
    this.#client = new GuardedClient(this.address, this.patience.millisecondsMax);
    client.leave();
  }

  /**
   * Asks again while nobody answers: only for what may be done twice.
   * @throws STORE_UNREACHABLE, STORE_ACCESS_DENIED, STORE_CERTIFICATE_REFUSED, or what was thrown
   */
  async patiently<T>(attempt: (client: GuardedClient) => Promise<T>): Promise<T> {
    const until = performance.now() + this.patience.millisecondsMax;
    for (let turn = 0; ; turn += 1) {
      const client = this.#client;
      try {
        return await attempt(client);
      } catch (error) {
        if (isStalled(error)) this.leave(client);
        const isOver = performance.now() + this.pauseAt(turn) >= until;
        if (!isPassing(error) || isOver || this.closing.aborted) throw this.failure(error);
      }
      await this.pause(turn);
    }
  }

  pauseAt(turn: number): number {
    const { pauseMilliseconds, pauseMillisecondsMax } = this.patience;
    return Math.min(pauseMilliseconds * 2 ** Math.min(turn, 20), pauseMillisecondsMax);
  }

  /** Ends early on the signal and when the store closes. */
  async pause(turn: number, signal?: AbortSignal): Promise<void> {
    const ends = signal === undefined ? [this.closing] : [this.closing, signal];
    await sleep(this.pauseAt(turn), undefined, { signal: AbortSignal.any(ends) }).catch(
      () => undefined,
    );
  }

  failure(error: unknown): unknown {
    return storeFailure(error, this.address);
  }

  /** Followers and pauses end. */
  beginClosing(): void {
    this.#closing.abort();
  }

  async close(): Promise<void> {
    this.beginClosing();
    await this.#client.end();
  }
}
