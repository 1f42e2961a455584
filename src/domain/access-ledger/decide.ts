import type { AccessFact, AccountId, Holding } from '../../catalogue/access-events.ts';
import type { CivilDate } from '../../catalogue/civil-date.ts';
import { Failure } from '../../catalogue/failure.ts';
import type { Role } from '../../catalogue/roles.ts';
import { type AccessState, type Account, isSame } from './state.ts';

interface OfAccount {
  readonly account: AccountId;
}

interface AccessCommands {
  OpenAccount: OfAccount;
  CloseAccount: OfAccount & { readonly reason: string };
  ReopenAccount: OfAccount;
  InvitePerson: OfAccount;
  ErasePerson: OfAccount;
  GrantRole: OfAccount & Holding;
  RevokeRole: OfAccount & Holding;
  IssueToken: OfAccount & {
    readonly token: string;
    readonly sha256: string;
    readonly holdings: readonly Holding[];
    readonly expiresOn: CivilDate;
  };
  RevokeToken: { readonly token: string };
}

type CommandType = keyof AccessCommands;

/** What can be asked of the ledger of access. */
export type AccessCommand = {
  [T in CommandType]: { readonly type: T; readonly data: AccessCommands[T] };
}[CommandType];

/** What is decided on, by whom. */
interface Deciding {
  readonly state: AccessState;
  readonly actor: string;
}

type Decision<Type extends CommandType> = (
  data: AccessCommands[Type],
  deciding: Deciding,
) => AccessFact;

/** Who takes part in operations may not audit them. @see Ley 1178 arts. 14, 15 */
const operating: readonly Role[] = ['planning', 'finance', 'approval', 'administration'];

const knownAccount = ({ accounts }: AccessState, account: AccountId): Account => {
  const known = accounts.get(account);
  if (known === undefined) throw new Failure('ACCOUNT_NOT_FOUND', { account });
  return known;
};

const openAccount = (state: AccessState, account: AccountId): Account => {
  const known = knownAccount(state, account);
  if (!known.isOpen) throw new Failure('ACCOUNT_IS_CLOSED', { account });
  return known;
};

const holds = ({ holdings }: Account, holding: Holding): boolean =>
  holdings.some((each) => isSame(each, holding));

const overlap = (one: Holding, other: Holding): boolean =>
  one.ledger === null || other.ledger === null || one.ledger === other.ledger;

const excludes = (one: Holding, other: Holding): boolean =>
  one.role === 'audit' && operating.includes(other.role) && overlap(one, other);

const compatible = ({ holdings }: Account, holding: Holding): void => {
  const other = holdings.find((each) => excludes(each, holding) || excludes(holding, each));
  if (other === undefined) return;
  throw new Failure('ROLES_INCOMPATIBLE', { role: holding.role, other: other.role });
};

const administers = (account: Account): boolean =>
  account.isOpen && holds(account, { role: 'administration', ledger: null });

/** Somebody must be left who can let others in. @throws LAST_ADMINISTRATOR */
const leavesAnAdministrator = ({ accounts }: AccessState, account: AccountId): void => {
  const rest = [...accounts].filter(([id]) => id !== account);
  if (!rest.some(([, each]) => administers(each))) throw new Failure('LAST_ADMINISTRATOR', {});
};

const closeAccount: Decision<'CloseAccount'> = (data, { state }) => {
  const { account } = data;
  if (administers(openAccount(state, account))) leavesAnAdministrator(state, account);
  return { type: 'AccountClosed', data };
};

const reopenAccount: Decision<'ReopenAccount'> = (data, { state }) => {
  const { account } = data;
  if (knownAccount(state, account).isOpen) throw new Failure('ACCOUNT_IS_OPEN', { account });
  return { type: 'AccountReopened', data };
};

const grantRole: Decision<'GrantRole'> = (data, { state, actor }) => {
  const { account, ...holding } = data;
  const known = openAccount(state, account);
  if (account === actor) throw new Failure('OWN_ROLE', {});
  if (holding.role === 'administration' && holding.ledger !== null) {
    throw new Failure('ROLE_OF_ALL_LEDGERS', { role: holding.role });
  }
  if (holds(known, holding)) throw new Failure('ROLE_ALREADY_HELD', holding);
  compatible(known, holding);
  return { type: 'RoleGranted', data };
};

const revokeRole: Decision<'RevokeRole'> = (data, { state }) => {
  const { account, ...holding } = data;
  const known = knownAccount(state, account);
  if (!holds(known, holding)) throw new Failure('ROLE_NOT_HELD', holding);
  if (holding.role === 'administration' && administers(known)) {
    leavesAnAdministrator(state, account);
  }
  return { type: 'RoleRevoked', data };
};

const covers = (held: Holding, asked: Holding): boolean =>
  held.role === asked.role && (held.ledger === null || held.ledger === asked.ledger);

const issueToken: Decision<'IssueToken'> = (data, { state }) => {
  const { holdings } = openAccount(state, data.account);
  const lacking = data.holdings.find((asked) => !holdings.some((held) => covers(held, asked)));
  if (lacking !== undefined) throw new Failure('ROLE_NOT_HELD', lacking);
  return { type: 'TokenIssued', data };
};

const revokeToken: Decision<'RevokeToken'> = ({ token }, { state }) => {
  if (!state.tokens.has(token)) throw new Failure('TOKEN_NOT_FOUND', { token });
  return { type: 'TokenRevoked', data: { token } };
};

const decisions: { readonly [Type in CommandType]: Decision<Type> } = {
  OpenAccount: (data) => ({ type: 'AccountOpened', data }),
  CloseAccount: closeAccount,
  ReopenAccount: reopenAccount,
  InvitePerson: (data, { state }) => {
    openAccount(state, data.account);
    return { type: 'PersonInvited', data };
  },
  ErasePerson: (data, { state }) => {
    const { account } = data;
    if (knownAccount(state, account).isOpen) throw new Failure('ACCOUNT_IS_OPEN', { account });
    return { type: 'PersonErased', data };
  },
  GrantRole: grantRole,
  RevokeRole: revokeRole,
  IssueToken: issueToken,
  RevokeToken: revokeToken,
};

/** One command, one fact. @throws Failure where a rule says no */
export const decideAccess = ({ type, data }: AccessCommand, deciding: Deciding): AccessFact =>
  (decisions[type] as (data: AccessCommand['data'], deciding: Deciding) => AccessFact)(
    data,
    deciding,
  );
