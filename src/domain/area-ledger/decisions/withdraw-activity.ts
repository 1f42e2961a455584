import { toAmount } from '../../../catalogue/amount.ts';
import { Failure } from '../../../catalogue/failure.ts';
import { addAll, emptyTimeline, lowestFrom, negated } from '../../../timeline/timeline.ts';
import { decided } from '../../kernel/decider.ts';
import { activityOn } from '../activities.ts';
import { cellAt } from '../cell.ts';
import { adjustmentExists } from '../guards.ts';
import { type Decision, fact } from './decision.ts';

/** An activity is withdrawn once nothing is left to spend: what it spent stays where it is. */
export const withdrawActivity: Decision<'WithdrawActivity'> = ({ effectiveOn, data }, ledger) => {
  const activity = activityOn(ledger, data.activity, effectiveOn);
  for (const [key, current] of ledger.current.entries()) {
    if (cellAt(key).activity !== activity) continue;
    const executed = ledger.executed.get(key) ?? emptyTimeline;
    const { balance, day } = lowestFrom(addAll(executed, negated(current)), effectiveOn);
    if (balance < 0) {
      const available = toAmount(-balance);
      throw new Failure('ACTIVITY_HAS_BUDGET', { activity: data.activity, available, day });
    }
  }
  adjustmentExists(ledger, data.adjustment);
  return decided([fact('ActivityWithdrawn', effectiveOn, { ...data, activity })]);
};
