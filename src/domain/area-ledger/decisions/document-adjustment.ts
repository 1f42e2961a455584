import { Failure } from '../../../catalogue/failure.ts';
import { decided } from '../../kernel/decider.ts';
import { checkKind } from '../adjustment-kinds.ts';
import { adjustmentExists } from '../guards.ts';
import { act, type Decision } from './decision.ts';

/** Kind and instrument of an adjustment that a form stated without them; its sum must fit the kind. */
export const documentAdjustment: Decision<'DocumentAdjustment'> = ({ data }, ledger) => {
  const known = adjustmentExists(ledger, data.adjustment);
  if (known !== undefined) {
    if (known.instrument !== null) {
      throw new Failure('ADJUSTMENT_ALREADY_DOCUMENTED', { adjustment: data.adjustment });
    }
    checkKind({
      kind: data.kind,
      changes: known.changes,
      hasCounterpart: data.counterpart !== undefined,
      netEffect: data.netEffect ?? null,
    });
  }
  return decided([act('AdjustmentDocumented', data)]);
};
