import { versionOf } from '../catalogue/codec.ts';
import { ledgerIdOf } from '../catalogue/codes.ts';
import type { Draft, LedgerRecord } from '../catalogue/events.ts';
import { Failure } from '../catalogue/failure.ts';
import { dayOf, instantAt, type Microseconds, microsecondsOf } from '../catalogue/instant.ts';
import { areaLedger, type LedgerState } from '../domain/area-ledger/index.ts';
import { contentHash } from '../integrity/canonical.ts';
import type { Frontier } from '../integrity/merkle.ts';
import { seal, type Sealed } from '../integrity/seal.ts';
import type { Book, RecordedCommand } from './book.ts';
import type { CommandAnswer, CommandRequest } from './command-request.ts';

/** A writer may be this far behind the last record's clock, in microseconds. */
const skewMax = 5_000_000;

export interface SealedRecord {
  readonly record: LedgerRecord;
  readonly sealed: Sealed;
  /** the tree up to this record */
  readonly frontier: Frontier;
}

/** What deciding one waiting command came to; nothing of it is written yet. */
export type Outcome = { readonly answer: CommandAnswer } | { readonly error: unknown };

export interface Batch {
  readonly outcomes: readonly Outcome[];
  readonly records: readonly SealedRecord[];
  /** a fork of the book's state that has learned the records */
  readonly state: LedgerState;
}

/** Decides waiting commands in turn, each on what those before it lead to. */
class Deciding {
  readonly state: LedgerState;
  readonly records: SealedRecord[] = [];
  readonly #book: Book;
  readonly #now: Microseconds;
  readonly #commands = new Map<string, RecordedCommand>();
  #frontier: Frontier;
  #last: Microseconds;

  constructor(book: Book, now: Microseconds) {
    this.#book = book;
    this.#now = now;
    this.#frontier = book.frontier;
    const last = book.moments.at(-1);
    this.#last = last === undefined ? 0 : microsecondsOf(last);
    this.state = areaLedger.fork(book.state);
  }

  get #revision(): number {
    return this.#frontier.size - 1;
  }

  take(request: CommandRequest): CommandAnswer {
    const { command, commandId } = request;
    const hash = contentHash(command);
    const known = this.#book.commands.get(commandId) ?? this.#commands.get(commandId);
    if (known !== undefined) return this.#repeat(request, known, hash);
    const { events, findings } = decideAt(request, this.state, this.#revision);
    if (events.length > 0) this.#record(request, events, hash);
    const { ledger } = request;
    return { ledger, revision: this.#revision, events: events.length, findings, isRepeat: false };
  }

  #repeat(request: CommandRequest, known: RecordedCommand, hash: string): CommandAnswer {
    assertSame(request, known, hash);
    const { ledger } = request;
    const revision = known.first + known.count - 1;
    return { ledger, revision, events: known.count, findings: [], isRepeat: true };
  }

  #record(request: CommandRequest, events: readonly Draft[], commandHash: string): void {
    const { ledger, command, commandId, actor, correlationId = commandId } = request;
    const { signed } = command;
    const moment = this.#moment();
    const recordedAt = instantAt(moment);
    const first = this.#revision + 1;
    const today = dayOf(recordedAt, zoneOf(this.state, events));
    for (const draft of events) {
      const { type, data, origin } = draft;
      const record = {
        ledger,
        revision: this.#revision + 1,
        type,
        version: versionOf(type),
        effectiveOn: draft.effectiveOn ?? today,
        data,
        recordedAt,
        actor,
        commandId,
        commandHash,
        correlationId,
        ...(origin && { origin }),
        ...(signed && { signed }),
      } as LedgerRecord;
      const { sealed, frontier } = seal(record, this.#frontier);
      this.#frontier = frontier;
      areaLedger.evolve(this.state, record);
      this.records.push({ record, sealed, frontier });
    }
    this.#last = moment;
    this.#commands.set(commandId, { first, count: events.length, hash: commandHash });
  }

  /** Strictly later than the last command. @throws CLOCK_SKEW where this clock is far behind */
  #moment(): Microseconds {
    if (this.#now < this.#last - skewMax) {
      throw new Failure('CLOCK_SKEW', { now: instantAt(this.#now), last: instantAt(this.#last) });
    }
    return Math.max(this.#now, this.#last + 1);
  }
}

const openingIn = (events: readonly Draft[]) =>
  events.find((draft) => draft.type === 'LedgerOpened')?.data;

/** The zone of the ledger, which its first event names. */
const zoneOf = (state: LedgerState, events: readonly Draft[]): string =>
  (openingIn(events) ?? state.opened)?.zone ?? 'UTC';

/** @throws REVISION_MOVED where the ledger is not where it was expected to be */
const assertAt = ({ ifRevision }: CommandRequest, revision: number): void => {
  if (ifRevision === undefined || ifRevision === revision) return;
  throw new Failure('REVISION_MOVED', { expected: ifRevision, actual: revision });
};

/** @throws COMMAND_ID_REUSED where the command that is known by that id is another one */
export const assertSame = (
  { commandId }: CommandRequest,
  known: RecordedCommand,
  hash: string,
): void => {
  if (known.hash !== hash) throw new Failure('COMMAND_ID_REUSED', { commandId });
};

/**
 * What a command comes to at a revision, before it is known whether it is written.
 * @throws REVISION_MOVED, OTHER_LEDGER where it opens another one than the one that was asked
 */
export const decideAt = (request: CommandRequest, state: LedgerState, revision: number) => {
  const { ledger, command } = request;
  assertAt(request, revision);
  const decision = areaLedger.decide(command, state);
  const opening = openingIn(decision.events);
  if (opening === undefined) return decision;
  const { entity, area, fiscalYear } = opening;
  const stated = ledgerIdOf(entity.code, area.sigla, fiscalYear);
  if (stated !== ledger) throw new Failure('OTHER_LEDGER', { stated, ledger });
  return decision;
};

export const decideBatch = (
  book: Book,
  requests: readonly CommandRequest[],
  now: Microseconds,
): Batch => {
  const deciding = new Deciding(book, now);
  const outcomes = requests.map((request): Outcome => {
    try {
      return { answer: deciding.take(request) };
    } catch (error) {
      return { error };
    }
  });
  return { outcomes, records: deciding.records, state: deciding.state };
};
