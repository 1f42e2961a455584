import { LoggedPapers } from '../../src/adapters/papers/logged-papers.ts';
import { MemoryStore } from '../../src/adapters/memory/memory-store.ts';
import { SignInAttempts } from '../../src/access/attempts.ts';
import { Directory } from '../../src/access/directory.ts';
import { Invitations } from '../../src/access/invitations.ts';
import { Sessions } from '../../src/access/sessions.ts';
import { AccessBook } from '../../src/application/access-book.ts';
import { People } from '../../src/application/people.ts';
import { SignIns } from '../../src/application/sign-ins.ts';

/** A clock that stands still until it is told to go on. */
export const standingClock = (start = '2020-06-01T12:00:00Z') => {
  let milliseconds = Date.parse(start);
  return {
    now: () => milliseconds * 1_000,
    pause: () => Promise.resolve(),
    pass: (by: number) => {
      milliseconds += by;
    },
  };
};

export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;

/** One instance of a service, as far as people and programs come in, over a store that others use too. */
export const accessOver = (store = new MemoryStore(), clock = standingClock()) => {
  const now = (): number => clock.now() / 1_000;
  const papers = new LoggedPapers(store, now);
  const book = new AccessBook(store, clock);
  const directory = new Directory(papers);
  const sessions = new Sessions(papers, now);
  const invitations = new Invitations(papers, now);
  const attempts = new SignInAttempts(papers, now);
  const parts = { directory, sessions, invitations, attempts, clock, provider: null };
  return {
    ...{ store, clock, papers, book, directory },
    people: new People({ book, directory, invitations, sessions }),
    signIns: new SignIns({ ...parts, holdings: book }),
  };
};

export type AccessInstance = ReturnType<typeof accessOver>;

export const passphrase = 'una frase bastante larga';

/** Somebody who took up her invitation. */
export const arrived = async ({ people, signIns }: AccessInstance, login: string) => {
  const { account, code } = await people.add('admin', { login, name: login.toUpperCase() });
  const session = await signIns.accept({ code, password: passphrase });
  return { account, session };
};
