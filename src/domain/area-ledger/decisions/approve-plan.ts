import { Failure } from '../../../catalogue/failure.ts';
import { decided } from '../../kernel/decider.ts';
import { act, type Decision } from './decision.ts';

export const approvePlan: Decision<'ApprovePlan'> = ({ data }, ledger) => {
  if (ledger.isApproved) throw new Failure('PLAN_ALREADY_APPROVED', {});
  if (ledger.original.size === 0) throw new Failure('PLAN_IS_EMPTY', {});
  return decided([act('PlanApproved', data)]);
};
