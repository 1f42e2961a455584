import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

import type { Engine } from './engine.ts';
import type { Side } from './grpc-side.ts';
import { type Caller, isAdministrator, type User, type Users } from './users.ts';

interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly location?: string;
}

const unauthorized: Reply = { status: 401 };

/** Without users a server asks nobody who they are. */
const mayAdminister = (users: Users | undefined, caller: Caller): boolean =>
  users === undefined || (typeof caller === 'object' && isAdministrator(caller));

const states = {
  leader: 'leader',
  'too old': 'leader',
  'not ready': 'unknown',
  'not-leader': 'follower',
  'read-only-replica': 'readonlyreplica',
} as const;

const infoOf = ({ standing, version }: Engine): Reply => ({
  status: 200,
  body: {
    esVersion: `${version()}.0`,
    state: states[standing().as],
    features: { projections: false, userManagement: true, atomPub: false },
    authentication: { type: 'internal', properties: {} },
  },
});

const optionsOf = ({ maxAppendSize }: Engine): Reply => ({
  status: 200,
  body: [
    {
      name: 'MaxAppendSize',
      description: 'The maximum size of appends, in bytes. May not exceed 16MB.',
      group: 'Application',
      possibleValues: null,
      value: String(maxAppendSize),
    },
  ],
});

const detailsOf = ({ loginName, fullName, groups }: User): unknown => ({
  data: { loginName, fullName, groups, disabled: false },
  success: true,
  error: 'Success',
});

const addUser = async (users: Users, request: IncomingMessage): Promise<Reply> => {
  const { loginName, fullName, groups, password } = (await json(request)) as Partial<User>;
  if (loginName === undefined || password === undefined) return { status: 400 };
  const user = { loginName, fullName: fullName ?? loginName, groups: groups ?? [], password };
  if (!users.add(user))
    return { status: 409, body: { loginName, success: false, error: 'Conflict' } };
  return {
    status: 201,
    location: `/users/${encodeURIComponent(loginName)}`,
    body: { loginName, success: true, error: 'Success' },
  };
};

const shownUser = (users: Users, caller: Caller, loginName: string): Reply => {
  const isSelf = typeof caller === 'object' && caller.loginName === loginName;
  if (!isSelf && !mayAdminister(users, caller)) return unauthorized;
  const user = users.find(loginName);
  return user === undefined
    ? { status: 404, body: { success: false, error: 'NotFound' } }
    : { status: 200, body: detailsOf(user) };
};

/** A call with a body or a name in its path needs users, who are not there on an open server. */
const replyAboutUsers = (
  users: Users,
  caller: Caller,
  asked: string,
  request: IncomingMessage,
): Reply | Promise<Reply> => {
  if (asked === 'POST /users')
    return mayAdminister(users, caller) ? addUser(users, request) : unauthorized;
  const [, loginName] = /^GET \/users\/([^/]+)$/.exec(asked) ?? [];
  return loginName === undefined
    ? { status: 404 }
    : shownUser(users, caller, decodeURIComponent(loginName));
};

const askedIn = ({ method = 'GET', url = '/' }: IncomingMessage): string =>
  `${method} ${new URL(url, 'http://server').pathname.replace(/(?<=.)\/$/, '')}`;

const replyTo = async (
  engine: Engine,
  users: Users | undefined,
  request: IncomingMessage,
): Promise<Reply> => {
  const caller = users?.caller(request.headers.authorization) ?? 'anonymous';
  if (caller === 'wrong password') return unauthorized;
  const asked = askedIn(request);
  if (asked === 'GET /info') return infoOf(engine);
  if (asked === 'GET /info/options')
    return mayAdminister(users, caller) ? optionsOf(engine) : unauthorized;
  return users === undefined
    ? { status: 404 }
    : await replyAboutUsers(users, caller, asked, request);
};

/** What the server says over plain HTTP: how it is set, and who its users are. */
export const startHttpSide = async (engine: Engine, users: Users | undefined): Promise<Side> => {
  const server = createServer((request, response) => {
    replyTo(engine, users, request)
      .catch((): Reply => ({ status: 400 }))
      .then(({ status, body, location }) => {
        response.writeHead(status, {
          'content-type': 'application/json; charset=utf-8',
          ...(location === undefined ? {} : { location }),
        });
        response.end(body === undefined ? '' : JSON.stringify(body));
      })
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
