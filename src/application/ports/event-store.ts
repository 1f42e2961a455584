import type { LedgerId } from '../../catalogue/codes.ts';

/** Streams of different kinds live in one store; a ledger is `{ category: 'poaLedger', id: '41-SENAVEX-2020' }`. */
export interface StreamId {
  readonly category: string;
  readonly id: string;
}

export const ledgerStream = (ledger: LedgerId): StreamId => ({ category: 'poaLedger', id: ledger });

/** What a store keeps of a record: its canonical text without `id` and `root`, and those two beside it. */
export interface KeptRecord {
  readonly revision: number;
  readonly id: string;
  readonly root: string;
  readonly text: string;
}

/** An opaque place in the order of the whole store, later than all that was delivered before it. */
export type Position = string;

export interface FollowedRecord {
  readonly stream: StreamId;
  readonly record: KeptRecord;
  readonly position: Position;
}

/** The outcome of an append that did not throw. */
export type AppendOutcome =
  | { readonly outcome: 'appended' }
  /** somebody was faster, or the stream is not where it was expected; nothing was written */
  | { readonly outcome: 'conflict'; readonly actual: number }
  /** the append may or may not be there: read on from the last known revision before deciding anything */
  | { readonly outcome: 'unknown' };

/**
 * The one way to durable events. An adapter keeps records and never looks into them.
 * Failures of the store itself are thrown: STORE_LOCKED, STORE_FULL, STORE_NOT_WRITABLE,
 * STORE_DAMAGED: then nothing was written.
 */
export interface EventStore {
  /**
   * All of the records or none, durable once this resolves.
   * @param expected the revision of the last record, -1 for a stream that does not exist
   */
  append(
    stream: StreamId,
    expected: number,
    records: readonly KeptRecord[],
  ): Promise<AppendOutcome>;
  /**
   * In order, in pages, what was there when the reading began; nothing for an unknown stream.
   * @param countMax no more records than that; all of them unless it is said
   */
  read(stream: StreamId, from: number, countMax?: number): AsyncIterable<readonly KeptRecord[]>;
  /** The revision of the last record, -1 where the stream does not exist. */
  head(stream: StreamId): Promise<number>;
  /** The streams of a category in the order in which they began. */
  streams(category: string): Promise<readonly StreamId[]>;
  /** Everything after a position (null: from the beginning), then what comes, until the signal; also what other processes append. */
  follow(from: Position | null, signal: AbortSignal): AsyncIterable<FollowedRecord>;
  close(): Promise<void>;
}
