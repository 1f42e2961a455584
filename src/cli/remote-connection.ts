import type { Query } from '@nestjs/cqrs';
import { Failure, isFailure } from '../catalogue/failure.ts';
import { apiClient } from '../client/api-client.ts';
import type { Answer } from '../bus/messages.ts';
import type { Envelope } from '../bus/view-as-json.ts';
import type { Connection } from './connection.ts';
import { remoteFailure } from './remote-failure.ts';
import { askedOf, type Said } from './remote-questions.ts';

/** How long an answer is waited for, in milliseconds. */
const patience = 60_000;

const isEnvelope = (data: object): data is Envelope =>
  'ledger' in data && 'cutOff' in data && 'root' in data && 'zone' in data;

const answerIn = ({ ledger, title, zone, cutOff, root, ...view }: Envelope): Answer<object> => {
  const { effective, known, provisional } = cutOff;
  const resolved = { effective, known, isProvisional: provisional === true };
  return { ledger, title, zone, cutOff: resolved, root, view };
};

/** The value that the bus would have answered with. @throws SERVER_NOT_UNDERSTOOD */
const valueIn = (data: unknown, server: string): unknown => {
  if (typeof data === 'object' && data !== null) {
    if (isEnvelope(data)) return answerIn(data);
    if ('parts' in data) return data;
    if ('ledgers' in data) return data.ledgers;
  }
  throw new Failure('SERVER_NOT_UNDERSTOOD', { server });
};

const sending =
  (server: string) =>
  async (request: Request): Promise<Response> => {
    try {
      return await fetch(request, { signal: AbortSignal.timeout(patience) });
    } catch {
      throw new Failure('SERVER_NOT_REACHED', { server });
    }
  };

const said = async (asked: Promise<Said>, server: string): Promise<unknown> => {
  const { data, error } = await asked.catch((thrown: unknown): never => {
    throw isFailure(thrown) ? thrown : new Failure('SERVER_NOT_UNDERSTOOD', { server });
  });
  if (error !== undefined) throw remoteFailure(error, server);
  return valueIn(data, server);
};

/** The questions that a server answers over HTTP, asked as those of a store; nothing can be written. */
export const remoteConnection = (server: string): Connection => {
  const client = apiClient(server, sending(server));
  const needed = (): Failure => new Failure('STORE_NEEDED', { server });
  return {
    commands: { execute: () => Promise.reject(needed()) },
    queries: {
      // the schemas of the API are made of the types that the bus answers with
      execute: async <Result>(query: Query<Result>): Promise<Result> => {
        const ask = askedOf(query);
        if (ask === undefined) throw needed();
        return (await said(ask(client), server)) as Result;
      },
    },
    close: () => Promise.resolve(),
  };
};
