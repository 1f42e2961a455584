import { Failure } from '../../../catalogue/failure.ts';
import { decided } from '../../kernel/decider.ts';
import { insideFiscalYear } from '../guards.ts';
import { act, type Decision } from './decision.ts';

export const closePeriod: Decision<'ClosePeriod'> = ({ data }, ledger) => {
  insideFiscalYear(ledger, data.through);
  if (ledger.closedThrough !== null && data.through <= ledger.closedThrough) {
    throw new Failure('PERIOD_ALREADY_CLOSED', { through: ledger.closedThrough });
  }
  return decided([act('PeriodClosed', data)]);
};
