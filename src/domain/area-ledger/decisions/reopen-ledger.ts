import { Failure } from '../../../catalogue/failure.ts';
import { decided } from '../../kernel/decider.ts';
import { ledgerName } from '../guards.ts';
import { act, type Decision } from './decision.ts';

export const reopenLedger: Decision<'ReopenLedger'> = ({ data }, ledger) => {
  if (!ledger.isClosed) throw new Failure('LEDGER_IS_NOT_CLOSED', { ledger: ledgerName(ledger) });
  return decided([act('LedgerReopened', data)]);
};
