import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Failure } from '../catalogue/failure.ts';
import type { KnownRoutes } from '../http/known-routes.ts';
import { pathOf } from '../http/problem.ts';
import type { Stopping } from '../http/stopping.ts';
import type { Metrics } from './metrics.ts';

/** Asked often, by programs that must not be turned away: whether it lives, and what it counted. */
export const isForWatchers = ({ url }: Pick<FastifyRequest, 'url'>): boolean =>
  pathOf(url).startsWith('/health/') || pathOf(url) === '/metrics';

const logAndCount = (server: FastifyInstance, metrics: Metrics): void => {
  server.addHook('onResponse', (request, reply, done) => {
    const { method, routeOptions } = request;
    const { statusCode: status, elapsedTime } = reply;
    const answered = { method, route: routeOptions.url ?? 'none', status };
    metrics.answered(answered, elapsedTime / 1_000);
    const milliseconds = Math.round(elapsedTime * 10) / 10;
    request.log[isForWatchers(request) ? 'debug' : 'info']({ ...answered, milliseconds }, 'pedido');
    done();
  });
};

/** What every request goes through, whatever it asks for, and what every answer says. */
export const watchRequests = (
  server: FastifyInstance,
  parts: { metrics: Metrics; routes: KnownRoutes; stopping: Stopping },
): void => {
  const { metrics, routes, stopping } = parts;
  server.addHook('onRoute', ({ url, method }) => {
    routes.add(url, [method].flat());
  });
  server.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-correlation-id', request.id);
    const isRefused = stopping.signal.aborted && pathOf(request.url) !== '/health/live';
    done(isRefused ? new Failure('NOT_READY', { problem: 'se está deteniendo' }) : undefined);
  });
  server.addHook('onSend', (_, reply, __, done) => {
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
    if (stopping.signal.aborted) void reply.header('connection', 'close');
    done();
  });
  logAndCount(server, metrics);
  server.get('/metrics', async (_, reply) => reply.type(metrics.type).send(await metrics.text()));
};
