import type { AccountId } from '../catalogue/access-events.ts';
import { Failure } from '../catalogue/failure.ts';
import type { Papers } from '../application/ports/papers.ts';
import { PapersOf } from './papers-of.ts';

/** Who an account is. Nothing of it stands in a ledger, all of it can be erased. */
export interface Person {
  readonly login: string;
  readonly name: string;
  /** argon2id; null while the invitation was not taken up, or where a provider says who it is */
  readonly password: string | null;
  /** what a provider of identity calls this person */
  readonly subject: string | null;
}

type Entry = Person | { readonly account: AccountId };

const byLogin = (login: string): string => `login ${login}`;
const bySubject = (subject: string): string => `subject ${subject}`;

const isIndex = (entry: Entry | null): entry is { readonly account: AccountId } =>
  entry !== null && 'account' in entry;

/** @throws LOGIN_NOT_VALID */
export const loginNamed = (text: string): string => {
  const login = text.trim().toLowerCase();
  if (/^[a-z0-9][a-z0-9._@-]{2,63}$/.test(login)) return login;
  throw new Failure('LOGIN_NOT_VALID', { login: text });
};

/** The people of this service. */
export class Directory {
  readonly #papers: PapersOf<Entry>;

  constructor(papers: Papers) {
    this.#papers = new PapersOf(papers, 'people');
  }

  async find(account: AccountId): Promise<Person | null> {
    const entry = await this.#papers.find(account);
    return entry === null || isIndex(entry) ? null : entry;
  }

  /** null where nobody has that login */
  accountOf(login: string): Promise<AccountId | null> {
    return this.#indexed(byLogin(login));
  }

  accountOfSubject(subject: string): Promise<AccountId | null> {
    return this.#indexed(bySubject(subject));
  }

  async all(): Promise<ReadonlyMap<AccountId, Person>> {
    const people = (await this.#papers.all()).flatMap(([key, entry]) =>
      isIndex(entry) ? [] : [[key as AccountId, entry] as const],
    );
    return new Map(people);
  }

  /** @throws LOGIN_TAKEN */
  async add(account: AccountId, person: Person): Promise<void> {
    const { login, subject } = person;
    if (!(await this.#papers.add(byLogin(login), { account }))) {
      throw new Failure('LOGIN_TAKEN', { login });
    }
    if (subject !== null && !(await this.#papers.add(bySubject(subject), { account }))) {
      await this.#papers.take(byLogin(login));
      throw new Failure('LOGIN_TAKEN', { login: subject });
    }
    await this.#papers.add(account, person);
  }

  setPassword(account: AccountId, password: string): Promise<void> {
    return this.#papers.change(account, (entry) =>
      entry === null || isIndex(entry) ? undefined : { ...entry, password },
    );
  }

  /** Of an erased person nothing is left in the store but the account's number. */
  async erase(account: AccountId): Promise<void> {
    const person = await this.find(account);
    if (person === null) return;
    await this.#papers.change(account, () => null);
    await this.#papers.change(byLogin(person.login), () => null);
    if (person.subject !== null) await this.#papers.change(bySubject(person.subject), () => null);
    await this.#papers.shred();
  }

  async #indexed(key: string): Promise<AccountId | null> {
    const entry = await this.#papers.find(key);
    return isIndex(entry) ? entry.account : null;
  }
}
