import type { Permission } from '../../catalogue/roles.ts';
import type { LedgerCommand } from '../../bus/messages.ts';
import type { BodyClass } from '../body/kind.ts';
import type { FactBody } from './shared-bodies.ts';

/** All that can be asked of a ledger by hand: files are taken in by imports. */
export type Asked = Exclude<LedgerCommand['type'], 'TakeForm' | 'TakeBudget'>;
type FactAsked = Extract<LedgerCommand, { effectiveOn: unknown }>['type'];
type DataOf<Type extends Asked> = Extract<LedgerCommand, { type: Type }>['data'];
type ActAsked = Exclude<Asked, FactAsked>;

/** A command of the ledger as HTTP offers it. */
export interface CommandRow<Type extends Asked = Asked> {
  readonly type: Type;
  readonly body: BodyClass;
  readonly permission: Permission;
  /** what it does, for people */
  readonly summary: string;
  /** what was sent, once it is read, as the command */
  readonly command: (body: never) => LedgerCommand;
}

type About = readonly [permission: Permission, summary: string];

/** The body of most commands is their data. */
export const itself = <Value>(value: Value): Value => value;

export const fact = <Type extends FactAsked, Body extends FactBody>(
  type: Type,
  body: BodyClass<Body>,
  [permission, summary]: About,
  data: (given: Omit<Body, 'effectiveOn'>) => DataOf<Type>,
): CommandRow<Type> => ({
  ...{ type, body, permission, summary },
  command: ({ effectiveOn, ...given }: Body) =>
    ({ type, effectiveOn, data: data(given) }) as LedgerCommand,
});

export const act = <Type extends ActAsked, Body extends object>(
  type: Type,
  body: BodyClass<Body>,
  [permission, summary]: About,
  data: (given: Body) => DataOf<Type>,
): CommandRow<Type> => ({
  ...{ type, body, permission, summary },
  command: (given: Body) => ({ type, data: data(given) }) as LedgerCommand,
});
