import { Failure } from '../catalogue/failure.ts';
import type { Papers } from '../application/ports/papers.ts';
import { PapersOf } from './papers-of.ts';
import { digestOf } from './secrets.ts';

interface Attempts {
  readonly failures: number;
  /** in milliseconds */
  readonly lockedUntil: number;
}

/** So many wrong passwords cost nothing but themselves. */
const freeMax = 5;
/** Then nobody tries for this long, twice as long each time: milliseconds. */
const pauseMin = 30_000;
const pauseMax = 3_600_000;
/** After so long without a try all is forgotten. */
const memory = 24 * 3_600_000;

const pauseAfter = (failures: number): number =>
  failures < freeMax ? 0 : Math.min(pauseMin * 2 ** Math.min(failures - freeMax, 20), pauseMax);

/** Tries to sign in, whether anybody has that login or not, counted for all instances together. */
export class SignInAttempts {
  readonly #papers: PapersOf<Attempts>;
  readonly #now: () => number;

  constructor(papers: Papers, now: () => number) {
    this.#papers = new PapersOf(papers, 'attempts');
    this.#now = now;
  }

  /** Counts a try as failed before its password is looked at: many at once count as many. @throws SIGN_IN_LOCKED */
  async begin(login: string): Promise<void> {
    const now = this.#now();
    await this.#papers.change(digestOf(login), (known) => {
      const { failures, lockedUntil } = known ?? { failures: 0, lockedUntil: 0 };
      if (now < lockedUntil) {
        throw new Failure('SIGN_IN_LOCKED', { seconds: Math.ceil((lockedUntil - now) / 1_000) });
      }
      const isOld = now - lockedUntil > memory && lockedUntil > 0;
      const counted = isOld ? 1 : failures + 1;
      return { failures: counted, lockedUntil: now + pauseAfter(counted) };
    });
  }

  /** It was the right one after all. */
  async succeed(login: string): Promise<void> {
    await this.#papers.change(digestOf(login), () => null);
  }
}
