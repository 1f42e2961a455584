import { Failure } from '../../../catalogue/failure.ts';
import { decided } from '../../kernel/decider.ts';
import { activityOn, descriptionOf, differencesOf, holderFrom } from '../activities.ts';
import { adjustmentExists, startsBeforeItEnds } from '../guards.ts';
import { type Decision, fact } from './decision.ts';

export const reviseActivity: Decision<'ReviseActivity'> = ({ effectiveOn, data }, ledger) => {
  const activity = activityOn(ledger, data.activity, effectiveOn);
  const before = descriptionOf(ledger, activity, effectiveOn);
  const after = { ...before, ...data.changes };
  const changes = differencesOf(before, after);
  if (Object.keys(changes).length === 0) throw new Failure('NOTHING_CHANGES', {});
  if (holderFrom(ledger, after.code, effectiveOn, activity) !== undefined) {
    throw new Failure('ACTIVITY_ALREADY_REGISTERED', { code: after.code });
  }
  startsBeforeItEnds(after);
  adjustmentExists(ledger, data.adjustment);
  return decided([
    fact('ActivityRevised', effectiveOn, {
      activity,
      changes,
      ...(data.adjustment !== undefined && { adjustment: data.adjustment }),
    }),
  ]);
};
