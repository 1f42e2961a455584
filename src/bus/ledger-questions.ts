import { Query } from '@nestjs/cqrs';
import type { LedgerId } from '../catalogue/codes.ts';
import type { Answer } from '../application/sight.ts';
import type { CutOff } from '../../projections/cut-off.ts';

/** A question about one ledger. */
export abstract class LedgerQuestion<Asked, View> extends Query<Answer<View>> {
  readonly ledger: LedgerId;
  readonly asked: Asked;
  constructor(ledger: LedgerId, asked: Asked) {
    super();
    this.ledger = ledger;
    this.asked = asked;
  }
}

/** A question about one ledger as it is seen at a cut-off. */
export abstract class CutOffQuestion<Asked, View> extends Query<Answer<View>> {
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
