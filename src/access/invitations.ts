import type { AccountId } from '../catalogue/access-events.ts';
import { Failure } from '../catalogue/failure.ts';
import type { Papers } from '../application/ports/papers.ts';
import { PapersOf } from './papers-of.ts';
import { digestOf, newSecret } from './secrets.ts';

interface Invitation {
  readonly account: AccountId;
  /** milliseconds */
  readonly until: number;
}

/** An invitation is good for three days. */
const lifetime = 72 * 3_600_000;

/** One-time codes with which a person sets a password that nobody else has seen. */
export class Invitations {
  readonly #papers: PapersOf<Invitation>;
  readonly #now: () => number;

  constructor(papers: Papers, now: () => number) {
    this.#papers = new PapersOf(papers, 'invitations');
    this.#now = now;
  }

  /** The code; whatever was sent to the same person before is good no more. */
  async make(account: AccountId): Promise<string> {
    for (const [key, { account: invited, until }] of await this.#papers.all()) {
      if (invited === account || until < this.#now()) await this.#papers.take(key);
    }
    const code = newSecret();
    await this.#papers.add(digestOf(code), { account, until: this.#now() + lifetime });
    return code;
  }

  /** Whom it invites. @throws INVITATION_NOT_VALID */
  async look(code: string): Promise<AccountId> {
    return this.#valid(await this.#papers.find(digestOf(code)));
  }

  /** Uses it up: of two who try, one. @throws INVITATION_NOT_VALID */
  async take(code: string): Promise<AccountId> {
    return this.#valid(await this.#papers.take(digestOf(code)));
  }

  #valid(invitation: Invitation | null): AccountId {
    if (invitation === null || invitation.until < this.#now()) {
      throw new Failure('INVITATION_NOT_VALID', {});
    }
    return invitation.account;
  }
}
