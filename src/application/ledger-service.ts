import type { LedgerId } from '../catalogue/codes.ts';
import { areaLedger } from '../domain/area-ledger/index.ts';
import type { Library } from './library.ts';
import type { CommandAnswer, CommandPreview, CommandRequest } from './command-request.ts';
import { CommandQueue } from './command-queue.ts';
import { assertSame, decideAt } from './decide-batch.ts';
import { contentHash } from '../integrity/canonical.ts';
import type { Clock } from './ports/clock.ts';
import type { EventStore } from './ports/event-store.ts';

/** The write side: every command of every ledger goes through the queue of its ledger. */
export class LedgerService {
  readonly #library: Library;
  readonly #store: EventStore;
  readonly #clock: Clock;
  readonly #queues = new Map<LedgerId, Promise<CommandQueue>>();

  constructor(library: Library, store: EventStore, clock: Clock) {
    this.#library = library;
    this.#store = store;
    this.#clock = clock;
  }

  /** @throws Failure where a rule says no or the store cannot take it; then nothing was written */
  async change(request: CommandRequest): Promise<CommandAnswer> {
    try {
      const queue = await this.#queue(request.ledger);
      return await queue.submit(request);
    } catch (error) {
      throw await this.#library.named(request.ledger, error);
    }
  }

  /** What a command would do, without doing it: nothing where it was done before. */
  async preview(request: CommandRequest): Promise<CommandPreview> {
    const { ledger } = request;
    try {
      const book = await this.#library.book(ledger);
      await book.catchUp();
      const known = book.commands.get(request.commandId);
      if (known !== undefined) {
        assertSame(request, known, contentHash(request.command));
        return { ledger, events: [], findings: [] };
      }
      return { ledger, ...decideAt(request, areaLedger.fork(book.state), book.revision) };
    } catch (error) {
      throw await this.#library.named(ledger, error);
    }
  }

  /** @throws LEDGER_NOT_FOUND */
  async assertThere(ledger: LedgerId): Promise<void> {
    await this.#library.openBook(ledger);
  }

  #queue(ledger: LedgerId): Promise<CommandQueue> {
    const known = this.#queues.get(ledger);
    if (known !== undefined) return known;
    const queue = this.#library
      .book(ledger)
      .then((book) => new CommandQueue(book, this.#store, this.#clock));
    this.#queues.set(ledger, queue);
    queue.catch(() => this.#queues.delete(ledger));
    return queue;
  }
}
