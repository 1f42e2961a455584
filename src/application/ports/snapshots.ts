/** What a process folded of a ledger, so that the next one need not read the whole history. */
export interface Snapshot {
  /** what made it: one of another version is thrown away and rebuilt */
  readonly version: string;
  readonly revision: number;
  /** what views need: plain data, maps and typed arrays */
  readonly views: unknown;
  /** what decisions need; read when it is first asked for */
  readonly decisions: () => unknown;
}

export type FoundSnapshot =
  | { readonly outcome: 'found'; readonly snapshot: Snapshot }
  | { readonly outcome: 'none' }
  /** its bytes are not those that were kept */
  | { readonly outcome: 'damaged' };

/** A cache beside the store: what is lost here is worked out again from the log. */
export interface Snapshots {
  find(ledger: string): Promise<FoundSnapshot>;
  /** Replaces the one before as a whole; a cache that cannot be written is no failure. */
  keep(ledger: string, snapshot: Snapshot): Promise<void>;
}
