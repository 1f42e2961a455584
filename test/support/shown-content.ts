export interface StoreContent {
  /** the last record of each ledger with its root */
  readonly heads: readonly string[];
  readonly records: number;
  readonly files: readonly string[];
}
