import type { AccountId, Holding } from '../../catalogue/access-events.ts';
import type { CivilDate } from '../../catalogue/civil-date.ts';

/** A token as the ledger of access knows it. */
export interface KnownToken {
  readonly account: AccountId;
  /** of its secret */
  readonly sha256: string;
  /** what it may still act as: what its owner holds today, of what it was given */
  readonly holdings: readonly Holding[];
  readonly expiresOn: CivilDate;
}

/** What the ledger of access says of people, at most a second old. */
export interface Holdings {
  /** nothing for whoever is not known or whose account is closed */
  of(account: AccountId): Promise<readonly Holding[]>;
  isOpen(account: AccountId): Promise<boolean>;
  /** null where there is none, or not any more */
  token(token: string): Promise<KnownToken | null>;
}
