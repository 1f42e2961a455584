import { Failure, isFailure } from '../catalogue/failure.ts';
import { areaLedger } from '../domain/area-ledger/index.ts';
import type { Book } from './book.ts';
import type { CommandAnswer, CommandRequest } from './command-request.ts';
import { type Batch, decideBatch } from './decide-batch.ts';
import type { Clock } from './ports/clock.ts';
import { type AppendOutcome, type EventStore, ledgerStream } from './ports/event-store.ts';
import { Turns } from './turns.ts';

interface Waiting {
  readonly request: CommandRequest;
  readonly answer: (answer: CommandAnswer) => void;
  readonly refuse: (error: unknown) => void;
}

/** How long a batch is decided again after conflicts, and how long to wait before it is: microseconds, milliseconds. */
const patience = 5_000_000;
const pauseMax = 20;
/** So often it is decided in any case: a server that was slow is no sign of others. */
const turnsMin = 3;

/**
 * The one queue of a ledger in this process: commands that wait together are decided in turn on the
 * tentative state and appended together, and all are answered, refusals too, after the append.
 */
export class CommandQueue {
  readonly #book: Book;
  readonly #store: EventStore;
  readonly #clock: Clock;
  readonly #turns: Turns;
  #waiting: Waiting[] = [];
  #isRunning = false;

  constructor(book: Book, store: EventStore, clock: Clock) {
    this.#book = book;
    this.#store = store;
    this.#clock = clock;
    this.#turns = new Turns(clock);
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
      await this.#turns.come();
      const batch = this.#waiting;
      this.#waiting = [];
      await this.#carryOutInParts(batch);
    }
    this.#isRunning = false;
  }

  /** Together where the store takes it, for one who writes much is no reason to refuse the others. */
  async #carryOutInParts(waiting: readonly Waiting[]): Promise<void> {
    try {
      await this.#carryOut(waiting);
    } catch (error) {
      const half = Math.ceil(waiting.length / 2);
      if (!isTooLarge(error) || half === waiting.length) {
        for (const { refuse } of waiting) refuse(error);
        return;
      }
      await this.#carryOutInParts(waiting.slice(0, half));
      await this.#carryOutInParts(waiting.slice(half));
    }
  }

  async #carryOut(waiting: readonly Waiting[]): Promise<void> {
    const deadline = this.#clock.now() + patience;
    const requests = waiting.map(({ request }) => request);
    for (let turn = 0; turn < turnsMin || this.#clock.now() < deadline; turn += 1) {
      this.#turns.begin();
      await this.#book.catchUp();
      const expected = this.#book.revision;
      this.#turns.find(expected);
      const batch = decideBatch(this.#book, requests, this.#clock.now());
      const { outcome } = await this.#append(batch, expected);
      if (outcome === 'appended') {
        await this.#settle(batch, expected);
        answerAll(waiting, batch);
      }
      if (outcome === 'unknown') await this.#resolve(waiting);
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

  /**
   * A reading may have seen the records first: then the book has them already, or will: that it
   * cannot be read on just now takes nothing back.
   */
  async #settle({ records, state }: Batch, expected: number): Promise<void> {
    this.#turns.leave(expected + records.length);
    if (this.#book.revision !== expected) return this.#book.catchUp().catch(() => undefined);
    areaLedger.mergeInto(this.#book.state, state);
    for (const { record, frontier } of records) this.#book.learn(record, frontier);
  }

  /** Reads on: what is there was appended, of the rest nothing is known. */
  async #resolve(waiting: readonly Waiting[]): Promise<void> {
    await this.#book.catchUp().catch(() => undefined);
    const { commands } = this.#book;
    const [found, lost] = parted(waiting, ({ request }) => commands.has(request.commandId));
    const requests = found.map(({ request }) => request);
    answerAll(found, decideBatch(this.#book, requests, this.#clock.now()));
    for (const { request, refuse } of lost) {
      refuse(new Failure('OUTCOME_UNKNOWN', { commandId: request.commandId }));
    }
  }
}

const isTooLarge = (error: unknown): boolean =>
  isFailure(error) && error.code === 'CHANGE_TOO_LARGE';

const parted = <T>(all: readonly T[], test: (each: T) => boolean): [T[], T[]] => [
  all.filter(test),
  all.filter((each) => !test(each)),
];

const answerAll = (waiting: readonly Waiting[], { outcomes }: Batch): void => {
  waiting.forEach(({ answer, refuse }, index) => {
    const outcome = outcomes[index];
    if (outcome === undefined || 'error' in outcome) refuse(outcome?.error);
    else answer(outcome.answer);
  });
};
