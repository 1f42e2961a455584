import { decided } from '../../kernel/decider.ts';
import { act, type Decision } from './decision.ts';

/** The end of the gestión: after it only reports are issued. */
export const closeLedger: Decision<'CloseLedger'> = ({ data }) =>
  decided([act('LedgerClosed', data)]);
