import type { Integrity } from '../application/integrity-views.ts';
import type { ConsistencyProof, InclusionProof } from '../application/proof.ts';
import type { AskedConsistency, AskedInclusion } from '../application/prove.ts';
import { CutOffQuestion } from './ledger-questions.ts';

export { checkProof } from '../application/check-proof.ts';
export type { Proof } from '../application/proof.ts';

export interface ProvedInclusion {
  readonly proof: InclusionProof;
}

export interface ProvedConsistency {
  readonly proof: ConsistencyProof;
}

/** With whether the ledger is to be verified. */
export class ViewIntegrity extends CutOffQuestion<boolean, Integrity> {}
export class ProveInclusion extends CutOffQuestion<AskedInclusion, ProvedInclusion> {}
export class ProveConsistency extends CutOffQuestion<AskedConsistency, ProvedConsistency> {}
