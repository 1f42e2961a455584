import { AddPerson, ChangeAccess, IssueToken, ListPeople } from '../bus/access-messages.ts';
import type { AccountId, Holding } from '../catalogue/access-events.ts';
import { dayAfter } from '../catalogue/civil-date.ts';
import { dayOf, instantAt } from '../catalogue/instant.ts';
import type { Connection } from './connection.ts';
import type { Context } from './context.ts';

const login = 'demo';
const everything: Holding = { role: 'audit', ledger: null };

const visitorOf = async (
  { actor }: Context,
  { commands, queries }: Connection,
): Promise<AccountId> => {
  const people = await queries.execute(new ListPeople());
  const known = people.find((each) => each.login === login);
  if (known !== undefined) return known.account;
  const added = await commands.execute(new AddPerson(actor, { login, name: 'Demostración' }));
  const { account } = added;
  const data = { account, ...everything };
  await commands.execute(new ChangeAccess(actor, { type: 'GrantRole', data }));
  return account;
};

/** A way in for whoever looks at a demonstration: it reads everything, writes nothing and ends tomorrow. */
export const visitorToken = async (context: Context, connection: Connection): Promise<string> => {
  const account = await visitorOf(context, connection);
  const today = dayOf(instantAt(Date.now() * 1_000), 'America/La_Paz');
  const asked = { account, holdings: [everything], expiresOn: dayAfter(today) };
  const { secret } = await connection.commands.execute(new IssueToken(context.actor, asked));
  return secret;
};
