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

/**
 * Headers that browsers hold to, and how much one address may ask.
 * @param perMinute 0 for as much as it likes
 */
export const harden = async (server: FastifyInstance, perMinute: number): Promise<void> => {
  await server.register(helmet, {
    contentSecurityPolicy,
    strictTransportSecurity: { includeSubDomains: false },
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
  });
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
