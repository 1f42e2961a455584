import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Credentials } from '../../bus/access-messages.ts';
import { sessionMax } from '../../bus/access-messages.ts';
import { Failure } from '../../catalogue/failure.ts';

const sessionCookie = 'poa_session';
const visitCookie = 'poa_visit';

/** A program's token counts before a browser's cookie. */
export const credentialsIn = ({ headers, cookies }: FastifyRequest): Credentials => {
  const [, token] = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '') ?? [];
  const session = cookies[sessionCookie];
  if (headers.authorization !== undefined) return { token: token ?? '' };
  return session === undefined ? {} : { session };
};

const isSecure = ({ protocol }: FastifyRequest): boolean => protocol === 'https';

/** Out of reach of scripts, and sent by pages of ours alone. */
export const giveSession = (request: FastifyRequest, reply: FastifyReply, secret: string): void => {
  void reply.setCookie(sessionCookie, secret, {
    ...{ path: '/', httpOnly: true, sameSite: 'strict', secure: isSecure(request) },
    maxAge: sessionMax / 1_000,
  });
};

export const takeSession = (reply: FastifyReply): void => {
  void reply.clearCookie(sessionCookie, { path: '/' });
};

/** What the browser keeps while its person is at the provider, which sends her back from another site. */
export const giveVisit = (request: FastifyRequest, reply: FastifyReply, kept: string): void => {
  void reply.setCookie(visitCookie, kept, {
    ...{ path: '/api/v1/session', httpOnly: true, sameSite: 'lax', secure: isSecure(request) },
    maxAge: 600,
  });
};

export const takeVisit = (request: FastifyRequest, reply: FastifyReply): string => {
  void reply.clearCookie(visitCookie, { path: '/api/v1/session' });
  return request.cookies[visitCookie] ?? '';
};

const harmless = ['GET', 'HEAD', 'OPTIONS'];

export const isHarmless = ({ method }: FastifyRequest): boolean => harmless.includes(method);

const isOfOtherHost = (origin: string, host: string): boolean =>
  !URL.canParse(origin) || new URL(origin).host !== host;

/** What browsers say of where a request comes from. @throws CROSS_SITE_REFUSED */
export const assertOwnSite = (request: FastifyRequest): void => {
  if (isHarmless(request)) return;
  const { origin, 'sec-fetch-site': site } = request.headers;
  const isForeign =
    site === 'cross-site' || (origin !== undefined && isOfOtherHost(origin, request.host));
  if (isForeign) throw new Failure('CROSS_SITE_REFUSED', {});
};
