import { Failure } from '../../../catalogue/failure.ts';
import { decided } from '../../kernel/decider.ts';
import { act, type Decision } from './decision.ts';

export const changeControl: Decision<'ChangeControl'> = ({ data }, ledger) => {
  const { control } = ledger;
  const { mode, level, signatures = control.signatures, reason } = data;
  if (mode === control.mode && level === control.level && signatures === control.signatures) {
    throw new Failure('CONTROL_UNCHANGED', {});
  }
  return decided([act('ControlChanged', { mode, level, signatures, reason })]);
};
