import { Failure } from '../../../catalogue/failure.ts';
import { decided } from '../../kernel/decider.ts';
import { insideFiscalYear } from '../guards.ts';
import { act, type Decision } from './decision.ts';

/** Everything from a day on is open again, under a written authorisation. */
export const reopenPeriod: Decision<'ReopenPeriod'> = ({ data }, ledger) => {
  insideFiscalYear(ledger, data.from);
  if (ledger.closedThrough === null || data.from > ledger.closedThrough) {
    throw new Failure('PERIOD_NOT_CLOSED', { from: data.from });
  }
  return decided([act('PeriodReopened', data)]);
};
