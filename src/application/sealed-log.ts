import { Failure } from '../catalogue/failure.ts';
import {
  type Instant,
  instantAt,
  type Microseconds,
  microsecondsOf,
} from '../catalogue/instant.ts';
import { emptyFrontier, type Frontier, rootOf } from '../integrity/merkle.ts';
import { seal } from '../integrity/seal.ts';
import { verifyRecord } from '../integrity/verify.ts';
import type { Clock } from './ports/clock.ts';
import type { EventStore, KeptRecord, StreamId } from './ports/event-store.ts';
import { recordAt } from './record-at.ts';

interface AnyFact {
  readonly type: string;
  readonly data: object;
}

/** What a log beside the ledgers records of a fact. */
export type LogRecord<Fact extends AnyFact> = Fact & {
  /** the log's own name, where a ledger's records name their ledger */
  readonly ledger: string;
  readonly revision: number;
  readonly version: 1;
  readonly recordedAt: Instant;
  readonly actor: string;
};

/** How often an append is tried again after others were faster. */
const attemptsMax = 50;

/**
 * A log beside the ledgers, sealed as they are: who may do what, who read what. Every record is
 * verified as it is read.
 */
export class SealedLog<Fact extends AnyFact> {
  readonly #store: EventStore;
  readonly #clock: Clock;
  readonly #stream: StreamId;
  readonly #learn: (record: LogRecord<Fact>) => void;
  #frontier: Frontier = emptyFrontier;
  #last: Microseconds = 0;
  #reading: Promise<void> | null = null;
  #writing: Promise<unknown> = Promise.resolve();

  constructor(
    parts: { readonly store: EventStore; readonly clock: Clock },
    stream: StreamId,
    learn: (record: LogRecord<Fact>) => void,
  ) {
    this.#store = parts.store;
    this.#clock = parts.clock;
    this.#stream = stream;
    this.#learn = learn;
  }

  /** The last record and the root up to it; revision -1 while there is none. */
  get head(): { readonly revision: number; readonly root: string } {
    return { revision: this.#frontier.size - 1, root: rootOf(this.#frontier) };
  }

  /** Whoever asks while a reading is under way waits for the next one. */
  async catchUp(): Promise<void> {
    if (this.#reading !== null) await this.#reading;
    this.#reading ??= this.#readOn().finally(() => {
      this.#reading = null;
    });
    await this.#reading;
  }

  /**
   * Records what is decided on what the log says by then, one after the other.
   * @param decide called again whenever another process was faster
   * @throws BUSY, OUTCOME_UNKNOWN, and whatever the decision says
   */
  append(actor: string, decide: () => readonly Fact[]): Promise<void> {
    const done = this.#writing.then(() => this.#append(actor, decide));
    this.#writing = done.catch(() => undefined);
    return done;
  }

  async #append(actor: string, decide: () => readonly Fact[]): Promise<void> {
    for (let attempt = 0; attempt < attemptsMax; attempt += 1) {
      await this.catchUp();
      const records = this.#sealed(actor, decide());
      if (records.length === 0) return;
      const expected = this.#frontier.size - 1;
      const { outcome } = await this.#store.append(this.#stream, expected, records);
      await this.catchUp();
      if (outcome === 'appended') return;
      if (outcome === 'unknown') return this.#resolve(records);
    }
    throw new Failure('BUSY', {});
  }

  /** A sealed record is nobody else's: where it was read it was written. */
  async #resolve(records: readonly KeptRecord[]): Promise<void> {
    const [first] = records;
    if (first === undefined) return;
    const there = await recordAt(this.#store, this.#stream, first.revision);
    if (there?.id === first.id) return;
    throw new Failure('OUTCOME_UNKNOWN', { commandId: first.id });
  }

  #sealed(actor: string, facts: readonly Fact[]): readonly KeptRecord[] {
    let frontier = this.#frontier;
    const moment = Math.max(this.#clock.now(), this.#last + 1);
    return facts.map((fact) => {
      const record: LogRecord<Fact> = {
        ...fact,
        ledger: this.#stream.id,
        revision: frontier.size,
        version: 1,
        recordedAt: instantAt(moment),
        actor,
      };
      const { sealed, frontier: grown } = seal(record, frontier);
      frontier = grown;
      return sealed;
    });
  }

  async #readOn(): Promise<void> {
    for await (const page of this.#store.read(this.#stream, this.#frontier.size)) {
      for (const kept of page) this.#take(kept);
    }
  }

  /** @throws LEDGER_DAMAGED */
  #take(kept: KeptRecord): void {
    this.#frontier = verifyRecord(this.#stream.id, kept, this.#frontier);
    const record = JSON.parse(kept.text) as LogRecord<Fact>;
    this.#last = microsecondsOf(record.recordedAt);
    this.#learn(record);
  }
}
