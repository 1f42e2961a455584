import type { CivilDate } from '../../catalogue/civil-date.ts';
import type { LedgerId } from '../../catalogue/codes.ts';
import type { Instant } from '../../catalogue/instant.ts';

/** A reading of an audit view: who, what, at which cut-off, from where. @see PEFA 27.4 */
export interface Reading {
  /** the name of the view, as the API names its operation */
  readonly view: string;
  readonly ledger: LedgerId | null;
  readonly cutOff: { readonly effective: CivilDate; readonly revision: number } | null;
  /** what else was asked, as the address said it */
  readonly asked: string;
  /** the address from which it was asked */
  readonly from: string;
  readonly correlationId: string;
}

export interface NotedReading extends Reading {
  readonly account: string;
  readonly at: Instant;
}

/** What is looked for in the trail. */
export interface TrailSearch {
  readonly from?: CivilDate;
  readonly to?: CivilDate;
  readonly account?: string;
  readonly ledger?: LedgerId;
  readonly view?: string;
  readonly limit: number;
}

/** The trail of reads. */
export interface Trail {
  /** Durable once this resolves. */
  note(account: string, reading: Reading): Promise<void>;
  /** The newest first. */
  search(search: TrailSearch): Promise<readonly NotedReading[]>;
}
