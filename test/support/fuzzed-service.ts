import { Agent, request as ask } from 'node:http';
import type { AccountId } from '../../src/catalogue/access-events.ts';
import { admission } from './admission.ts';
import { handYear } from './commands-sent.ts';
import type { Fuzzed, Known } from './fuzzed-requests.ts';
import { otherId, sampleId } from './two-ledgers.ts';

export interface FuzzedAnswer {
  readonly status: number;
  /** of the content, without its parameters */
  readonly type: string;
  readonly text: string;
}

type Headers = Readonly<Record<string, string>>;

const ofPeople = /^\/api\/v1\/(people|session|tokens)/;

const chunksOf = async (answer: AsyncIterable<Buffer>): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
};

/** What a server says to a request that no well-behaved client would send. */
const sendTo = (url: string, agent: Agent, { method, path, headers, body }: Fuzzed) =>
  new Promise<FuzzedAnswer>((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const said = [...headers, ['host', `${hostname}:${port}`], ['content-length', lengthOf(body)]];
    const sent = ask({ agent, hostname, port, method, path, headers: said.flat() }, (answer) => {
      const { statusCode: status = 0, headers: answered } = answer;
      const [type = ''] = (answered['content-type'] ?? '').split(';');
      const isEndless = type === 'text/event-stream';
      if (isEndless) answer.destroy();
      (isEndless ? Promise.resolve('') : chunksOf(answer)).then((text) => {
        resolve({ status, type, text });
      }, reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });

const lengthOf = (body: Fuzzed['body']): string => String(Buffer.byteLength(body ?? ''));

/** A service with a sample, and for every operation somebody who may ask for it. */
export const fuzzedService = async () => {
  const here = await admission();
  // a plan by hand, with a chain of documents: more than a form can be spoken of
  for (const [name, body] of handYear.slice(1, 10)) await here.command(name, body);
  const agent = new Agent({ keepAlive: true });
  const auditor = await here.token('audit');
  const administrator = await here.somebody('administration');
  const session = await here.session(administrator);
  const others: AccountId[] = [];
  for (const role of ['planning', 'audit', 'management'] as const) {
    others.push(await here.somebody(role));
  }
  const preparer = await here.token('planning');

  /** What is there to be spoken of: drafts, however many were approved or withdrawn, and tokens. */
  const known = async (): Promise<Known> => ({
    ledger: [sampleId, otherId],
    account: others,
    draft: [await here.prepared(preparer), await here.prepared(here.operator), here.places.draft],
    token: await here.tokens(),
    role: ['planning', 'audit', 'management'],
    scope: ['all', sampleId],
  });
  const whoAsks = async (method: string, path: string): Promise<Headers> => {
    if (path.startsWith('/api/v1/access')) return auditor;
    if (!ofPeople.test(path)) return here.operator;
    const isOver = method === 'delete' && path === '/api/v1/session';
    return isOver ? here.session(administrator) : session;
  };

  return {
    ...{ store: here.store, lines: here.lines, known },
    /** @param path of the operation, as it is described */
    send: async (method: string, path: string, request: Fuzzed): Promise<FuzzedAnswer> => {
      const who = Object.entries(await whoAsks(method, path));
      return sendTo(here.url, agent, { ...request, headers: [...who, ...request.headers] });
    },
    close: () => {
      agent.destroy();
      return here.close();
    },
  };
};
