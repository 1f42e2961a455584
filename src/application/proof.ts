import type { LedgerId } from '../catalogue/codes.ts';

export const proofAlgorithm = 'RFC 6962, SHA-256';

/** A tree head: of so many records, the last of which has the revision before that. */
export interface TreeHead {
  readonly size: number;
  readonly root: string;
}

/** That an event is in the ledger that had a head. All that is needed to check it is in it. */
export interface InclusionProof extends TreeHead {
  readonly proof: 'inclusion';
  readonly algorithm: typeof proofAlgorithm;
  readonly ledger: LedgerId;
  readonly event: {
    readonly revision: number;
    /** the canonical text of the record as it is stored */
    readonly text: string;
    readonly leaf: string;
  };
  readonly path: readonly string[];
}

/** That the ledger with the second head goes on from the one with the first, which is unchanged. */
export interface ConsistencyProof {
  readonly proof: 'consistency';
  readonly algorithm: typeof proofAlgorithm;
  readonly ledger: LedgerId;
  readonly from: TreeHead;
  readonly to: TreeHead;
  readonly path: readonly string[];
}

export type Proof = InclusionProof | ConsistencyProof;
