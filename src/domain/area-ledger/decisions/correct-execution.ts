import { groupByActivity } from '../../../catalogue/budget-line.ts';
import { Failure } from '../../../catalogue/failure.ts';
import { decided } from '../../kernel/decider.ts';
import { resolveLines } from '../lines.ts';
import { type Decision, fact } from './decision.ts';

/** A person changes what a form stated: the form's level itself moves, later forms keep theirs. */
export const correctExecution: Decision<'CorrectExecution'> = ({ data }, ledger) => {
  const { corte, reason } = data;
  const form = ledger.forms.get(corte);
  if (form === undefined) {
    throw new Failure('CORTE_NOT_STATED', { corte, cortes: [...ledger.forms.keys()].sort() });
  }
  const lines = groupByActivity(resolveLines(ledger, data.lines, corte));
  for (const { activity } of lines) {
    if (activity === null || !form.levels.has(activity)) {
      throw new Failure('ACTIVITY_NOT_STATED', { activity: activity ?? 'sin distribuir', corte });
    }
  }
  return decided([fact('ExecutionCorrected', corte, { corte, cause: 'hand', lines, reason })]);
};
