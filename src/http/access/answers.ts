import type { AccountId, Holding } from '../../catalogue/access-events.ts';
import type { NotedReading, PersonRow, TokenRow } from '../../bus/access-messages.ts';

/** Who one is, and what a page of ours says with whatever changes something. */
export interface SessionView {
  readonly account: AccountId;
  readonly login: string | null;
  readonly name: string | null;
  readonly holdings: readonly Holding[];
  /** for X-CSRF-Token; null for a program, which needs none */
  readonly csrfToken: string | null;
}

export interface PeopleList {
  readonly people: readonly PersonRow[];
}

export interface InvitationGiven {
  readonly account: AccountId;
  /** behind the address of the service; it is said once */
  readonly invitation: string;
}

export interface TokenList {
  readonly tokens: readonly TokenRow[];
}

export interface TrailPage {
  readonly readings: readonly NotedReading[];
}
