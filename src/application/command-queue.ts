import { Failure } from '../catalogue/failure.ts';
import { areaLedger } from '../domain/area-ledger/index.ts';
import type { Book } from './book.ts';
import type { CommandAnswer, CommandRequest } from './command-request.ts';
import { type Batch, decideBatch } from './decide-batch.ts';
import type { Clock } from './ports/clock.ts';
import { type AppendOutcome, type EventStore, ledgerStream } from './ports/event-store.ts';

interface Waiting {
  readonly request: CommandRequest;
  readonly answer: (answer: CommandAnswer) => void;
  readonly refuse: (error: unknown) => void;
}

/** How long a batch is decided again after conflicts, and how long to wait before it is: microseconds, milliseconds. */
const patience = 5_000_000;
const pauseMax = 20;

/**
 * The one queue of a ledger in this process: commands that wait together are decided in turn on the
 * tentative state and appended together, and all are answered, refusals too, after the append.
 */
export class CommandQueue {
  readonly #book: Book;
  readonly #store: EventStore;
  readonly #clock: Clock;
  #waiting: Waiting[] = [];
  #isRunning = false;

  constructor(book: Book, store: EventStore, clock: Clock) {
    this.#book = book;
    this.#store = store;
    this.#clock = clock;
  }

  submit(request: CommandRequest): Promise<CommandAnswer> {
    return new Promise((answer, refuse) => {
      this.#waiting.push({ request, answer, refuse });
      if (!this.#isRunning) void this.#run();
    });
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      try {
        await this.#carryOut(batch);
      } catch (error) {
        for (const { refuse } of batch) refuse(error);
      }
    }
    this.#isRunning = false;
  }

  async #carryOut(waiting: readonly Waiting[]): Promise<void> {
    const deadline = this.#clock.now() + patience;
    const requests = waiting.map(({ request }) => request);
    for (let turn = 0; turn === 0 || this.#clock.now() < deadline; turn += 1) {
      await this.#book.catchUp();
      const expected = this.#book.revision;
      const batch = decideBatch(this.#book, requests, this.#clock.now());
      const { outcome } = await this.#append(batch, expected);
      if (outcome === 'appended') await this.#settle(batch, expected);
      if (outcome === 'unknown') await this.#resolve(waiting);
      if (outcome === 'appended') answerAll(waiting, batch);
      if (outcome !== 'conflict') return;
      await this.#clock.pause(Math.min(turn, pauseMax));
    }
    for (const { refuse } of waiting) refuse(new Failure('BUSY', {}));
  }

  async #append({ records }: Batch, expected: number): Promise<AppendOutcome> {
    if (records.length === 0) return { outcome: 'appended' };
    const kept = records.map(({ sealed }) => sealed);
    return this.#store.append(ledgerStream(this.#book.ledger), expected, kept);
  }

  /** A reading may have seen the records first: then the book has them already. */
  async #settle({ records, state }: Batch, expected: number): Promise<void> {
    if (this.#book.revision !== expected) return this.#book.catchUp();
    areaLedger.mergeInto(this.#book.state, state);
    for (const { record, frontier } of records) this.#book.learn(record, frontier);
  }

  /** Reads on: what is there was appended, of the rest nothing is known. */
  async #resolve(waiting: readonly Waiting[]): Promise<void> {
    await this.#book.catchUp().catch(() => undefined);
    for (const { request, answer, refuse } of waiting) {
      const { ledger, commandId } = request;
      const known = this.#book.commands.get(commandId);
      if (known === undefined) refuse(new Failure('OUTCOME_UNKNOWN', { commandId }));
      else {
        const revision = known.first + known.count - 1;
        answer({ ledger, revision, events: known.count, findings: [], isRepeat: true });
      }
    }
  }
}

const answerAll = (waiting: readonly Waiting[], { outcomes }: Batch): void => {
  waiting.forEach(({ answer, refuse }, index) => {
    const outcome = outcomes[index];
    if (outcome === undefined || 'error' in outcome) refuse(outcome?.error);
    else answer(outcome.answer);
  });
};
