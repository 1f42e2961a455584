import type { Microseconds } from '../catalogue/instant.ts';
import type { Clock } from './ports/clock.ts';

/** How long others are thought to go on writing. */
const othersRemembered = 1_000_000;

/** Who writes without a break makes one so often, of such a length, for those who were never heard of. */
const breakEvery = 1_000_000;
const breakLength = 50_000;

/** No turn counts for longer than this: a server may have stood still in it. */
const turnMax = 50_000;

/**
 * Leaves a ledger to the queues of other processes in time. Who has just written knows the end of
 * the log and is the first to append again: without a pause of its own nobody else ever would.
 */
export class Turns {
  readonly #clock: Clock;
  #beganAt: Microseconds = -Infinity;
  #endedAt: Microseconds = -Infinity;
  #brokeAt: Microseconds = -Infinity;
  #othersAt: Microseconds = -Infinity;
  #lasted: Microseconds = 0;
  #revision: number | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Resolves when it is this queue's turn: at once, unless it wrote just now. */
  async come(): Promise<void> {
    const now = this.#clock.now();
    if (now - this.#endedAt >= breakLength) this.#brokeAt = now;
    const isBreak = now - this.#brokeAt >= breakEvery;
    if (isBreak) this.#brokeAt = now;
    const isShared = now - this.#othersAt < othersRemembered;
    const left = isBreak ? breakLength : isShared ? 2 * this.#lasted : 0;
    // no more than that, though a clock may be set back
    const rest = Math.min(this.#endedAt + left - now, left);
    if (rest > 0) await this.#clock.pause(rest / 1000);
  }

  begin(): void {
    this.#beganAt = this.#clock.now();
  }

  /** What the ledger has in the turn: others wrote where it is not what this queue left. */
  find(revision: number): void {
    if (this.#revision !== null && revision !== this.#revision) this.#othersAt = this.#clock.now();
    this.#revision = revision;
  }

  /** What the ledger has at the end of a turn that was not in vain. */
  leave(revision: number): void {
    this.#revision = revision;
    this.#endedAt = this.#clock.now();
    this.#lasted = Math.min(this.#endedAt - this.#beganAt, turnMax);
  }
}
