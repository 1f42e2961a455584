import type { AccountId } from '../catalogue/access-events.ts';
import type { CivilDate } from '../catalogue/civil-date.ts';
import { Failure } from '../catalogue/failure.ts';
import { endOfDay, type Instant, instantAt } from '../catalogue/instant.ts';
import type { SignInAttempts } from '../access/attempts.ts';
import type { Authority } from '../access/authority.ts';
import { type Directory, loginNamed } from '../access/directory.ts';
import type { Invitations } from '../access/invitations.ts';
import { assertPassword, isPasswordOf, passwordHash } from '../access/passwords.ts';
import { crossSiteSecretOf, digestOf, isSameText } from '../access/secrets.ts';
import type { Sessions } from '../access/sessions.ts';
import type { Clock } from './ports/clock.ts';
import type { Holdings } from './ports/holdings.ts';
import type { IdentityProvider, ProviderVisit } from './ports/identity-provider.ts';

/** What a request says of who asks. */
export interface Credentials {
  /** of the browser */
  readonly session?: string;
  /** of a program */
  readonly token?: string;
}

export interface Identified extends Authority {
  /** what a page of ours must say with whatever changes something; null for programs */
  readonly crossSiteSecret: string | null;
}

export interface AcceptedInvitation {
  readonly code: string;
  readonly password: string;
  /** the first administrator's, whom nobody could name before */
  readonly login?: string;
  readonly name?: string;
}

export interface SignInParts {
  readonly directory: Directory;
  readonly sessions: Sessions;
  readonly attempts: SignInAttempts;
  readonly invitations: Invitations;
  readonly holdings: Holdings;
  readonly clock: Clock;
  /** null where none is configured */
  readonly provider: IdentityProvider | null;
}

/** In whose days a token expires. */
const zone = 'America/La_Paz';

/** Tokens expire on few days, and a day's end is dear to find. */
const ends = new Map<CivilDate, Instant>();

const endOf = (day: CivilDate): Instant => {
  const known = ends.get(day) ?? endOfDay(day, zone);
  ends.set(day, known);
  return known;
};

const tokenForm = /^poa_(t[0-9a-f]{12})_([\w-]{43})$/;

const isRight = ({ sha256 }: { readonly sha256: string }, secret: string): boolean =>
  isSameText(sha256, digestOf(secret));

/** How people and programs come in. */
export class SignIns {
  readonly #parts: SignInParts;

  constructor(parts: SignInParts) {
    this.#parts = parts;
  }

  /** @throws SIGN_IN_NEEDED, SESSION_ENDED, TOKEN_NOT_VALID */
  async identify({ session, token }: Credentials): Promise<Identified> {
    if (token !== undefined) return this.#byToken(token);
    if (session === undefined) throw new Failure('SIGN_IN_NEEDED', {});
    const account = await this.#parts.sessions.find(session);
    if (account === null || !(await this.#parts.holdings.isOpen(account))) {
      throw new Failure('SESSION_ENDED', {});
    }
    const holdings = await this.#parts.holdings.of(account);
    return { account, holdings, crossSiteSecret: crossSiteSecretOf(session) };
  }

  /** @returns the secret of the session. @throws CREDENTIALS_REFUSED, SIGN_IN_LOCKED */
  async signIn(login: string, password: string): Promise<string> {
    const { attempts, directory, sessions, holdings } = this.#parts;
    const named = login.trim().toLowerCase();
    await attempts.begin(named);
    const account = await directory.accountOf(named);
    const kept = account === null ? null : ((await directory.find(account))?.password ?? null);
    const isRight = await isPasswordOf(kept, password);
    if (account === null || !isRight || !(await holdings.isOpen(account))) {
      throw new Failure('CREDENTIALS_REFUSED', {});
    }
    await attempts.succeed(named);
    return sessions.begin(account);
  }

  signOut(session: string): Promise<void> {
    return this.#parts.sessions.end(session);
  }

  /** @throws PROVIDER_NOT_CONFIGURED, PROVIDER_NOT_REACHED */
  visitProvider(): Promise<ProviderVisit> {
    return this.#provider().begin();
  }

  /** @returns the secret of the session. @throws PROVIDER_REFUSED, SUBJECT_UNKNOWN */
  async returnFromProvider(kept: string, query: string): Promise<string> {
    const { directory, sessions, holdings } = this.#parts;
    const subject = await this.#provider().finish(kept, query);
    const account = await directory.accountOfSubject(subject);
    if (account === null || !(await holdings.isOpen(account))) {
      throw new Failure('SUBJECT_UNKNOWN', { subject });
    }
    return sessions.begin(account);
  }

  /**
   * Sets the password of whom an invitation is for, and signs in.
   * @throws INVITATION_NOT_VALID, PASSWORD_NOT_ACCEPTED, LOGIN_NOT_VALID, LOGIN_TAKEN
   */
  async accept({ code, password, login, name }: AcceptedInvitation): Promise<string> {
    const { invitations, directory, sessions } = this.#parts;
    const account = await invitations.look(code);
    const known = await directory.find(account);
    const named = known?.login ?? loginNamed(login ?? '');
    assertPassword(password, named);
    if (known === null) {
      const person = { login: named, name: name?.trim() ?? named, password: null, subject: null };
      await directory.add(account, person);
    }
    await invitations.take(code);
    await directory.setPassword(account, await passwordHash(password));
    await sessions.endAll(account);
    return sessions.begin(account);
  }

  /** Ends the person's other sessions. @throws CREDENTIALS_REFUSED, SIGN_IN_LOCKED, PASSWORD_NOT_ACCEPTED */
  async changePassword(
    account: AccountId,
    { current, next, session }: { current: string; next: string; session: string },
  ): Promise<void> {
    const { directory, attempts, sessions } = this.#parts;
    const person = await directory.find(account);
    const login = person?.login ?? '';
    assertPassword(next, login);
    await attempts.begin(login);
    if (!(await isPasswordOf(person?.password ?? null, current))) {
      throw new Failure('CREDENTIALS_REFUSED', {});
    }
    await attempts.succeed(login);
    await directory.setPassword(account, await passwordHash(next));
    await sessions.endAll(account, session);
  }

  async #byToken(text: string): Promise<Identified> {
    const { holdings: ledgerOfAccess, clock } = this.#parts;
    const [, id = '', secret = ''] = tokenForm.exec(text) ?? [];
    const known = await ledgerOfAccess.token(id);
    const now = instantAt(clock.now());
    const isValid = known !== null && isRight(known, secret) && now <= endOf(known.expiresOn);
    if (!isValid || !(await ledgerOfAccess.isOpen(known.account))) {
      throw new Failure('TOKEN_NOT_VALID', {});
    }
    const { account, holdings } = known;
    return { account, holdings, crossSiteSecret: null };
  }

  #provider(): IdentityProvider {
    const { provider } = this.#parts;
    if (provider === null) throw new Failure('PROVIDER_NOT_CONFIGURED', {});
    return provider;
  }
}
