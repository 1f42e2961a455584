import { groupByActivity } from '../../../catalogue/budget-line.ts';
import { Failure } from '../../../catalogue/failure.ts';
import { decided } from '../../kernel/decider.ts';
import { resolveLines } from '../lines.ts';
import { type Decision, fact } from './decision.ts';

/** A person changes what a form stated: the form's level itself moves, later forms keep theirs. */
export const correctExecution: Decision<'CorrectExecution'> = ({ data }, ledger) => {
  const { corte, reason } = data;
  if (!ledger.forms.has(corte)) {
    throw new Failure('CORTE_NOT_STATED', { corte, cortes: [...ledger.forms.keys()].sort() });
  }
  const lines = groupByActivity(resolveLines(ledger, data.lines, corte));
  return decided([fact('ExecutionCorrected', corte, { corte, cause: 'hand', lines, reason })]);
};
