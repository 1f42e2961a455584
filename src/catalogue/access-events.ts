import type { CivilDate } from './civil-date.ts';
import type { LedgerId } from './codes.ts';
import type { Role } from './roles.ts';

/** Who does something: an opaque id for ever. Names and logins stand in a directory that can be erased. */
export type AccountId = string & { readonly AccountId: unique symbol };

/** A role for one ledger, or for all of them (null). */
export interface Holding {
  readonly role: Role;
  readonly ledger: LedgerId | null;
}

/** Facts of the ledger of access: who may do what, since when, and who said so. */
export interface AccessEvents {
  AccountOpened: { readonly account: AccountId };
  AccountClosed: { readonly account: AccountId; readonly reason: string };
  AccountReopened: { readonly account: AccountId };
  /** a one-time link was made, with which the person sets a password */
  PersonInvited: { readonly account: AccountId };
  /** the directory knows this person no more */
  PersonErased: { readonly account: AccountId };
  RoleGranted: { readonly account: AccountId } & Holding;
  RoleRevoked: { readonly account: AccountId } & Holding;
  /** an access token for programs: some of the roles of its owner, until a day */
  TokenIssued: {
    readonly account: AccountId;
    readonly token: string;
    /** of its secret, which nobody keeps */
    readonly sha256: string;
    readonly holdings: readonly Holding[];
    readonly expiresOn: CivilDate;
  };
  TokenRevoked: { readonly token: string };
}

export type AccessEventType = keyof AccessEvents;

export type AccessFact<Type extends AccessEventType = AccessEventType> = {
  [T in Type]: { readonly type: T; readonly data: AccessEvents[T] };
}[Type];
