import { Failure } from '../../../catalogue/failure.ts';
import { decided } from '../../kernel/decider.ts';
import { act, type Decision } from './decision.ts';

export const changeControl: Decision<'ChangeControl'> = ({ data }, ledger) => {
  const { mode, level } = ledger.control;
  if (data.mode === mode && data.level === level) throw new Failure('CONTROL_UNCHANGED', {});
  return decided([act('ControlChanged', data)]);
};
