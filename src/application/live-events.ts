import { decodeRecord } from '../catalogue/codec.ts';
import type { LedgerId } from '../catalogue/codes.ts';
import { Failure } from '../catalogue/failure.ts';
import { type EventRow, eventRows } from './event-row.ts';
import { HeadWatch } from './head-watch.ts';
import type { Library } from './library.ts';
import { type EventStore, type KeptRecord, ledgerStream } from './ports/event-store.ts';

/** Where somebody begins to follow a ledger. */
export interface Followed {
  readonly ledger: LedgerId;
  /** what comes after this record; -1 for all of them */
  readonly after: number;
}

/**
 * The events of ledgers as they come. Nothing is kept for anybody: who follows reads from the store
 * what comes after the record that it had last, and the head of a ledger is asked for once for all
 * who follow it.
 */
export class LiveEvents {
  readonly #library: Library;
  readonly #store: EventStore;
  readonly #watches = new Map<LedgerId, HeadWatch>();

  constructor(library: Library, store: EventStore) {
    this.#library = library;
    this.#store = store;
  }

  /**
   * @param after the last record that is there already; what there is now where it is not said
   * @throws LEDGER_NOT_FOUND, REVISION_NOT_FOUND where the ledger does not reach it
   */
  async begin(ledger: LedgerId, after?: number): Promise<Followed> {
    const { revision: last } = await this.#library.openBook(ledger);
    if (after !== undefined && after > last) {
      throw new Failure('REVISION_NOT_FOUND', { revision: after, last });
    }
    return { ledger, after: after ?? last };
  }

  /** In the order of recording, each once, until the signal. */
  async *follow({ ledger, after }: Followed, signal: AbortSignal): AsyncGenerator<EventRow, void> {
    const isOver = (): boolean => signal.aborted;
    let last = after;
    while (!isOver()) {
      for await (const row of this.#rowsAfter(ledger, last)) {
        last = row.revision;
        yield row;
        if (isOver()) return;
      }
      await this.#beyond(ledger, last, signal);
    }
  }

  /** What is there already. */
  async *#rowsAfter(ledger: LedgerId, after: number): AsyncGenerator<EventRow, void> {
    for await (const page of this.#store.read(ledgerStream(ledger), after + 1)) {
      yield* await this.#rowsOf(ledger, page);
    }
  }

  async #beyond(ledger: LedgerId, last: number, signal: AbortSignal): Promise<void> {
    const watch = this.#watches.get(ledger) ?? new HeadWatch(this.#store, ledger);
    this.#watches.set(ledger, watch);
    try {
      await watch.beyond(last, signal);
    } finally {
      if (watch.isIdle) this.#watches.delete(ledger);
    }
  }

  /** The book reads on first, and refuses what is not the history that it knows. */
  async #rowsOf(ledger: LedgerId, page: readonly KeptRecord[]): Promise<EventRow[]> {
    const book = await this.#library.openBook(ledger);
    const records = page.map(({ text }) => decodeRecord(text));
    return eventRows(this.#store, book, records, book.revision);
  }
}
