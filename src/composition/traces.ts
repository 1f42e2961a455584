import {
  context,
  propagation,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isFailure } from '../catalogue/failure.ts';
import { isForWatchers } from './watch-requests.ts';

/** A bus of messages, whichever. */
interface Bus {
  execute(message: object): Promise<unknown>;
}

const attributes = { 'service.name': process.env.OTEL_SERVICE_NAME ?? 'poa' };

/** Who makes the spans. */
const resource = {
  attributes,
  merge: () => resource,
  getRawAttributes: () => Object.entries(attributes),
};

const spans = new WeakMap<FastifyRequest, Span>();

/** What was thrown is named by its code: a message may quote what is nobody else's business. */
const fail = (span: Span, error: unknown): void => {
  const message = isFailure(error) ? error.code : 'INTERNAL_ERROR';
  span.setStatus({ code: SpanStatusCode.ERROR, message });
};

const traceRequests = (server: FastifyInstance): void => {
  const tracer = trace.getTracer('poa');
  server.addHook('onRequest', (request, _, done) => {
    const { method, routeOptions, headers, id } = request;
    if (isForWatchers(request)) {
      done();
      return;
    }
    const route = routeOptions.url ?? 'none';
    const parent = propagation.extract(context.active(), headers);
    const span = tracer.startSpan(
      `${method} ${route}`,
      {
        kind: SpanKind.SERVER,
        attributes: {
          'http.request.method': method,
          'http.route': route,
          'poa.correlation_id': id,
        },
      },
      parent,
    );
    spans.set(request, span);
    context.with(trace.setSpan(parent, span), done);
  });
  server.addHook('onResponse', (request, { statusCode }, done) => {
    const span = spans.get(request);
    span?.setAttribute('http.response.status_code', statusCode);
    if (statusCode >= 500) span?.setStatus({ code: SpanStatusCode.ERROR });
    span?.end();
    done();
  });
};

const traceBus = (bus: Bus): void => {
  const tracer = trace.getTracer('poa');
  const execute = bus.execute.bind(bus);
  bus.execute = (message) =>
    tracer.startActiveSpan(message.constructor.name, async (span) => {
      try {
        return await execute(message);
      } catch (error) {
        fail(span, error);
        throw error;
      } finally {
        span.end();
      }
    });
};

/** Spans of requests and of messages, for one who collects them. */
export class Traces {
  readonly #provider: NodeTracerProvider;

  /** @param endpoint of the collector, without `/v1/traces` */
  constructor(endpoint: string) {
    const url = `${endpoint.replace(/\/$/, '')}/v1/traces`;
    const spanProcessors = [new BatchSpanProcessor(new OTLPTraceExporter({ url }))];
    this.#provider = new NodeTracerProvider({ resource, spanProcessors });
    this.#provider.register();
  }

  watch(server: FastifyInstance, buses: readonly Bus[]): void {
    traceRequests(server);
    for (const bus of buses) traceBus(bus);
  }

  /** What was not sent yet is sent, if the collector takes it. */
  async close(): Promise<void> {
    await this.#provider.shutdown().catch(() => undefined);
  }
}
