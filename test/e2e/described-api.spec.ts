import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  apiDocument,
  type Described,
  routesOfDocument,
  routesOfModule,
} from '../support/api-document.ts';
import { ajv, answerValidator, validatorAt } from '../support/described-schemas.ts';
import { type Served, servedHere } from '../support/served-here.ts';
import { whoMay } from '../support/who-may.ts';

const everyOperation = Object.entries(apiDocument.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, each]): [string, string, Described] => [method, path, each]),
);

/** What is asked and changes nothing; what is written has specs of its own. */
const operations = everyOperation
  .filter(([method]) => method === 'get')
  .map(([, path, each]): [string, Described] => [path, each]);

/** The address of an operation with the examples of its description in the path. */
const addressOf = (path: string, others: Readonly<Record<string, string>> = {}): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, part: string) => {
    const { parameters = [] } = apiDocument.paths[path]?.get ?? {};
    return others[part] ?? String(parameters.find(({ name }) => name === part)?.example);
  });

/** What is asked of each route beside what it requires: every way in which it answers something else. */
const questions: Readonly<Record<string, readonly string[]>> = {
  compare: ['preset=plan', 'preset=month&by=activity', 'from=original&to=current&onlyChanged=true'],
  origin: [
    'measure=executed',
    'measure=executionRate&activity=11.02.02',
    'measure=current&by=form-5b',
  ],
  replay: ['', 'order=effective&step=month', 'from=40'],
  late: ['', 'since=0'],
  executionStatement: ['', 'by=group', 'by=source', 'by=overall'],
  consistency: ['from=20'],
  integrity: ['', 'verify=true'],
  series: ['', 'activity=11.02.02', 'group=none'],
  consolidationByActivity: ['', 'entity=41&cutoff=12-31'],
  consolidationByGroup: ['', 'by=entity', 'by=year&year=2020&cutoff=2020-02-29'],
};

let server: Served;

beforeAll(async () => {
  server = await servedHere();
});
afterAll(() => server.close());

const get = async (path: string) => {
  const response = await fetch(`${server.url}${path}`, { headers: server.headers });
  const [type = ''] = (response.headers.get('content-type') ?? '').split(';');
  return { status: response.status, type, text: await response.text() };
};

/** Anything at all, or an object of which nothing is said. */
const isOpen = (schema: object): boolean =>
  Object.keys(schema).length === 0 ||
  ('type' in schema &&
    schema.type === 'object' &&
    !('properties' in schema || 'additionalProperties' in schema));

