import { ledgerIdOf } from '../../../catalogue/codes.ts';
import { Failure } from '../../../catalogue/failure.ts';
import { decided } from '../../kernel/decider.ts';
import { act, type Decision } from './decision.ts';

export const openLedger: Decision<'OpenLedger'> = ({ data }, ledger) => {
  if (ledger.opened !== null) {
    const { entity, area, fiscalYear } = ledger.opened;
    const id = ledgerIdOf(entity.code, area.sigla, fiscalYear);
    throw new Failure('LEDGER_ALREADY_OPEN', { ledger: id });
  }
  return decided([act('LedgerOpened', data)]);
};
