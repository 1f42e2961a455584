import { Failure } from '../../../catalogue/failure.ts';
import { decided } from '../../kernel/decider.ts';
import { holderFrom, newActivityId } from '../activities.ts';
import { startsBeforeItEnds } from '../guards.ts';
import { type Decision, fact } from './decision.ts';

export const registerActivity: Decision<'RegisterActivity'> = ({ effectiveOn, data }, ledger) => {
  if (holderFrom(ledger, data.code, effectiveOn) !== undefined) {
    throw new Failure('ACTIVITY_ALREADY_REGISTERED', { code: data.code });
  }
  startsBeforeItEnds(data);
  const activity = newActivityId(ledger, data.code);
  return decided([fact('ActivityRegistered', effectiveOn, { activity, ...data })]);
};
