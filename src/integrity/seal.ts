import type { LedgerRecord } from '../catalogue/events.ts';
import { canonicalText } from './canonical.ts';
import { type Frontier, grow, type Hash, leafHash, rootOf } from './merkle.ts';

/** A record with what proves it: its text as stored, the id made of its leaf, the root of the ledger up to it. */
export interface Sealed {
  readonly revision: number;
  readonly id: string;
  readonly root: Hash;
  readonly text: string;
}

/** A UUID (version 8) made of a leaf, so that another record can never pass for a repeat. */
export const idOf = (leaf: Hash): string => {
  const variant = '89ab'.charAt(Number.parseInt(leaf.charAt(16), 16) % 4);
  return [
    leaf.slice(0, 8),
    leaf.slice(8, 12),
    `8${leaf.slice(13, 16)}`,
    `${variant}${leaf.slice(17, 20)}`,
    leaf.slice(20, 32),
  ].join('-');
};

/** Seals a record behind a frontier: of a ledger, or of another log whose records count from 0. */
export const seal = (
  record: LedgerRecord | { readonly revision: number },
  frontier: Frontier,
): { readonly sealed: Sealed; readonly frontier: Frontier } => {
  const text = canonicalText(record);
  const leaf = leafHash(text);
  const grown = grow(frontier, leaf);
  return {
    sealed: { revision: record.revision, id: idOf(leaf), root: rootOf(grown), text },
    frontier: grown,
  };
};
