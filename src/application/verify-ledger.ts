import type { LedgerId } from '../catalogue/codes.ts';
import { Failure } from '../catalogue/failure.ts';
import { emptyFrontier, rootOf } from '../integrity/merkle.ts';
import { compareHead, type Head, verifyRecord } from '../integrity/verify.ts';
import { type EventStore, type KeptRecord, ledgerStream } from './ports/event-store.ts';

export interface Verified {
  readonly ledger: LedgerId;
  readonly records: number;
  readonly root: string;
  /** without a head kept outside a history is coherent, never proved unaltered */
  readonly isCompared: boolean;
}

interface Looking {
  readonly head?: Head;
  /** told of each record that fits */
  readonly onRecord?: (record: KeptRecord) => void;
  readonly onProgress?: (records: number) => void;
}

/**
 * Works out id, leaf and root of every record again.
 * @throws LEDGER_DAMAGED for the first record that does not fit, HEAD_DIFFERS, HEAD_MISSING
 */
export const verifyLedger = async (
  store: EventStore,
  ledger: LedgerId,
  { head, onRecord, onProgress }: Looking = {},
): Promise<Verified> => {
  let frontier = emptyFrontier;
  for await (const page of store.read(ledgerStream(ledger), 0)) {
    for (const kept of page) {
      frontier = verifyRecord(ledger, kept, frontier);
      if (head?.revision === kept.revision) compareHead(ledger, head, rootOf(frontier));
      onRecord?.(kept);
    }
    onProgress?.(frontier.size);
  }
  reaches(ledger, head, frontier.size - 1);
  return { ledger, records: frontier.size, root: rootOf(frontier), isCompared: head !== undefined };
};

/**
 * A ledger comes into a store with its first record.
 * @throws LEDGER_DAMAGED without one, HEAD_MISSING where the ledger ends before a head that was kept
 */
const reaches = (ledger: LedgerId, head: Head | undefined, last: number): void => {
  if (last === -1) {
    throw new Failure('LEDGER_DAMAGED', { ledger, revision: 0, reason: 'falta, y no hay ninguno' });
  }
  if (head !== undefined && head.revision > last) {
    throw new Failure('HEAD_MISSING', { ledger, revision: head.revision, last });
  }
};
