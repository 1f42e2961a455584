import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MemoryStore } from '../../src/adapters/memory/memory-store.ts';
import { routesOfDocument } from '../support/api-document.ts';
import { type Admission, admission } from '../support/admission.ts';
import { plantedRoute } from '../support/planted-route.ts';
import { contentOf } from '../support/store-as-text.ts';
import { validRequest } from '../support/valid-requests.ts';
import { type Allowed, everyRole, type SomeRole, whoMay } from '../support/who-may.ts';
import { otherId, sampleId } from '../support/two-ledgers.ts';

const routes = Object.keys(whoMay);
const isOfLedger = (route: string): boolean => route.includes('{ledger}');
const changes = (route: string): boolean => !route.startsWith('GET ');

/** What each route says, as far as it is about who asks. */
const saidBy = (rule: (allowed: Allowed, route: string) => string) =>
  Object.fromEntries(Object.entries(whoMay).map(([route, each]) => [route, rule(each, route)]));

const asRole = (role: SomeRole, allowed: Allowed): string =>
  typeof allowed === 'string' || allowed.includes(role) ? 'may' : '403 NOT_PERMITTED';

const unlessForAnybody = (refusal: string) =>
  saidBy((each) => (each === 'anybody' ? 'may' : refusal));

describe('the table of who may', () => {
  it('has a rule for every route, and no other', () => {
    expect(routes.toSorted()).toEqual(routesOfDocument().toSorted());
  });
});

describe.each(everyRole)('somebody of %s', (role) => {
  let here: Admission;
  beforeAll(async () => {
    here = await admission();
  });
  afterAll(() => here.close());

  it('may what the table says, and is refused the rest', async () => {
    const account = await here.somebody(role);
    const said = await here.verdicts(routes, () => here.session(account));
    expect(said).toEqual(saidBy((allowed) => asRole(role, allowed)));
  });
});

describe.each(everyRole.filter((role) => role !== 'administration'))(
  'somebody of %s of another ledger',
  (role) => {
    let here: Admission;
    let token: Readonly<Record<string, string>>;
    beforeAll(async () => {
      here = await admission();
      token = await here.token(role, otherId);
    });
    afterAll(() => here.close());

    it('may nothing of this one', async () => {
      const ofLedger = routes.filter(isOfLedger);
      expect(await here.verdicts(ofLedger, () => token)).toEqual(
        Object.fromEntries(ofLedger.map((route) => [route, '403 NOT_PERMITTED'])),
      );
    });

    it('finds nothing of this one in what is said of several', async () => {
      for (const path of ['/api/v1/ledgers', '/api/v1/consolidation/overall']) {
        const { status, text } = await here.ask({ path }, token);
        expect([path, status]).toEqual([path, 200]);
        expect(text).toContain(otherId);
        expect(text).not.toContain(sampleId);
      }
      const path = `/api/v1/consolidation/overall?ledgers=${sampleId}`;
      expect((await here.ask({ path }, token)).text).toContain('"code":"LEDGER_NOT_FOUND"');
    });

    it('finds no draft of this one under the other', async () => {
      const { draft } = here.places;
      const { text } = await here.ask(
        { path: `/api/v1/ledgers/${otherId}/drafts/${draft}` },
        token,
      );
      expect(text).toMatch(role === 'management' ? 'NOT_PERMITTED' : 'DRAFT_NOT_FOUND');
    });
  },
);

describe('whoever comes', () => {
  let here: Admission;
  beforeAll(async () => {
    here = await admission();
  });
  afterAll(() => here.close());

  it('without a session is asked to sign in', async () => {
    const said = await here.verdicts(routes, () => ({}));
    expect(said).toEqual(unlessForAnybody('401 SIGN_IN_NEEDED'));
  });

  it('with a session that ended is told so', async () => {
    const account = await here.somebody('planning');
    const ended = await here.endedSession(account);
    const said = await here.verdicts(routes, () => ended);
    expect(said).toEqual(unlessForAnybody('401 SESSION_ENDED'));
  });

  it('with a token that nobody gave is told so', async () => {
    const authorization = `Bearer poa_t0123456789ab_${'x'.repeat(43)}`;
    const said = await here.verdicts(routes, () => ({ authorization }));
    expect(said).toEqual(unlessForAnybody('401 TOKEN_NOT_VALID'));
  });

  it('with a session and without what pages of ours say changes nothing', async () => {
    const account = await here.somebody('planning');
    const unsafe = routes.filter((route) => changes(route) && whoMay[route] !== 'anybody');
    const said = await here.verdicts(unsafe, async () => {
      const { cookie } = await here.session(account);
      return { cookie };
    });
    expect(said).toEqual(
      Object.fromEntries(unsafe.map((route) => [route, '403 CROSS_SITE_REFUSED'])),
    );
  });

  it('asks for the head of an answer as for the answer', async () => {
    for (const route of routes.filter((each) => !changes(each))) {
      const { path } = validRequest(route, here.places);
      const { status } = await here.ask({ path, method: 'HEAD' }, {});
      expect([route, status === 401]).toEqual([route, whoMay[route] !== 'anybody']);
    }
  });
});

it('leaves the store as it was after all that audit asks', async () => {
  const here = await admission();
  try {
    const token = await here.token('audit');
    const before = await contentOf(here.store);
    await here.verdicts(
      routes.filter((route) => typeof whoMay[route] !== 'string'),
      () => token,
    );
    expect(await contentOf(here.store)).toEqual(before);
  } finally {
    await here.close();
  }
});

it('refuses everybody a route that does not say whom it lets in', async () => {
  const store = new MemoryStore();
  const here = await admission(store);
  const planted = await plantedRoute(store);
  try {
    for (const role of everyRole) {
      const said = await planted.ask(await here.token(role));
      expect(said).toMatchObject({
        status: 403,
        code: 'NOT_PERMITTED',
        detail: 'nadie puede hacer esto',
      });
    }
    expect(await planted.ask({})).toMatchObject({ status: 403, code: 'NOT_PERMITTED' });
  } finally {
    await planted.close();
    await here.close();
  }
});
