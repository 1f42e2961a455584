import type { AccountId, Holding } from '../catalogue/access-events.ts';
import type { CivilDate } from '../catalogue/civil-date.ts';
import { Failure } from '../catalogue/failure.ts';
import { type Directory, loginNamed, type Person } from '../access/directory.ts';
import type { Invitations } from '../access/invitations.ts';
import { digestOf, newId, newSecret } from '../access/secrets.ts';
import type { Sessions } from '../access/sessions.ts';
import type { AccessCommand } from '../domain/access-ledger/index.ts';
import type { AccessBook } from './access-book.ts';

/** Somebody as those see it who manage people. */
export interface PersonRow {
  readonly account: AccountId;
  /** null once erased, or before an invitation was taken up */
  readonly login: string | null;
  readonly name: string | null;
  readonly subject: string | null;
  readonly isOpen: boolean;
  /** whether there is a way to sign in */
  readonly isReady: boolean;
  readonly holdings: readonly Holding[];
}

export interface NewPerson {
  readonly login: string;
  readonly name: string;
  readonly subject?: string;
}

/** The code is said once and is kept nowhere. */
export interface Invited {
  readonly account: AccountId;
  readonly code: string;
}

export interface TokenRow {
  readonly token: string;
  readonly account: AccountId;
  readonly holdings: readonly Holding[];
  readonly expiresOn: CivilDate;
}

/** The secret is said once and is kept nowhere. */
export interface NewToken extends TokenRow {
  readonly secret: string;
}

/** Who records what no person asked for. */
const program = 'poa';

const everything: Holding = { role: 'administration', ledger: null };

export interface PeopleParts {
  readonly book: AccessBook;
  readonly directory: Directory;
  readonly invitations: Invitations;
  readonly sessions: Sessions;
}

/** Who is who, and who may do what. Every change stands in the ledger of access. */
export class People {
  readonly #parts: PeopleParts;

  constructor(parts: PeopleParts) {
    this.#parts = parts;
  }

  async list(): Promise<readonly PersonRow[]> {
    const people = await this.#parts.directory.all();
    const { accounts } = await this.#parts.book.state();
    return [...accounts].map(([account, { isOpen, holdings }]) => {
      const person = people.get(account);
      return { account, ...shown(person), isOpen, isReady: isReady(person), holdings };
    });
  }

  /** @throws ACCOUNT_NOT_FOUND */
  async one(account: AccountId): Promise<PersonRow> {
    const person = (await this.list()).find((each) => each.account === account);
    if (person === undefined) throw new Failure('ACCOUNT_NOT_FOUND', { account });
    return person;
  }

  /** @throws LOGIN_NOT_VALID, LOGIN_TAKEN */
  async add(actor: string, { login, name, subject }: NewPerson): Promise<Invited> {
    const { directory, book, invitations } = this.#parts;
    const account = newId('u') as AccountId;
    await directory.add(account, {
      login: loginNamed(login),
      name: name.trim(),
      password: null,
      subject: subject ?? null,
    });
    const data = { account };
    await book.change(actor, { type: 'OpenAccount', data }, { type: 'InvitePerson', data });
    return { account, code: await invitations.make(account) };
  }

  /** A new one-time code; the old password goes on until it is used. */
  async invite(actor: string, account: AccountId): Promise<Invited> {
    await this.#parts.book.change(actor, { type: 'InvitePerson', data: { account } });
    return { account, code: await this.#parts.invitations.make(account) };
  }

  /** Gives, takes, closes, opens again. Whoever is closed is signed out everywhere. */
  async change(actor: string, command: AccessCommand): Promise<void> {
    await this.#parts.book.change(actor, command);
    if (command.type === 'CloseAccount') await this.#parts.sessions.endAll(command.data.account);
  }

  /** Name, login and password are in the store no more; what was recorded keeps the account's number. */
  async erase(actor: string, account: AccountId): Promise<void> {
    const { book, directory, sessions } = this.#parts;
    await book.change(actor, { type: 'ErasePerson', data: { account } });
    await directory.erase(account);
    await sessions.endAll(account);
  }

  async tokens(account?: AccountId): Promise<readonly TokenRow[]> {
    const { tokens } = await this.#parts.book.state();
    return [...tokens]
      .map(([token, { sha256: _, ...issued }]) => ({ token, ...issued }))
      .filter((each) => account === undefined || each.account === account);
  }

  /** @throws ROLE_NOT_HELD: nobody gives a program more than is held */
  async issueToken(
    actor: string,
    asked: { account: AccountId; holdings: readonly Holding[]; expiresOn: CivilDate },
  ): Promise<NewToken> {
    const token = newId('t');
    const secret = newSecret();
    const data = { ...asked, token, sha256: digestOf(secret) };
    await this.#parts.book.change(actor, { type: 'IssueToken', data });
    return { token, ...asked, secret: `poa_${token}_${secret}` };
  }

  /** @param owner whose it must be. @throws TOKEN_NOT_FOUND */
  async revokeToken(actor: string, token: string, owner?: AccountId): Promise<void> {
    const { tokens } = await this.#parts.book.state();
    if (owner !== undefined && tokens.get(token)?.account !== owner) {
      throw new Failure('TOKEN_NOT_FOUND', { token });
    }
    await this.#parts.book.change(actor, { type: 'RevokeToken', data: { token } });
  }

  /** While nobody who administers can sign in, an invitation for the one who will; null otherwise. */
  async firstInvitation(): Promise<Invited | null> {
    const account = newId('u') as AccountId;
    await this.#parts.book.changeAsNeeded(program, ({ accounts }) =>
      [...accounts.values()].some(administers)
        ? []
        : [
            { type: 'OpenAccount', data: { account } },
            { type: 'GrantRole', data: { account, ...everything } },
          ],
    );
    const administrators = (await this.list()).filter(administers);
    const [first] = administrators;
    const isNeeded = first !== undefined && !administrators.some((each) => each.isReady);
    return isNeeded ? this.invite(program, first.account) : null;
  }
}

const administers = ({ isOpen, holdings }: Pick<PersonRow, 'isOpen' | 'holdings'>): boolean =>
  isOpen && holdings.some(({ role }) => role === everything.role);

const shown = (person: Person | undefined) => ({
  login: person?.login ?? null,
  name: person?.name ?? null,
  subject: person?.subject ?? null,
});

const isReady = (person: Person | undefined): boolean =>
  person !== undefined && (person.password !== null || person.subject !== null);
