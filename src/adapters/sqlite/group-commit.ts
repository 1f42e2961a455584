import { setImmediate as turn } from 'node:timers/promises';

import type { Connection } from './connection.ts';
import { pause, type Patience } from './patiently.ts';
import { isPassing, isSurelyUnwritten, storeFailure } from './store-failure.ts';

/** What a writer does inside the shared transaction, to its end before it returns. */
export type Work<T> = (connection: Connection) => T;

/** The commit failed and what it wrote may be there all the same. */
export class CommitUnknown extends Error {
  override readonly name = 'CommitUnknown';
}

interface Waiting {
  readonly since: number;
  /** Does the work and returns how to answer with its result, once that is durable. */
  readonly perform: (connection: Connection) => () => void;
  readonly refuse: (error: unknown) => void;
}

/**
 * The only way to write. Whatever waits together goes into one transaction and shares its one
 * fsync, by far the dearest part of an append; the transaction begins and ends without a pause in
 * between, so reads of this process never see it half done. Nothing is answered before it is durable.
 */
export class GroupCommit {
  readonly #connection: Connection;
  readonly #patience: Patience;
  readonly #onCommit: (works: number) => void;
  #waiting: Waiting[] = [];
  #flushing: Promise<void> | undefined;

  constructor(connection: Connection, patience: Patience, onCommit: (works: number) => void) {
    this.#connection = connection;
    this.#patience = patience;
    this.#onCommit = onCommit;
  }

  /**
   * @throws STORE_LOCKED, STORE_FULL, STORE_NOT_WRITABLE, STORE_DAMAGED with nothing written;
   *   CommitUnknown where that is not sure
   */
  write<T>(work: Work<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({
        since: performance.now(),
        perform: (connection) => {
          const result = work(connection);
          return () => {
            resolve(result);
          };
        },
        refuse: reject,
      });
      this.#flushing ??= this.#flush();
    });
  }

  /** Resolves when all that waits has been answered. */
  async settled(): Promise<void> {
    await this.#flushing;
  }

  /** A turn of the event loop before each transaction lets those who were just answered come along. */
  async #flush(): Promise<void> {
    do {
      await turn();
      if (this.#begin()) this.#performAll();
      else await pause();
    } while (this.#waiting.length > 0);
    this.#flushing = undefined;
  }

  #begin(): boolean {
    try {
      this.#connection.execute('BEGIN IMMEDIATE');
      return true;
    } catch (error) {
      const oldest = performance.now() - this.#patience.millisecondsMax;
      const isOver = ({ since }: Waiting): boolean => !isPassing(error) || since <= oldest;
      const refused = this.#waiting.filter(isOver);
      this.#waiting = this.#waiting.filter((waiting) => !isOver(waiting));
      for (const { refuse } of refused) refuse(this.#failure(error));
      return false;
    }
  }

  /** A work that fails is refused alone: the others come back unharmed in the next transaction. */
  #performAll(): void {
    const batch = this.#waiting;
    this.#waiting = [];
    const answers: (() => void)[] = [];
    for (const waiting of batch) {
      try {
        answers.push(waiting.perform(this.#connection));
      } catch (error) {
        this.#rollBack();
        this.#waiting = batch.filter((other) => other !== waiting);
        waiting.refuse(this.#failure(error));
        return;
      }
    }
    if (!this.#commit(batch)) return;
    this.#onCommit(batch.length);
    for (const answer of answers) answer();
  }

  #commit(batch: readonly Waiting[]): boolean {
    try {
      this.#connection.execute('COMMIT');
      return true;
    } catch (error) {
      this.#rollBack();
      const failure = isSurelyUnwritten(error)
        ? this.#failure(error)
        : new CommitUnknown('commit failed', { cause: error });
      for (const { refuse } of batch) refuse(failure);
      return false;
    }
  }

  /** Some failures have ended the transaction already. */
  #rollBack(): void {
    if (this.#connection.isInTransaction) this.#connection.execute('ROLLBACK');
  }

  #failure(error: unknown): unknown {
    return storeFailure(error, this.#patience.path, 'writing');
  }
}
