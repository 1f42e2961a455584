import { Command, Query } from '@nestjs/cqrs';
import type { AccountId, Holding } from '../catalogue/access-events.ts';
import type { CivilDate } from '../catalogue/civil-date.ts';
import type { AccessHistory } from '../application/access-book.ts';
import type { Invited, NewPerson, NewToken, PersonRow, TokenRow } from '../application/people.ts';
import type { ProviderVisit } from '../application/ports/identity-provider.ts';
import type { NotedReading, Reading, TrailSearch } from '../application/ports/trail.ts';
import type { AcceptedInvitation, Credentials, Identified } from '../application/sign-ins.ts';
import type { AccessCommand } from '../domain/access-ledger/index.ts';

export { assertMay, ledgersWhere } from '../access/authority.ts';
export { sessionMax } from '../access/sessions.ts';
export type {
  AccessCommand,
  AccessHistory,
  Credentials,
  Identified,
  Invited,
  NewToken,
  NotedReading,
  PersonRow,
  Reading,
  TokenRow,
  TrailSearch,
};

/** A command that says one thing. */
abstract class Asking<Asked, Result> extends Command<Result> {
  readonly asked: Asked;
  constructor(asked: Asked) {
    super();
    this.asked = asked;
  }
}

/** A command with who gives it. */
abstract class Managing<Asked, Result> extends Command<Result> {
  readonly actor: string;
  readonly asked: Asked;
  constructor(actor: string, asked: Asked) {
    super();
    this.actor = actor;
    this.asked = asked;
  }
}

/** Each answers with the secret of the session that begins. */
export class SignIn extends Asking<{ login: string; password: string }, string> {}
export class AcceptInvitation extends Asking<AcceptedInvitation, string> {}
export class ReturnFromProvider extends Asking<{ kept: string; query: string }, string> {}

/** With the secret of the session that ends. */
export class SignOut extends Asking<string, void> {}
export class ChangePassword extends Asking<
  { account: AccountId; current: string; next: string; session: string },
  void
> {}

export class AddPerson extends Managing<NewPerson, Invited> {}
export class InvitePerson extends Managing<AccountId, Invited> {}
export class ErasePerson extends Managing<AccountId, void> {}
export class ChangeAccess extends Managing<AccessCommand, void> {}
export class IssueToken extends Managing<
  { account: AccountId; holdings: readonly Holding[]; expiresOn: CivilDate },
  NewToken
> {}
/** With its owner, where it must be somebody's own. */
export class RevokeToken extends Managing<{ token: string; owner?: AccountId }, void> {}
/** For the one who will administer, while nobody does. */
export class InviteFirst extends Command<Invited | null> {}

/** A reading of an audit view, by whom. */
export class NoteReading extends Managing<Reading, void> {}

export class Identify extends Query<Identified> {
  readonly credentials: Credentials;
  constructor(credentials: Credentials) {
    super();
    this.credentials = credentials;
  }
}
export class VisitProvider extends Query<ProviderVisit> {}
/** By the account. @throws ACCOUNT_NOT_FOUND */
export class ViewPerson extends Query<PersonRow> {
  readonly account: AccountId;
  constructor(account: AccountId) {
    super();
    this.account = account;
  }
}
export class ListPeople extends Query<readonly PersonRow[]> {}
export class ListTokens extends Query<readonly TokenRow[]> {
  /** whose; everybody's where it is not said */
  readonly owner: AccountId | undefined;
  constructor(owner?: AccountId) {
    super();
    this.owner = owner;
  }
}
export class ViewAccessHistory extends Query<AccessHistory> {}
export class SearchTrail extends Query<readonly NotedReading[]> {
  readonly search: TrailSearch;
  constructor(search: TrailSearch) {
    super();
    this.search = search;
  }
}
