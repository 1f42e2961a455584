import { systemClock } from '../../src/adapters/clock/system-clock.ts';
import { MemoryStore } from '../../src/adapters/memory/memory-store.ts';
import { LoggedPapers } from '../../src/adapters/papers/logged-papers.ts';
import { crossSiteSecretOf } from '../../src/access/secrets.ts';
import { Sessions } from '../../src/access/sessions.ts';
import type { AccountId } from '../../src/catalogue/access-events.ts';
import type { LedgerId } from '../../src/catalogue/codes.ts';
import type { Role } from '../../src/catalogue/roles.ts';
import { admit, peopleOf } from './admitted.ts';
import { posting } from './posting.ts';
import { serviceHere } from './served.ts';
import { otherId, sampleId, takeTwoLedgers } from './two-ledgers.ts';
import { type Sendable, validRequest } from './valid-requests.ts';

type Headers = Readonly<Record<string, string>>;

/** As a draft it goes on being possible for as long as nobody approves it. */
const control = { mode: 'warn', level: 'activity', reason: 'cierre' };

/** What is refused because of who asks, and nothing else that is said. */
const aboutWho = [
  ...['SIGN_IN_NEEDED', 'SESSION_ENDED', 'TOKEN_NOT_VALID', 'NOT_PERMITTED'],
  ...['CROSS_SITE_REFUSED', 'INTERNAL_ERROR'],
];

const startOf = async (url: string, { method, path, body, headers }: Partial<Sendable>) => {
  const left = new AbortController();
  const response = await fetch(`${url}${path ?? ''}`, {
    ...(method !== undefined && { method }),
    ...(body !== undefined && { body }),
    ...{ headers: headers ?? {}, redirect: 'manual', signal: left.signal },
  });
  const isEndless = response.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
  const text = isEndless ? '' : await response.text();
  left.abort();
  return { status: response.status, text };
};

const verdictOf = ({ status, text }: { status: number; text: string }): string => {
  const code = /"code":"(\w+)"/.exec(text)?.[1] ?? '';
  return status >= 500 || aboutWho.includes(code) ? `${status} ${code}` : 'may';
};

/** A service with two ledgers and a draft in one of them, and ways to come to it. */
export const admission = async (store = new MemoryStore()) => {
  await takeTwoLedgers(store);
  // nobody else writes: a record that is not there is not waited for
  const service = await serviceHere(store, { requestsPerMinute: 0 }, { patience: 0 });
  const { url, ask, close, account, lines, headers } = service;
  const prepared = async (who: Headers): Promise<string> => {
    const { json } = await posting(ask, sampleId).draft('change-control', control, {
      headers: who,
    });
    return String(json.draft);
  };
  const people = peopleOf(store);
  const now = (): number => systemClock.now() / 1_000;
  const sessions = new Sessions(new LoggedPapers(store, now), now);
  const [{ token } = { token: '' }] = await people.tokens(account);
  const places = { draft: await prepared(headers), account, token };

  const somebody = async (role: Role): Promise<AccountId> => (await admit(store, [role])).account;
  const session = async (of: AccountId): Promise<Headers & { cookie: string }> => {
    const secret = await sessions.begin(of);
    return { cookie: `poa_session=${secret}`, 'x-csrf-token': crossSiteSecretOf(secret) };
  };
  const askAs = (request: Partial<Sendable>, who: Headers) =>
    startOf(url, { ...request, headers: { ...request.headers, ...who } });

  return {
    ...{ store, url, lines, places, close, somebody, session, ask: askAs },
    /** done by the operator, in the ledger that was only opened */
    command: posting(ask, otherId).command,
    /** the number of a new draft */
    prepared,
    /** of everybody but the operator */
    tokens: async (): Promise<string[]> =>
      (await people.tokens()).flatMap((each) => (each.account === account ? [] : [each.token])),
    /** of one who may do anything but audit and administer */
    operator: headers,
    token: async (role: Role, ledger: LedgerId | null = null): Promise<Headers> => {
      const { authorization } = await admit(store, [role], ledger);
      return { authorization };
    },
    endedSession: async (of: AccountId): Promise<Headers> => {
      const said = await session(of);
      await sessions.end(said.cookie.replace('poa_session=', ''));
      return said;
    },
    /** What each route says of who asks. @param who asked anew for every request */
    verdicts: async (routes: readonly string[], who: () => Headers | Promise<Headers>) => {
      const said: Record<string, string> = {};
      for (const route of routes) {
        said[route] = verdictOf(await askAs(validRequest(route, places), await who()));
      }
      return said;
    },
  };
};

export type Admission = Awaited<ReturnType<typeof admission>>;
