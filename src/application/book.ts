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

/** What views need of a ledger, folded up to one revision. */
export interface ViewFolds {
  readonly entries: Entries;
  readonly register: Register;
  readonly moments: Instant[];
  readonly frontier: Frontier;
}

/** What decisions need beside it. */
export interface DecisionFolds {
  readonly state: LedgerState;
  readonly commands: Map<string, RecordedCommand>;
}

/** All folds; what decisions need may be restored later, since who only reads never asks for it. */
export interface Folded extends ViewFolds {
  readonly decisions: () => DecisionFolds;
}

const nothingFolded = (): Folded => ({
  entries: noEntries(),
  register: emptyRegister(),
  moments: [],
  frontier: emptyFrontier,
  decisions: () => ({ state: areaLedger.initialState(), commands: new Map() }),
});

const learnCommand = ({ commands }: DecisionFolds, record: LedgerRecord): void => {
  const { commandId, commandHash: hash, revision } = record;
  const known = commands.get(commandId);
  const first = known?.first ?? revision;
  commands.set(commandId, { first, count: (known?.count ?? 0) + 1, hash });
};

/** One ledger as this process knows it. */
export class Book implements ViewFolds {
  readonly ledger: LedgerId;
  readonly entries: Entries;
  readonly register: Register;
  readonly moments: Instant[];
  frontier: Frontier;

  readonly #store: EventStore;
  readonly #onCaughtUp: (book: Book) => Promise<void>;
  readonly #restore: () => DecisionFolds;
  #restored: DecisionFolds | null = null;
  /** records that decisions have yet to learn, while theirs is not restored */
  #unlearned: LedgerRecord[] = [];
  #reading: Promise<void> = Promise.resolve();
  /** a reading that was asked for and has not begun */
  #nextReading: Promise<void> | null = null;

  constructor(
    ledger: LedgerId,
    store: EventStore,
    folded?: Folded,
    onCaughtUp: (book: Book) => Promise<void> = () => Promise.resolve(),
  ) {
    const { entries, register, moments, frontier, decisions } = folded ?? nothingFolded();
    this.ledger = ledger;
    this.#store = store;
    this.#onCaughtUp = onCaughtUp;
    this.entries = entries;
    this.register = register;
    this.moments = moments;
    this.frontier = frontier;
    this.#restore = decisions;
    if (folded === undefined) this.#restored = decisions();
  }

  get state(): LedgerState {
    return this.#decisions.state;
  }

  get commands(): ReadonlyMap<string, RecordedCommand> {
    return this.#decisions.commands;
  }

  get #decisions(): DecisionFolds {
    if (this.#restored !== null) return this.#restored;
    const restored = this.#restore();
    for (const record of this.#unlearned) {
      areaLedger.evolve(restored.state, record);
      learnCommand(restored, record);
    }
    this.#unlearned = [];
    this.#restored = restored;
    return restored;
  }

  get revision(): number {
    return this.frontier.size - 1;
  }

  /**
   * Reads on to the end of the log, so that what is seen is at least what was there when asked. Who
   * asks while a reading is under way waits for the next one, with all others who do.
   */
  catchUp(): Promise<void> {
    if (this.#nextReading !== null) return this.#nextReading;
    const read = this.#reading.then(() => {
      this.#nextReading = null;
      return this.#readOn();
    });
    this.#nextReading = read;
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
    if (this.#restored === null) this.#unlearned.push(record);
    else areaLedger.evolve(this.#restored.state, record);
    this.learn(record, frontier);
  }

  /** Everything but the state of decisions, which the queue has already moved for what it appended. */
  learn(record: LedgerRecord, frontier: Frontier): void {
    foldEntries(this.entries, record);
    foldRegister(this.register, record);
    this.moments.push(record.recordedAt);
    if (this.#restored !== null) learnCommand(this.#restored, record);
    this.frontier = frontier;
  }

  #damaged(revision: number, reason: string): Failure {
    return new Failure('LEDGER_DAMAGED', { ledger: this.ledger, revision, reason });
  }
}
