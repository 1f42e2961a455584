import { Query } from '@nestjs/cqrs';
import type { AskedConsolidation, LedgerChoice } from '../application/chosen-ledgers.ts';
import type {
  ConsolidationByActivity,
  ConsolidationByGroup,
  ConsolidationOverall,
} from '../application/consolidation-views.ts';

export { partKinds } from '../../projections/consolidation/consolidation.ts';
export type { AskedConsolidation, ConsolidationByActivity, LedgerChoice };

/** A view over several ledgers at one day of their gestiones. */
abstract class ConsolidationQuery<View> extends Query<View> {
  readonly asked: AskedConsolidation;
  constructor(asked: AskedConsolidation) {
    super();
    this.asked = asked;
  }
}

export class ConsolidateByActivity extends ConsolidationQuery<ConsolidationByActivity> {}
export class ConsolidateByGroup extends ConsolidationQuery<ConsolidationByGroup> {}
export class ConsolidateOverall extends ConsolidationQuery<ConsolidationOverall> {}
