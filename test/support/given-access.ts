import { expect } from '@jest/globals';
import type { AccessFact, AccountId } from '../../src/catalogue/access-events.ts';
import { ledgerId } from '../../src/catalogue/codes.ts';
import { isFailure } from '../../src/catalogue/failure.ts';
import type { Role } from '../../src/catalogue/roles.ts';
import {
  type AccessCommand,
  type AccessState,
  decideAccess,
  evolveAccess,
  initialAccess,
} from '../../src/domain/access-ledger/index.ts';

export const ana = 'u-ana' as AccountId;
export const beto = 'u-beto' as AccountId;
export const senavex = ledgerId('41-SENAVEX-2020');
export const other = ledgerId('41-OTRA-2020');

export const opened = (account: AccountId): AccessFact => ({
  type: 'AccountOpened',
  data: { account },
});
export const granted = (account: AccountId, role: Role, ledger = null as typeof senavex | null) =>
  ({ type: 'RoleGranted', data: { account, role, ledger } }) as AccessFact;
export const closed = (account: AccountId): AccessFact => ({
  type: 'AccountClosed',
  data: { account, reason: 'dejó el área' },
});

export const stateOf = (facts: readonly AccessFact[]): AccessState =>
  facts.reduce(evolveAccess, initialAccess);

const refusalOf = (attempt: () => unknown): unknown => {
  try {
    attempt();
  } catch (error) {
    return error;
  }
  return undefined;
};

export const given = (...facts: readonly AccessFact[]) => {
  const state = stateOf(facts);
  const decide = (command: AccessCommand, actor: string): AccessFact =>
    decideAccess(command, { state, actor });
  return {
    when: (command: AccessCommand, actor: string = ana) => ({
      then: (fact: AccessFact) => {
        expect(decide(command, actor)).toEqual(fact);
      },
      /** What it is refused with. */
      get refusal(): unknown {
        return refusalOf(() => decide(command, actor));
      },
      thenRefused: (code: string) => {
        const refusal = refusalOf(() => decide(command, actor));
        expect(isFailure(refusal) && refusal.code).toBe(code);
      },
    }),
  };
};
