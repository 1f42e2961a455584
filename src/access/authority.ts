import type { AccountId, Holding } from '../catalogue/access-events.ts';
import type { LedgerId } from '../catalogue/codes.ts';
import { Failure } from '../catalogue/failure.ts';
import { type Permission, permissions, type Role } from '../catalogue/roles.ts';

/** Who asks, and as what. */
export interface Authority {
  readonly account: AccountId;
  readonly holdings: readonly Holding[];
}

const allows = (permission: Permission, role: Role): boolean =>
  (permissions[permission] as readonly Role[]).includes(role);

/**
 * Whether somebody may.
 * @param ledger of which it is done; null where it is of none: then a role for any ledger will do
 */
const may = (
  { holdings }: Pick<Authority, 'holdings'>,
  permission: Permission,
  ledger: string | null,
): boolean =>
  holdings.some(
    (held) =>
      allows(permission, held.role) &&
      (ledger === null || held.ledger === null || held.ledger === ledger),
  );

/** @throws NOT_PERMITTED */
export const assertMay = (
  authority: Pick<Authority, 'holdings'>,
  permission: Permission,
  ledger: string | null,
): void => {
  if (may(authority, permission, ledger)) return;
  throw new Failure('NOT_PERMITTED', { roles: permissions[permission], ledger });
};

/** Those ledgers of which somebody may; `all` where it is every one. */
export const ledgersWhere = (
  { holdings }: Pick<Authority, 'holdings'>,
  permission: Permission,
): 'all' | readonly LedgerId[] => {
  const held = holdings.filter(({ role }) => allows(permission, role));
  if (held.some(({ ledger }) => ledger === null)) return 'all';
  return held.flatMap(({ ledger }) => ledger ?? []);
};
