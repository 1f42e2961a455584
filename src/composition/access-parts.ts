import type { Provider } from '@nestjs/common';
import { OpenIdProvider, type ProviderSettings } from '../adapters/oidc/openid-provider.ts';
import { LoggedPapers } from '../adapters/papers/logged-papers.ts';
import { AccessBook } from '../application/access-book.ts';
import { Drafts } from '../application/drafts.ts';
import { KeptTrail } from '../application/kept-trail.ts';
import type { LedgerService } from '../application/ledger-service.ts';
import { People } from '../application/people.ts';
import type { Clock } from '../application/ports/clock.ts';
import { SignIns } from '../application/sign-ins.ts';
import type { WholeStore } from '../application/verify-store.ts';
import { SignInAttempts } from '../access/attempts.ts';
import { Directory } from '../access/directory.ts';
import { Invitations } from '../access/invitations.ts';
import { PapersOf } from '../access/papers-of.ts';
import { Sessions } from '../access/sessions.ts';

interface Lent {
  readonly store: WholeStore;
  readonly clock: Clock;
  readonly ledgers: LedgerService;
  readonly provider: ProviderSettings | undefined;
}

/** Who comes in, and what they read, over the same store as the ledgers. */
export const accessParts = ({ store, clock, ledgers, provider }: Lent): Provider[] => {
  const now = (): number => clock.now() / 1_000;
  const papers = new LoggedPapers(store, now);
  const book = new AccessBook(store, clock);
  const directory = new Directory(papers);
  const sessions = new Sessions(papers, now);
  const invitations = new Invitations(papers, now);
  const signIns = new SignIns({
    ...{ directory, sessions, invitations, holdings: book, clock },
    attempts: new SignInAttempts(papers, now),
    provider: provider === undefined ? null : new OpenIdProvider(provider),
  });
  return [
    { provide: AccessBook, useValue: book },
    { provide: People, useValue: new People({ book, directory, invitations, sessions }) },
    { provide: SignIns, useValue: signIns },
    {
      provide: Drafts,
      useValue: new Drafts(new PapersOf(papers, 'drafts'), ledgers, clock),
    },
    { provide: KeptTrail, useValue: new KeptTrail(store, clock) },
  ];
};
