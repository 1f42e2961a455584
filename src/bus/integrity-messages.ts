import { Query } from '@nestjs/cqrs';
import type { LedgerId } from '../catalogue/codes.ts';
import type { Integrity } from '../application/integrity-views.ts';
import type { ConsistencyProof, InclusionProof } from '../application/proof.ts';
import type { AskedConsistency, AskedInclusion } from '../application/prove.ts';
import type { Answer } from '../application/sight.ts';
import type { CutOff } from '../../projections/cut-off.ts';

export { checkProof } from '../application/check-proof.ts';
export type { Proof } from '../application/proof.ts';

/** A question of who wants to see that nothing was altered. */
abstract class IntegrityQuery<Asked, View> extends Query<Answer<View>> {
  readonly ledger: LedgerId;
  readonly cutOff: CutOff;
  readonly asked: Asked;
  constructor(ledger: LedgerId, cutOff: CutOff, asked: Asked) {
    super();
    this.ledger = ledger;
    this.cutOff = cutOff;
    this.asked = asked;
  }
}

export interface ProvedInclusion {
  readonly proof: InclusionProof;
}

export interface ProvedConsistency {
  readonly proof: ConsistencyProof;
}

/** With whether the ledger is to be verified. */
export class ViewIntegrity extends IntegrityQuery<boolean, Integrity> {}
export class ProveInclusion extends IntegrityQuery<AskedInclusion, ProvedInclusion> {}
export class ProveConsistency extends IntegrityQuery<AskedConsistency, ProvedConsistency> {}
