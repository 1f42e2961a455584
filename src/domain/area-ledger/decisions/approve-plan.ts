import { sum } from '../../../catalogue/amount.ts';
import { Failure } from '../../../catalogue/failure.ts';
import { decided } from '../../kernel/decider.ts';
import { act, type Decision } from './decision.ts';

export const approvePlan: Decision<'ApprovePlan'> = ({ data }, ledger) => {
  if (ledger.isApproved) throw new Failure('PLAN_ALREADY_APPROVED', {});
  const isEmpty = ledger.original
    .values()
    .every((timeline) => sum(timeline.map(({ change }) => change)) === 0);
  if (isEmpty) throw new Failure('PLAN_IS_EMPTY', {});
  return decided([act('PlanApproved', data)]);
};
