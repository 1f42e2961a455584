import { systemClock } from '../../src/adapters/clock/system-clock.ts';
import { LoggedPapers } from '../../src/adapters/papers/logged-papers.ts';
import { Directory } from '../../src/access/directory.ts';
import { Invitations } from '../../src/access/invitations.ts';
import { Sessions } from '../../src/access/sessions.ts';
import { AccessBook } from '../../src/application/access-book.ts';
import { People } from '../../src/application/people.ts';
import { openParts } from '../../src/composition/open-parts.ts';
import type { WholeStore } from '../../src/application/verify-store.ts';
import type { AccountId } from '../../src/catalogue/access-events.ts';
import { civilDate } from '../../src/catalogue/civil-date.ts';
import type { LedgerId } from '../../src/catalogue/codes.ts';
import type { Role } from '../../src/catalogue/roles.ts';

const now = (): number => systemClock.now() / 1_000;

/** The people of a store, as the composition root puts them together. */
export const peopleOf = (store: WholeStore): People => {
  const papers = new LoggedPapers(store, now);
  return new People({
    book: new AccessBook(store, systemClock),
    directory: new Directory(papers),
    sessions: new Sessions(papers, now),
    invitations: new Invitations(papers, now),
  });
};

let people = 0;

/** Somebody new with some roles, and the header with which a program of hers comes in. */
export const admit = async (
  store: WholeStore,
  roles: readonly Role[],
  ledger: LedgerId | null = null,
): Promise<{ account: AccountId; authorization: string }> => {
  const known = peopleOf(store);
  people += 1;
  const { account } = await known.add('test', { login: `person-${people}`, name: 'Persona' });
  const holdings = roles.map((role) => ({ role, ledger }));
  for (const holding of holdings) {
    await known.change('test', { type: 'GrantRole', data: { account, ...holding } });
  }
  const asked = { account, holdings, expiresOn: civilDate('2999-12-31') };
  const { secret } = await known.issueToken(account, asked);
  return { account, authorization: `Bearer ${secret}` };
};

/** The header of one who may read everything. */
export const auditor = async (store: WholeStore): Promise<{ authorization: string }> => {
  const { authorization } = await admit(store, ['audit']);
  return { authorization };
};

/** One who may do anything but audit and administer. */
export const operator = (store: WholeStore) => admit(store, ['planning', 'finance', 'approval']);

/** What a program of hers says to a server from its environment. */
export const tokenIn = ({ authorization }: { readonly authorization: string }) => ({
  POA_TOKEN: authorization.replace('Bearer ', ''),
});

/** The same as an auditor, for the store with an address, before or while others have it open. */
export const auditorAt = async (address: string): Promise<{ authorization: string }> => {
  const { store } = await openParts(address, 'create');
  try {
    return await auditor(store);
  } finally {
    await store.close();
  }
};
