import type { EventLog } from './event-log.ts';
import { accessDenied, type RpcError, unauthenticated } from './rpc-errors.ts';
import {
  isMetastream,
  lastObjectIn,
  originalStreamOf,
  rulesOf,
  type StoredAcl,
} from './stream-rules.ts';
import { isAdministrator, type User, type Users } from './users.ts';

export type Action = 'read' | 'write' | 'delete';

const everyone: StoredAcl = { $r: '$all', $w: '$all', $d: '$all', $mr: '$all', $mw: '$all' };
const administrators: StoredAcl = {
  ...{ $r: '$admins', $w: '$admins', $d: '$admins' },
  ...{ $mr: '$admins', $mw: '$admins' },
};

const rightTo = { read: '$r', write: '$w', delete: '$d' } as const;
const rightToMetadata = { read: '$mr', write: '$mw', delete: undefined } as const;

/** What holds for a stream that says nothing itself: the last word in `$settings`, or the server's own. */
const defaultRules = (log: EventLog, stream: string): readonly (StoredAcl | undefined)[] => {
  const settings = lastObjectIn(log, '$settings') as Readonly<
    Record<string, StoredAcl | undefined>
  >;
  return stream.startsWith('$')
    ? [settings.$systemStreamAcl, administrators]
    : [settings.$userStreamAcl, everyone];
};

const rolesFor = (log: EventLog, stream: string, right: keyof StoredAcl): readonly string[] => {
  const rules = [rulesOf(log, stream).$acl, ...defaultRules(log, stream)];
  return [rules.find((acl) => acl?.[right] !== undefined)?.[right] ?? []].flat();
};

const mayUse = (log: EventLog, user: User, action: Action, stream: string): boolean => {
  if (stream === '$all' && action !== 'read') return false;
  const isMetadata = isMetastream(stream);
  const right = isMetadata ? rightToMetadata[action] : rightTo[action];
  if (right === undefined) return false;
  if (isAdministrator(user)) return true;
  const roles = rolesFor(log, isMetadata ? originalStreamOf(stream) : stream, right);
  return roles.some((role) => [user.loginName, ...user.groups, '$all'].includes(role));
};

export type Access = (
  authorization: string | undefined,
  action: Action,
  stream: string,
) => RpcError | undefined;

/** A server without users lets everybody do everything. */
export const openAccess: Access = () => undefined;

export const accessOf =
  (log: EventLog, users: Users): Access =>
  (authorization, action, stream) => {
    const caller = users.caller(authorization);
    if (caller === 'wrong password') return unauthenticated();
    if (caller === 'anonymous') return accessDenied();
    return mayUse(log, caller, action, stream) ? undefined : accessDenied();
  };
