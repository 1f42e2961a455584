import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule, type Parts } from './app.module.ts';
import { Library } from './application/library.ts';
import { InviteFirst } from './bus/access-messages.ts';
import { Failure } from './catalogue/failure.ts';
import { type Configuration, configurationIn } from './composition/configuration.ts';
import { harden } from './composition/harden.ts';
import { frameworkLogOn, type Log, logOf } from './composition/logs.ts';
import { Metrics } from './composition/metrics.ts';
import { serverOptions } from './composition/server-options.ts';
import { watchRequests } from './composition/watch-requests.ts';
import { AccessGuard } from './http/access/access.guard.ts';
import { invitationAddress, serveInvitations } from './http/access/invitation-page.ts';
import { TrailInterceptor } from './http/access/trail.interceptor.ts';
import { CachingInterceptor } from './http/caching.interceptor.ts';
import { FailureFilter } from './http/failure.filter.ts';
import { KnownRoutes } from './http/known-routes.ts';
import { serveDocumentation } from './http/openapi/serve-documentation.ts';
import { PatienceInterceptor } from './http/patience.interceptor.ts';
import { QueryGuard } from './http/query.guard.ts';
import { queryPipe } from './http/query-pipe.ts';
import { Stopping } from './http/stopping.ts';

/** How long a record that another instance wrote is waited for: milliseconds. */
const patience = 2_000;

/** How long what was accepted may take to be finished: less than whoever stops a service waits. */
const farewell = 20_000;

/** What a service is told; of what it is not told it takes what is usual. */
export interface Serving extends Partial<Omit<Configuration, 'store' | 'logLevel'>> {
  readonly log?: Log;
}

interface Service {
  readonly app: NestFastifyApplication;
  readonly metrics: Metrics;
}

const tracesOver = async (app: NestFastifyApplication, endpoint: string | undefined) => {
  if (endpoint === undefined) return null;
  const { Traces } = await import('./composition/traces.ts');
  const traces = new Traces(endpoint);
  traces.watch(app.getHttpAdapter().getInstance(), [app.get(QueryBus), app.get(CommandBus)]);
  return traces;
};

/** The provider with the address to which it sends people back. */
const providerOf = ({ provider, publicUrl = '' }: Configuration): Pick<Parts, 'provider'> =>
  provider === undefined
    ? {}
    : { provider: { ...provider, callback: `${publicUrl}/api/v1/session/provider/return` } };

/** The application on Fastify, not yet listening. */
const createApplication = async (
  parts: Parts,
  configuration: Configuration,
  log: Log,
): Promise<Service> => {
  const { requestSeconds, requestsPerMinute, bodyBytesMax } = configuration;
  Logger.overrideLogger(frameworkLogOn(log));
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.over({ patience, ...providerOf(configuration), ...parts }),
    new FastifyAdapter(serverOptions(configuration, log)),
  );
  const server = app.getHttpAdapter().getInstance();
  const routes = new KnownRoutes();
  const library = app.get(Library);
  const metrics = new Metrics(() => library.heads());
  watchRequests(server, { metrics, routes, stopping: app.get(Stopping) });
  await harden(server, requestsPerMinute);
  const queries = app.get(QueryBus);
  app.useGlobalGuards(new AccessGuard(queries, requestSeconds), new QueryGuard());
  // Files come as the bytes that they are; what else is sent is JSON.
  app.useBodyParser('application/octet-stream', { bodyLimit: bodyBytesMax });
  app.useGlobalPipes(queryPipe());
  app.useGlobalInterceptors(
    new PatienceInterceptor(requestSeconds),
    new TrailInterceptor(app.get(CommandBus)),
    new CachingInterceptor(queries),
  );
  const onFailure = (failure: Failure): void => {
    metrics.failed(failure);
  };
  app.useGlobalFilters(new FailureFilter({ routes, onFailure }));
  serveDocumentation(app);
  serveInvitations(app);
  return { app, metrics };
};

/** Finishes what was accepted, and gives up on what does not end. */
const finish = async (app: NestFastifyApplication): Promise<void> => {
  app.get(Stopping).begin();
  const limit = setTimeout(() => {
    app.getHttpServer().closeAllConnections();
  }, farewell);
  await app.close();
  clearTimeout(limit);
};

export interface Serves {
  readonly url: string;
  /** Where the first administrator comes in, null once there is one. */
  readonly inviteFirst: () => Promise<string | null>;
  readonly close: () => Promise<void>;
}

/** Serves a store until it is closed. @throws PORT_NOT_USABLE */
export const serve = async (
  parts: Parts,
  { log = logOf('silent'), ...told }: Serving = {},
): Promise<Serves> => {
  const configuration = { ...configurationIn({}), ...told };
  const { app, metrics } = await createApplication(parts, configuration, log);
  const traces = await tracesOver(app, configuration.tracesTo);
  const close = async (): Promise<void> => {
    await finish(app);
    metrics.close();
    await traces?.close();
    await parts.store.close();
  };
  try {
    await app.listen(configuration.port, configuration.host);
  } catch (error) {
    log.debug({ err: error }, 'PORT_NOT_USABLE');
    await close();
    throw new Failure('PORT_NOT_USABLE', { port: String(configuration.port) });
  }
  const url = await app.getUrl();
  const inviteFirst = async (): Promise<string | null> => {
    const invited = await app.get(CommandBus).execute(new InviteFirst());
    const { publicUrl = url } = configuration;
    return invited && `${publicUrl}${invitationAddress(invited.code)}`;
  };
  return { url, inviteFirst, close };
};