describe('the description of the API', () => {
  it('has every route of the application, and no other', async () => {
    expect(routesOfDocument().sort()).toEqual((await routesOfModule()).sort());
  });

  it('names every operation once', () => {
    const names = everyOperation.map(([, , { operationId }]) => operationId);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(everyOperation)(
    'says of every parameter of %s %s what it is',
    (_, __, { parameters }) => {
      for (const { schema, ...parameter } of parameters) {
        expect(parameter).toMatchObject({
          description: expect.stringMatching(/\.$/),
          example: expect.any(String),
        });
        expect(schema.pattern ?? schema.enum).toBeDefined();
        expect(ajv.validate(schema, parameter.example)).toBe(true);
      }
    },
  );

  it.each(everyOperation)('says how %s %s refuses what is amiss', (method, path, { responses }) => {
    const isOpen = whoMay[`${method.toUpperCase()} ${path}`] === 'anybody';
    const expected = [
      ...['400', ...(isOpen ? [] : ['401', '403'])],
      ...(method === 'get' ? [] : ['413', '415']),
    ];
    expect(Object.keys(responses)).toEqual(expect.arrayContaining(expected));
  });

  it('leaves nothing open but the facts of findings and the commands of drafts, which differ by their code', () => {
    const open: string[] = [];
    const look = (value: unknown, at: string): void => {
      if (typeof value !== 'object' || value === null) return;
      if (isOpen(value)) open.push(at);
      for (const [key, each] of Object.entries(value)) look(each, `${at}/${key}`);
    };
    look(apiDocument.components.schemas, '');
    expect(open).toEqual([
      '/DraftedCommand/properties/data',
      '/FindingRow/properties/facts',
      '/FindingSaid/properties/facts',
    ]);
  });

  it('has amounts as text with two decimals', () => {
    const isAmount = validatorAt('components', 'schemas', 'Amount');
    expect(['0.00', '-12.34', '10784709.47'].map((text) => isAmount(text))).toEqual([
      true,
      true,
      true,
    ]);
    expect([0, 12.34, '12.3', '1,000.00', '', null].some((text) => isAmount(text))).toBe(false);
  });
});

describe('an answer', () => {
  const isStream = ({ responses }: Described): boolean =>
    'text/event-stream' in (responses[200]?.content ?? {});
  /** a page of the provider, and what has to be made before it is there */
  const isElsewhere = ([path, { responses }]: [string, Described]): boolean =>
    302 in responses || path.includes('{draft}');
  const answering = operations.filter(
    (operation) => !isStream(operation[1]) && !isElsewhere(operation),
  );
  const asked = answering.flatMap(([path, { operationId }]) =>
    (questions[operationId] ?? ['']).map((query): [string, string] => [path, query]),
  );

  it.each(asked)('of %s?%s is as its schema says', async (path, query) => {
    const { parameters = [] } = apiDocument.paths[path]?.get ?? {};
    const isAtCutOff =
      path.includes('{ledger}') && parameters.some(({ name }) => name === 'cutoff');
    const cutOff = isAtCutOff ? 'cutoff=2020-12-31' : '';
    const url = `${addressOf(path)}?${[cutOff, query].filter(Boolean).join('&')}`;
    const { status, type, text } = await get(url);
    expect([url, status]).toEqual([url, 200]);
    const validate = answerValidator({ path, status, type });
    validate(type === 'application/json' ? JSON.parse(text) : text);
    expect(validate.errors ?? []).toEqual([]);
  });

  it('with something more, less or as a number is not', async () => {
    const path = '/api/v1/ledgers/{ledger}/execution/overall';
    const validate = answerValidator({ path, status: 200, type: 'application/json' });
    const { text } = await get(addressOf(path));
    const answer = JSON.parse(text) as { total: object };
    expect(validate(answer)).toBe(true);
    expect(validate({ ...answer, more: 1 })).toBe(false);
    expect(validate({ ...answer, total: undefined })).toBe(false);
    expect(validate({ ...answer, total: { ...answer.total, current: 1.5 } })).toBe(false);
  });
});

describe('a refusal', () => {
  const ofLedgers = operations.filter(([path]) => path.includes('{ledger}'));
  const required: Readonly<Record<string, string>> = {
    origin: '?measure=current',
    compare: '?preset=plan',
    consistency: '?from=20',
  };
  const cases = ofLedgers.flatMap(([path, { operationId }]): [number, string, string][] => {
    const query = required[operationId] ?? '';
    return [
      [400, path, `${addressOf(path, { ledger: 'otro' })}${query}`],
      [400, path, `${addressOf(path)}?nada=1`],
      [404, path, `${addressOf(path, { ledger: '41-OTRO-2020' })}${query}`],
    ];
  });

  it.each(cases)('with %i of %s is a documented problem', async (status, path, url) => {
    const said = await get(url);
    expect([said.status, said.type]).toEqual([status, 'application/problem+json']);
    const validate = answerValidator({ path, status, type: said.type });
    validate(JSON.parse(said.text));
    expect(validate.errors ?? []).toEqual([]);
  });
});

describe('the page of the API', () => {
  it('is served with its own files, its scripts too', async () => {
    const { text: page } = await get('/api');
    const files = [...page.matchAll(/(?:src|href)=["']([^"']+)["']/g)].map(([, file = '']) => file);
    expect(files.length).toBeGreaterThan(3);
    for (const file of files) {
      expect(file).toMatch(/^\.\/api\//);
      expect([file, (await get(file.slice(1))).status]).toEqual([file, 200]);
    }
    expect(page).not.toMatch(/<script(?![^>]* src=)/);
  });

  it('shows the committed description', async () => {
    const { status, type, text } = await get('/api/openapi.json');
    expect([status, type]).toEqual([200, 'application/json']);
    expect(JSON.parse(text)).toEqual(apiDocument);
  });

  it('leaves what is not there to the refusals', async () => {
    const { status, type } = await get('/api/nada');
    expect([status, type]).toEqual([404, 'application/problem+json']);
  });
});

describe('the requests in docs/http', () => {
  const folder = new URL('../../docs/http/', import.meta.url);
  const texts = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8'));
  const asked = new Set(
    texts
      .flatMap((text) => [...text.matchAll(/^(GET|POST|PUT|DELETE) \{\{host\}\}([^?\s]*)/gm)])
      .map(([, method = '', path = '']) => `${method} ${path.replaceAll(/\{(\{\w+\})\}/g, '$1')}`),
  );

  it.each(routesOfDocument())('name %s', (route) => {
    expect([...asked]).toContain(route);
  });
});
