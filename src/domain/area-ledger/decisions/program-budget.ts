import { groupByActivity } from '../../../catalogue/budget-line.ts';
import { Failure } from '../../../catalogue/failure.ts';
import { decided } from '../../kernel/decider.ts';
import { positiveLines } from '../lines.ts';
import { type Decision, fact } from './decision.ts';

export const programBudget: Decision<'ProgramBudget'> = ({ effectiveOn, data }, ledger) => {
  if (ledger.isApproved) throw new Failure('PLAN_ALREADY_APPROVED', {});
  const lines = groupByActivity(positiveLines(ledger, data.lines, effectiveOn));
  return decided([fact('BudgetProgrammed', effectiveOn, { lines })]);
};
