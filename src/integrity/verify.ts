import { Failure } from '../catalogue/failure.ts';
import { type Frontier, grow, type Hash, leafHash, rootOf } from './merkle.ts';
import { idOf, type Sealed } from './seal.ts';

/** A head kept outside of the store, as reports print it. */
export interface Head {
  readonly revision: number;
  readonly root: Hash;
}

const damaged = (ledger: string, revision: number, reason: string): Failure =>
  new Failure('LEDGER_DAMAGED', { ledger, revision, reason });

/** What the envelope of a record says about where it stands. */
const envelopeOf = (
  ledger: string,
  { revision, text }: Sealed,
): { ledger?: unknown; revision?: unknown } => {
  try {
    return JSON.parse(text) as { ledger?: unknown; revision?: unknown };
  } catch {
    throw damaged(ledger, revision, 'su texto no se puede leer');
  }
};

/**
 * Grows the tree by a record and compares everything that can be worked out again.
 * @throws LEDGER_DAMAGED for the first record that does not fit
 */
export const verifyRecord = (ledger: string, record: Sealed, frontier: Frontier): Frontier => {
  const { revision, id, root, text } = record;
  if (revision !== frontier.size) {
    throw damaged(ledger, frontier.size, `falta; sigue el ${String(revision)}`);
  }
  const leaf = leafHash(text);
  if (idOf(leaf) !== id)
    throw damaged(ledger, revision, 'su contenido no corresponde a su identificación');
  const envelope = envelopeOf(ledger, record);
  if (envelope.ledger !== ledger || envelope.revision !== revision) {
    throw damaged(ledger, revision, 'dice ser de otro libro o lugar');
  }
  const grown = grow(frontier, leaf);
  if (rootOf(grown) !== root)
    throw damaged(ledger, revision, 'la raíz no corresponde a la historia');
  return grown;
};

/** @throws HEAD_DIFFERS where the ledger had another root at that revision */
export const compareHead = (ledger: string, head: Head, found: Hash): void => {
  if (head.root !== found) {
    throw new Failure('HEAD_DIFFERS', {
      ledger,
      revision: head.revision,
      expected: head.root,
      found,
    });
  }
};
