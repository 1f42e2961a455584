import type { OutgoingHttpHeaders } from 'node:http';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import { Failure } from '../catalogue/failure.ts';
import { isForWatchers } from './watch-requests.ts';

/** Answers are data, but for the page that documents them: its scripts are its own, its styles inline. */
const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
  },
};

/** Headers that browsers hold to: the same on every answer, so that they are made for the first one. */
const protect = async (server: FastifyInstance): Promise<void> => {
  await server.register(helmet, {
    global: false,
    contentSecurityPolicy,
    strictTransportSecurity: { includeSubDomains: false },
    frameguard: { action: 'deny' },
    // without its own address a form of ours would come from nowhere (Origin: null)
    referrerPolicy: { policy: 'same-origin' },
  });
  let made: OutgoingHttpHeaders | null = null;
  server.addHook('onRequest', (_, reply, done) => {
    if (made === null) {
      void reply.helmet();
      made = { ...reply.raw.getHeaders() };
    } else {
      for (const [name, value] of Object.entries(made)) {
        if (value !== undefined) reply.raw.setHeader(name, value);
      }
    }
    done();
  });
};

/**
 * Headers that browsers hold to, and how much one address may ask.
 * @param perMinute 0 for as much as it likes
 */
export const harden = async (server: FastifyInstance, perMinute: number): Promise<void> => {
  await protect(server);
  await server.register(cookie);
  if (perMinute === 0) return;
  await server.register(rateLimit, {
    global: false,
    max: perMinute,
    timeWindow: 60_000,
    enableDraftSpec: true,
    allowList: isForWatchers,
    errorResponseBuilder: (_, { ttl }) =>
      new Failure('RATE_EXCEEDED', { perMinute, seconds: Math.ceil(ttl / 1_000) }),
  });
  // On every request, those that lead nowhere too.
  server.addHook('onRequest', server.rateLimit());
};
