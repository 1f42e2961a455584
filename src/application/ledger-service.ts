import type { LedgerId } from '../catalogue/codes.ts';
import { areaLedger } from '../domain/area-ledger/index.ts';
import type { Library } from './library.ts';
import type { CommandAnswer, CommandPreview, CommandRequest } from './command-request.ts';
import { CommandQueue } from './command-queue.ts';
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

  /** What a command would do, without doing it. */
  async preview({ ledger, command }: CommandRequest): Promise<CommandPreview> {
    try {
      const book = await this.#library.book(ledger);
      await book.catchUp();
      return { ledger, ...areaLedger.decide(command, areaLedger.fork(book.state)) };
    } catch (error) {
      throw await this.#library.named(ledger, error);
    }
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
