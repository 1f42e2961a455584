import { decodeRecord } from '../catalogue/codec.ts';
import type { LedgerId } from '../catalogue/codes.ts';
import type { LedgerRecord } from '../catalogue/events.ts';
import { Failure } from '../catalogue/failure.ts';
import type { Instant } from '../catalogue/instant.ts';
import { areaLedger, type LedgerState } from '../domain/area-ledger/index.ts';
import { emptyFrontier, type Frontier, grow, leafHash, rootOf } from '../integrity/merkle.ts';
import { type Entries, foldEntries, noEntries } from '../../projections/entries.ts';
import { emptyRegister, foldRegister, type Register } from '../../projections/register.ts';
import { type EventStore, type KeptRecord, ledgerStream } from './ports/event-store.ts';

/** What is remembered of a command, so that its repeat is known. */
export interface RecordedCommand {
  readonly first: number;
  readonly count: number;
  readonly hash: string;
}

/** Every fold over the records of a ledger, up to one revision. */
export interface Folded {
  readonly state: LedgerState;
  readonly entries: Entries;
  readonly register: Register;
  readonly moments: Instant[];
  readonly commands: Map<string, RecordedCommand>;
  readonly frontier: Frontier;
}

export const nothingFolded = (): Folded => ({
  state: areaLedger.initialState(),
  entries: noEntries(),
  register: emptyRegister(),
  moments: [],
  commands: new Map(),
  frontier: emptyFrontier,
});

/** One ledger as this process knows it. */
export class Book implements Folded {
  readonly ledger: LedgerId;
  readonly state: LedgerState;
  readonly entries: Entries;
  readonly register: Register;
  readonly moments: Instant[];
  readonly commands: Map<string, RecordedCommand>;
  frontier: Frontier;

  readonly #store: EventStore;
  readonly #onCaughtUp: (book: Book) => Promise<void>;
  #reading: Promise<void> = Promise.resolve();

  constructor(
    ledger: LedgerId,
    store: EventStore,
    folded: Folded = nothingFolded(),
    onCaughtUp: (book: Book) => Promise<void> = () => Promise.resolve(),
  ) {
    this.ledger = ledger;
    this.#store = store;
    this.#onCaughtUp = onCaughtUp;
    this.state = folded.state;
    this.entries = folded.entries;
    this.register = folded.register;
    this.moments = folded.moments;
    this.commands = folded.commands;
    this.frontier = folded.frontier;
  }

  get revision(): number {
    return this.frontier.size - 1;
  }

  /** Reads on to the end of the log, so that what is seen is at least what was there when asked. */
  catchUp(): Promise<void> {
    const read = this.#reading.then(() => this.#readOn());
    this.#reading = read.catch(() => undefined);
    return read;
  }

  async #readOn(): Promise<void> {
    const from = this.revision + 1;
    for await (const page of this.#store.read(ledgerStream(this.ledger), from)) {
      this.#takeAll(page.filter(({ revision }) => revision > this.revision));
    }
    await this.#onCaughtUp(this);
  }

  /** A page is known to be what was written before any of it is folded: folds trust what they are given. */
  #takeAll(page: readonly KeptRecord[]): void {
    let frontier = this.frontier;
    const frontiers = page.map(({ revision, text }) => {
      if (revision !== frontier.size) {
        throw this.#damaged(frontier.size, `falta; sigue el ${String(revision)}`);
      }
      return (frontier = grow(frontier, leafHash(text)));
    });
    const last = page.at(-1);
    if (last !== undefined && last.root !== rootOf(frontier)) {
      throw this.#damaged(last.revision, 'la raíz no corresponde a la historia');
    }
    page.forEach(({ text }, index) => {
      this.#take(text, frontiers[index] ?? frontier);
    });
  }

  #take(text: string, frontier: Frontier): void {
    const record = decodeRecord(text);
    const revision = this.revision + 1;
    if (record.ledger !== this.ledger || record.revision !== revision) {
      throw this.#damaged(revision, 'dice ser de otro libro o lugar');
    }
    areaLedger.evolve(this.state, record);
    this.learn(record, frontier);
  }

  /** Everything but the state of decisions, which the queue has already moved for what it appended. */
  learn(record: LedgerRecord, frontier: Frontier): void {
    foldEntries(this.entries, record);
    foldRegister(this.register, record);
    this.moments.push(record.recordedAt);
    const { commandId, commandHash: hash, revision } = record;
    const known = this.commands.get(commandId);
    this.commands.set(commandId, {
      first: known?.first ?? revision,
      count: (known?.count ?? 0) + 1,
      hash,
    });
    this.frontier = frontier;
  }

  #damaged(revision: number, reason: string): Failure {
    return new Failure('LEDGER_DAMAGED', { ledger: this.ledger, revision, reason });
  }
}
