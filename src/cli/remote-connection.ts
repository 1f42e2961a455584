import type { Command, Query } from '@nestjs/cqrs';
import { Failure, isFailure } from '../catalogue/failure.ts';
import { apiClient } from '../client/api-client.ts';
import type { Answer, CommandAnswer, CommandPreview } from '../bus/messages.ts';
import type { Envelope } from '../bus/view-as-json.ts';
import type { Connection, Surroundings } from './connection.ts';
import { remoteFailure } from './remote-failure.ts';
import { type Ask, askedOf, type Said } from './remote-questions.ts';
import { orderedBy } from './remote-orders.ts';

/** How long an answer is waited for, in milliseconds. */
const patience = 60_000;

const isEnvelope = (data: object): data is Envelope =>
  'ledger' in data && 'cutOff' in data && 'root' in data && 'zone' in data;

const answerIn = ({ ledger, title, zone, cutOff, root, ...view }: Envelope): Answer<object> => {
  const { effective, known, provisional } = cutOff;
  const resolved = { effective, known, isProvisional: provisional === true };
  return { ledger, title, zone, cutOff: resolved, root, view };
};

type Change = CommandAnswer | CommandPreview;

const isChange = (data: object): data is Change => 'events' in data && 'findings' in data;

/** Without what only programs are told. */
const changeIn = (said: Change): Change => {
  const { ledger, findings } = said;
  if (!('revision' in said)) return { ledger, events: said.events, findings };
  const { revision, events, isRepeat } = said;
  return { ledger, revision, events, findings, isRepeat };
};

/** The value that the bus would have answered with. @throws SERVER_NOT_UNDERSTOOD */
const valueIn = (data: unknown, server: string): unknown => {
  if (typeof data === 'object' && data !== null) {
    if (isEnvelope(data)) return answerIn(data);
    if (isChange(data)) return changeIn(data);
    if ('parts' in data) return data;
    if ('ledgers' in data) return data.ledgers;
  }
  throw new Failure('SERVER_NOT_UNDERSTOOD', { server });
};

/** What says to a server who asks. @throws VARIABLE_NOT_VALID */
export const tokenIn = ({ POA_TOKEN: token = '' }: Surroundings['environment']): string => {
  if (/^[\x21-\x7e]*$/.test(token)) return token;
  const expected = 'letras y cifras, sin espacios';
  throw new Failure('VARIABLE_NOT_VALID', { variable: 'POA_TOKEN', text: '…', expected });
};

const sending =
  (server: string, token: string) =>
  async (request: Request): Promise<Response> => {
    if (token !== '') request.headers.set('authorization', `Bearer ${token}`);
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

/** The questions and orders that a server takes over HTTP, as a store would. */
export const remoteConnection = (server: string, token: string): Connection => {
  const client = apiClient(server, sending(server, token));
  // the schemas of the API are made of the types that the bus answers with
  const execute = async <Result>(ask: Ask | undefined): Promise<Result> => {
    if (ask === undefined) throw new Failure('STORE_NEEDED', { server });
    return (await said(ask(client), server)) as Result;
  };
  return {
    commands: {
      execute: <Result>(command: Command<Result>) => execute<Result>(orderedBy(command)),
    },
    queries: {
      execute: <Result>(query: Query<Result>) =>
        execute<Result>(orderedBy(query) ?? askedOf(query)),
    },
    close: () => Promise.resolve(),
  };
};
