import { defaultClassifiers } from '../../catalogue/classifiers.ts';
import { ledgerIdOf } from '../../catalogue/codes.ts';
import { Failure } from '../../catalogue/failure.ts';
import { finding } from '../../catalogue/finding.ts';
import { type Decided, decided } from '../kernel/decider.ts';
import { act } from './decisions/decision.ts';
import { ledgerName } from './guards.ts';
import type { LedgerState } from './state.ts';

interface Stated {
  readonly entity: string;
  readonly sigla: string;
  readonly fiscalYear: number;
}

/** @throws OTHER_LEDGER where a file speaks of another area or gestión */
export const ownLedger = (ledger: LedgerState, { entity, sigla, fiscalYear }: Stated): void => {
  if (ledger.opened === null) return;
  const stated = ledgerIdOf(entity, sigla, fiscalYear);
  const own = ledgerName(ledger);
  if (stated !== own) throw new Failure('OTHER_LEDGER', { stated, ledger: own });
};

/** A file opens the ledger that it speaks of where the store does not know it. */
export const openingFor = (
  ledger: LedgerState,
  { entity, sigla, fiscalYear }: Stated,
  names: { readonly entity: string | null; readonly area: string | null },
): Decided => {
  if (ledger.opened !== null) return decided([]);
  const opened = act('LedgerOpened', {
    entity: { code: entity, name: names.entity },
    area: { sigla, name: names.area },
    fiscalYear,
    currency: 'BOB',
    zone: 'America/La_Paz',
    classifiers: defaultClassifiers,
  });
  const id = ledgerIdOf(entity, sigla, fiscalYear);
  return decided([opened], [finding('LEDGER_OPENED', { ledger: id })]);
};
