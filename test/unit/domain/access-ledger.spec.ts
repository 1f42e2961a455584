import { describe, expect, it } from '@jest/globals';
import type { AccountId } from '../../../src/catalogue/access-events.ts';
import { civilDate } from '../../../src/catalogue/civil-date.ts';
import type { Role } from '../../../src/catalogue/roles.ts';
import { holdingsOf } from '../../../src/domain/access-ledger/index.ts';
import {
  ana,
  beto,
  closed,
  given,
  granted,
  opened,
  other,
  senavex,
  stateOf,
} from '../../support/given-access.ts';

const grant = (account: AccountId, role: Role, ledger: typeof senavex | null = null) =>
  ({ type: 'GrantRole', data: { account, role, ledger } }) as const;
const revoke = (account: AccountId, role: Role, ledger: typeof senavex | null = null) =>
  ({ type: 'RevokeRole', data: { account, role, ledger } }) as const;

describe('a role', () => {
  it('is given to somebody else', () => {
    given(opened(beto))
      .when(grant(beto, 'finance', senavex))
      .then(granted(beto, 'finance', senavex));
  });

  it('is never given to oneself, not even by one who administers', () => {
    given(opened(ana), granted(ana, 'administration'))
      .when(grant(ana, 'approval'))
      .thenRefused('OWN_ROLE');
  });

  it('is given once for a ledger, and once more for another', () => {
    const facts = [opened(beto), granted(beto, 'finance', senavex)];
    given(...facts)
      .when(grant(beto, 'finance', senavex))
      .thenRefused('ROLE_ALREADY_HELD');
    given(...facts)
      .when(grant(beto, 'finance', other))
      .then(granted(beto, 'finance', other));
  });

  it('is given to nobody who is not known or whose account is closed', () => {
    given().when(grant(beto, 'finance')).thenRefused('ACCOUNT_NOT_FOUND');
    given(opened(beto), closed(beto)).when(grant(beto, 'finance')).thenRefused('ACCOUNT_IS_CLOSED');
  });

  it('of administration is for all ledgers', () => {
    given(opened(beto))
      .when(grant(beto, 'administration', senavex))
      .thenRefused('ROLE_OF_ALL_LEDGERS');
  });

  it.each(['planning', 'finance', 'approval', 'administration'] as const)(
    'of audit excludes %s, whichever came first',
    (role) => {
      given(opened(beto), granted(beto, role))
        .when(grant(beto, 'audit'))
        .thenRefused('ROLES_INCOMPATIBLE');
      given(opened(beto), granted(beto, 'audit'))
        .when(grant(beto, role))
        .thenRefused('ROLES_INCOMPATIBLE');
    },
  );

  it('of audit goes with another ledger’s finance, and with management', () => {
    given(opened(beto), granted(beto, 'finance', other))
      .when(grant(beto, 'audit', senavex))
      .then(granted(beto, 'audit', senavex));
    given(opened(beto), granted(beto, 'management'))
      .when(grant(beto, 'audit'))
      .then(granted(beto, 'audit'));
  });

  it('of all ledgers overlaps that of one', () => {
    given(opened(beto), granted(beto, 'finance', senavex))
      .when(grant(beto, 'audit'))
      .thenRefused('ROLES_INCOMPATIBLE');
  });

  it('is taken from who holds it, for the ledger for which it is held', () => {
    const facts = [opened(beto), granted(beto, 'finance', senavex)];
    given(...facts)
      .when(revoke(beto, 'finance', senavex))
      .then({ type: 'RoleRevoked', data: { account: beto, role: 'finance', ledger: senavex } });
    given(...facts)
      .when(revoke(beto, 'finance'))
      .thenRefused('ROLE_NOT_HELD');
  });
});

