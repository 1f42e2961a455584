import { Failure } from '../../../catalogue/failure.ts';
import { decided } from '../../kernel/decider.ts';
import { activityOn } from '../activities.ts';
import { type Decision, fact } from './decision.ts';

export const reportProgress: Decision<'ReportProgress'> = ({ effectiveOn, data }, ledger) => {
  if (data.progress.length === 0) throw new Failure('EMPTY_LINES', {});
  const progress = data.progress.map((each) => ({
    ...each,
    activity: activityOn(ledger, each.activity, effectiveOn),
  }));
  return decided([fact('ProgressReported', effectiveOn, { progress })]);
};
