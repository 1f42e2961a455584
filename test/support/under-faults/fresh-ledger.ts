import { randomUUID } from 'node:crypto';

import type { CommandRequest } from '../../../src/application/command-request.ts';
import type { LedgerId } from '../../../src/catalogue/codes.ts';
import { opening, spending } from '../spending.ts';

/** A ledger to spend from that no other run knows, so that the same server may serve many. */
export interface FreshLedger {
  readonly ledger: LedgerId;
  readonly opening: readonly CommandRequest[];
  /** one command of three records */
  readonly spending: (id: string) => CommandRequest;
}

export const freshLedger = (budget = '9999999.00'): FreshLedger => {
  const sigla = `F${randomUUID().slice(0, 8).toUpperCase()}`;
  const ledger = `41-${sigla}-2020` as LedgerId;
  const ofLedger = (request: CommandRequest): CommandRequest => {
    const { command } = request;
    if (command.type !== 'OpenLedger') return { ...request, ledger };
    const data = { ...command.data, area: { sigla, name: null } };
    return { ...request, ledger, command: { ...command, data } };
  };
  return {
    ledger,
    opening: opening(budget).map(ofLedger),
    spending: (id) => ofLedger(spending(id, '1.00')),
  };
};
