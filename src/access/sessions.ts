import type { AccountId } from '../catalogue/access-events.ts';
import type { Papers } from '../application/ports/papers.ts';
import { PapersOf } from './papers-of.ts';
import { digestOf, newSecret } from './secrets.ts';

interface Session {
  readonly account: AccountId;
  /** milliseconds, as is what follows */
  readonly began: number;
  readonly seen: number;
}

/** A session ends this long after it began, or after it was last used. */
export const sessionMax = 12 * 3_600_000;
const idleMax = 3_600_000;
/** That it was used is written down no more often than this. */
const touchEvery = 60_000;

/** Who has signed in: the browser holds a secret, the store its digest. */
export class Sessions {
  readonly #papers: PapersOf<Session>;
  readonly #now: () => number;

  constructor(papers: Papers, now: () => number) {
    this.#papers = new PapersOf(papers, 'sessions');
    this.#now = now;
  }

  /** @returns the secret of the new session */
  async begin(account: AccountId): Promise<string> {
    const secret = newSecret();
    const now = this.#now();
    await this.#papers.add(digestOf(secret), { account, began: now, seen: now });
    await this.#sweep();
    return secret;
  }

  /** Whose session it is, null where it is none any more. */
  async find(secret: string): Promise<AccountId | null> {
    const key = digestOf(secret);
    const session = await this.#papers.find(key);
    if (session === null || this.#isOver(session)) return null;
    const now = this.#now();
    if (now - session.seen > touchEvery) {
      await this.#papers.change(key, (known) => known && { ...known, seen: now });
    }
    return session.account;
  }

  async end(secret: string): Promise<void> {
    await this.#papers.change(digestOf(secret), () => null);
  }

  /** @param except the secret of the one that goes on */
  async endAll(account: AccountId, except?: string): Promise<void> {
    const kept = except === undefined ? null : digestOf(except);
    for (const [key, session] of await this.#papers.all()) {
      if (session.account === account && key !== kept) await this.#papers.take(key);
    }
  }

  #isOver({ began, seen }: Session): boolean {
    const now = this.#now();
    return now - began > sessionMax || now - seen > idleMax;
  }

  /** What is over is thrown away by whoever signs in next. */
  async #sweep(): Promise<void> {
    for (const [key, session] of await this.#papers.all()) {
      if (this.#isOver(session)) await this.#papers.take(key);
    }
  }
}
