import type { AccessFact, AccountId, Holding } from '../../catalogue/access-events.ts';
import type { CivilDate } from '../../catalogue/civil-date.ts';

export interface Account {
  readonly isOpen: boolean;
  readonly holdings: readonly Holding[];
}

export interface IssuedToken {
  readonly account: AccountId;
  readonly sha256: string;
  readonly holdings: readonly Holding[];
  readonly expiresOn: CivilDate;
}

/** Who may do what, as it stands. */
export interface AccessState {
  readonly accounts: ReadonlyMap<AccountId, Account>;
  /** those that were not revoked */
  readonly tokens: ReadonlyMap<string, IssuedToken>;
}

export const initialAccess: AccessState = { accounts: new Map(), tokens: new Map() };

export const isSame = (one: Holding, other: Holding): boolean =>
  one.role === other.role && one.ledger === other.ledger;

const changed = (
  state: AccessState,
  account: AccountId,
  change: (known: Account) => Account,
): AccessState => {
  const known = state.accounts.get(account) ?? { isOpen: true, holdings: [] };
  return { ...state, accounts: new Map(state.accounts).set(account, change(known)) };
};

const unchanged = (state: AccessState): AccessState => state;

const withoutToken = (state: AccessState, token: string): AccessState => {
  const tokens = new Map(state.tokens);
  tokens.delete(token);
  return { ...state, tokens };
};

type Steps = {
  readonly [T in AccessFact['type']]: (
    state: AccessState,
    data: AccessFact<T>['data'],
  ) => AccessState;
};

const steps: Steps = {
  AccountOpened: (state, { account }) => changed(state, account, (known) => known),
  AccountClosed: (state, { account }) =>
    changed(state, account, (known) => ({ ...known, isOpen: false })),
  AccountReopened: (state, { account }) =>
    changed(state, account, (known) => ({ ...known, isOpen: true })),
  PersonInvited: unchanged,
  PersonErased: unchanged,
  RoleGranted: (state, { account, role, ledger }) =>
    changed(state, account, ({ holdings, ...known }) => ({
      ...known,
      holdings: [...holdings, { role, ledger }],
    })),
  RoleRevoked: (state, { account, role, ledger }) =>
    changed(state, account, ({ holdings, ...known }) => ({
      ...known,
      holdings: holdings.filter((each) => !isSame(each, { role, ledger })),
    })),
  TokenIssued: (state, { token, ...issued }) => ({
    ...state,
    tokens: new Map(state.tokens).set(token, issued),
  }),
  TokenRevoked: (state, { token }) => withoutToken(state, token),
};

export const evolveAccess = (state: AccessState, { type, data }: AccessFact): AccessState =>
  (steps[type] as (state: AccessState, data: AccessFact['data']) => AccessState)(state, data);

/** What somebody may act as now: nothing once the account is closed. */
export const holdingsOf = (state: AccessState, account: AccountId): readonly Holding[] => {
  const known = state.accounts.get(account);
  return known?.isOpen === true ? known.holdings : [];
};
