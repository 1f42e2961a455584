import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MemoryStore } from '../../src/adapters/memory/memory-store.ts';
import { ledgerStream } from '../../src/application/ports/event-store.ts';
import { apiDocument } from '../support/api-document.ts';
import { broken, bodySchema } from '../support/broken-bodies.ts';
import { afterForm, handYear, type Sent } from '../support/commands-sent.ts';
import { faultsOfAnswer, validatorAt } from '../support/described-schemas.ts';
import { posting } from '../support/posting.ts';
import { serviceHere } from '../support/served.ts';
import { takeSample } from '../support/take-sample.ts';
import { sampleId } from '../support/two-ledgers.ts';

const jsonSchema = ['content', 'application/json', 'schema'];
const told = { requestsPerMinute: 0 };

const stories: readonly [string, (store: MemoryStore) => Promise<void>, readonly Sent[]][] = [
  ['a year by hand', () => Promise.resolve(), handYear],
  [
    'what speaks of a form',
    async (store) => {
      await takeSample(store, 'budget');
      await takeSample(store, 'form');
    },
    afterForm,
  ],
];

describe.each(stories)('%s', (_, prepare, sent) => {
  const store = new MemoryStore();
  let post: ReturnType<typeof posting>;
  let close: () => Promise<void>;
  const head = () => store.head(ledgerStream(sampleId));

  beforeAll(async () => {
    await prepare(store);
    const service = await serviceHere(store, told);
    post = posting(service.ask, sampleId);
    close = service.close;
  });
  afterAll(() => close());

  it.each(sent.map(([name, body], index) => [name, index, body] as const))(
    '%s (%i) is refused in every broken form, tried, done, and known when it is repeated',
    async (name, index, body) => {
      const before = await head();
      const path = `/api/v1/ledgers/{ledger}/commands/${name}`;
      const isBody = validatorAt('paths', path, 'post', 'requestBody', ...jsonSchema);
      expect([isBody(body), isBody.errors]).toEqual([true, null]);
      for (const [field, each] of broken(body, bodySchema(name))) {
        expect([field, isBody(each)]).toEqual([field, false]);
        const refused = await post.command(name, each);
        const { status, json } = refused;
        expect(faultsOfAnswer(path, refused)).toEqual([]);
        expect([field, status, json]).toEqual([
          ...[field, 400],
          expect.objectContaining({
            detail: expect.stringContaining(field),
            place: { field },
          }),
        ]);
      }
      const tried = await post.command(name, body, { query: '?dryRun=true', key: '' });
      expect([tried.status, tried.json]).toEqual([
        200,
        { ledger: sampleId, dryRun: true, events: expect.any(Array), findings: expect.any(Array) },
      ]);
      expect([faultsOfAnswer(path, tried), await head()]).toEqual([[], before]);

      const key = `${name}:${index}`;
      const done = await post.command(name, body, { key });
      expect([done.status, done.json]).toEqual([
        201,
        expect.objectContaining({ ledger: sampleId, isRepeat: false }),
      ]);
      const { revision, events } = done.json as { revision: number; events: number };
      expect([revision, events > 0]).toEqual([await head(), true]);
      expect(tried.json.events).toHaveLength(events);
      expect(faultsOfAnswer(path, done)).toEqual([]);
      expect(done.headers.get('location')).toBe(`/api/v1/ledgers/${sampleId}/events/${revision}`);

      const again = await post.command(name, body, { key });
      expect([again.status, again.json]).toEqual([
        200,
        { ...done.json, findings: [], isRepeat: true },
      ]);
      expect(faultsOfAnswer(path, again)).toEqual([]);
      expect(again.headers.get('location')).toBe(done.headers.get('location'));
      expect(await head()).toBe(revision);
    },
  );
});

it('are together every command that there is a route for', () => {
  const routes = Object.keys(apiDocument.paths).flatMap(
    (path) => /\/commands\/(.+)$/.exec(path)?.slice(1) ?? [],
  );
  const names = [...handYear, ...afterForm].map(([name]) => name);
  expect([...new Set(names)].sort()).toEqual(routes.sort());
  expect(routes).toHaveLength(22);
});
