import { describe, expect, it } from '@jest/globals';
import { LoggedPapers } from '../../../src/adapters/papers/logged-papers.ts';
import { MemoryStore } from '../../../src/adapters/memory/memory-store.ts';
import { SignInAttempts } from '../../../src/access/attempts.ts';
import { Directory } from '../../../src/access/directory.ts';
import { Invitations } from '../../../src/access/invitations.ts';
import { Sessions } from '../../../src/access/sessions.ts';
import { AccessBook } from '../../../src/application/access-book.ts';
import { People } from '../../../src/application/people.ts';
import { SignIns } from '../../../src/application/sign-ins.ts';
import { civilDate } from '../../../src/catalogue/civil-date.ts';

/** A token that expires on a day, and who comes in by it at a moment. */
const tokenUntil = async (day: string) => {
  let at = Date.parse('2020-01-01T00:00:00-04:00');
  const clock = { now: () => at * 1_000, pause: () => Promise.resolve() };
  const now = (): number => at;
  const store = new MemoryStore();
  const papers = new LoggedPapers(store, now);
  const book = new AccessBook(store, clock);
  const directory = new Directory(papers);
  const [sessions, invitations] = [new Sessions(papers, now), new Invitations(papers, now)];
  const people = new People({ book, directory, sessions, invitations });
  const attempts = new SignInAttempts(papers, now);
  const parts = { directory, sessions, invitations, attempts, holdings: book, clock };
  const signIns = new SignIns({ ...parts, provider: null });
  const { account } = await people.add('test', { login: 'programa', name: 'Programa' });
  const asked = { account, holdings: [], expiresOn: civilDate(day) };
  const { secret: token } = await people.issueToken(account, asked);
  return (moment: string) => {
    at = Date.parse(moment);
    return signIns.identify({ token });
  };
};

describe('a token', () => {
  it('is good to the end of its last day in La Paz, and no longer', async () => {
    const comesInAt = await tokenUntil('2020-06-30');
    await expect(comesInAt('2020-01-01T00:00:00-04:00')).resolves.toMatchObject({ holdings: [] });
    await expect(comesInAt('2020-06-30T23:59:59.999-04:00')).resolves.toMatchObject({});
    await expect(comesInAt('2020-07-01T00:00:00-04:00')).rejects.toMatchObject({
      code: 'TOKEN_NOT_VALID',
    });
  });
});