describe('the last one who administers', () => {
  const one = [opened(ana), granted(ana, 'administration')];
  const two = [...one, opened(beto), granted(beto, 'administration')];

  it('keeps the role and the account', () => {
    given(...one)
      .when(revoke(ana, 'administration'))
      .thenRefused('LAST_ADMINISTRATOR');
    given(...one)
      .when({ type: 'CloseAccount', data: { account: ana, reason: 'x' } })
      .thenRefused('LAST_ADMINISTRATOR');
  });

  it('is the last where the other account is closed', () => {
    given(...two, closed(beto))
      .when(revoke(ana, 'administration'))
      .thenRefused('LAST_ADMINISTRATOR');
  });

  it('may go where there is another', () => {
    given(...two)
      .when(revoke(ana, 'administration'), beto)
      .then({ type: 'RoleRevoked', data: { account: ana, role: 'administration', ledger: null } });
    given(...two)
      .when({ type: 'CloseAccount', data: { account: ana, reason: 'x' } }, beto)
      .then({ type: 'AccountClosed', data: { account: ana, reason: 'x' } });
  });
});

describe('an account', () => {
  it('holds nothing while it is closed, and what it held when it is opened again', () => {
    const facts = [opened(beto), granted(beto, 'finance', senavex), closed(beto)];
    expect(holdingsOf(stateOf(facts), beto)).toEqual([]);
    const again = [...facts, { type: 'AccountReopened', data: { account: beto } } as const];
    expect(holdingsOf(stateOf(again), beto)).toEqual([{ role: 'finance', ledger: senavex }]);
  });

  it('is opened again only where it is closed', () => {
    given(opened(beto))
      .when({ type: 'ReopenAccount', data: { account: beto } })
      .thenRefused('ACCOUNT_IS_OPEN');
    given(opened(beto), closed(beto))
      .when({ type: 'ReopenAccount', data: { account: beto } })
      .then({ type: 'AccountReopened', data: { account: beto } });
  });

  it('is erased only where it is closed, and invited only where it is open', () => {
    given(opened(beto))
      .when({ type: 'ErasePerson', data: { account: beto } })
      .thenRefused('ACCOUNT_IS_OPEN');
    given(opened(beto), closed(beto))
      .when({ type: 'ErasePerson', data: { account: beto } })
      .then({ type: 'PersonErased', data: { account: beto } });
    given(opened(beto), closed(beto))
      .when({ type: 'InvitePerson', data: { account: beto } })
      .thenRefused('ACCOUNT_IS_CLOSED');
  });
});

describe('an access token', () => {
  const issue = (role: Role, ledger: typeof senavex | null) =>
    ({
      type: 'IssueToken',
      data: {
        account: beto,
        token: 't1',
        sha256: 'f'.repeat(64),
        holdings: [{ role, ledger }],
        expiresOn: civilDate('2021-12-31'),
      },
    }) as const;

  it('acts as its owner does, for fewer ledgers if it is to', () => {
    const { data } = issue('finance', senavex);
    given(opened(beto), granted(beto, 'finance'))
      .when(issue('finance', senavex))
      .then({ type: 'TokenIssued', data });
  });

  it('acts as nothing that its owner is not', () => {
    given(opened(beto), granted(beto, 'finance', senavex))
      .when(issue('finance', null))
      .thenRefused('ROLE_NOT_HELD');
    given(opened(beto), granted(beto, 'finance'))
      .when(issue('planning', senavex))
      .thenRefused('ROLE_NOT_HELD');
  });

  it('is revoked once', () => {
    const { data } = issue('finance', null);
    const facts = [opened(beto), granted(beto, 'finance'), { type: 'TokenIssued', data } as const];
    const command = { type: 'RevokeToken', data: { token: 't1' } } as const;
    given(...facts)
      .when(command)
      .then({ type: 'TokenRevoked', data: { token: 't1' } });
    given(...facts, { type: 'TokenRevoked', data: { token: 't1' } })
      .when(command)
      .thenRefused('TOKEN_NOT_FOUND');
  });
});
