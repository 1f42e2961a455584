import type { LedgerId } from '../catalogue/codes.ts';
import { type EventStore, ledgerStream } from './ports/event-store.ts';

/** How often the head of a ledger is asked for while somebody follows it, in milliseconds. */
const askEvery = 400;

interface Waiting {
  readonly after: number;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** Asks for the head of one ledger, for all who follow it, as long as anybody does. */
export class HeadWatch {
  readonly #store: EventStore;
  readonly #ledger: LedgerId;
  readonly #waiting = new Set<Waiting>();
  #timer: NodeJS.Timeout | null = null;

  constructor(store: EventStore, ledger: LedgerId) {
    this.#store = store;
    this.#ledger = ledger;
  }

  get isIdle(): boolean {
    return this.#waiting.size === 0;
  }

  /** Resolves once there is a record after a revision, or with the signal. */
  beyond(after: number, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        this.#waiting.delete(waiting);
        signal.removeEventListener('abort', onAbort);
        if (this.isIdle) this.#rest();
      };
      const onAbort = (): void => {
        leave();
        resolve();
      };
      const waiting: Waiting = {
        after,
        resolve: () => {
          leave();
          resolve();
        },
        reject: (error) => {
          leave();
          reject(error instanceof Error ? error : new Error(String(error)));
        },
      };
      signal.addEventListener('abort', onAbort);
      this.#waiting.add(waiting);
      this.#timer ??= setTimeout(() => void this.#look(), 0);
    });
  }

  async #look(): Promise<void> {
    try {
      const head = await this.#store.head(ledgerStream(this.#ledger));
      for (const each of [...this.#waiting]) if (head > each.after) each.resolve();
    } catch (error) {
      for (const each of [...this.#waiting]) each.reject(error);
    }
    this.#timer = this.isIdle ? null : setTimeout(() => void this.#look(), askEvery);
  }

  #rest(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
