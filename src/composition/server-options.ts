import type { Socket } from 'node:net';
import { type Server, STATUS_CODES } from 'node:http';
import {
  type FastifyHttpOptions,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import { Failure } from '../catalogue/failure.ts';
import { problemOf, problemType } from '../http/problem.ts';
import { refusalOf } from '../http/refusal-of.ts';
import type { Configuration } from './configuration.ts';
import { correlationIdOf } from './correlation.ts';
import type { Log } from './logs.ts';

/** Milliseconds. A request whose headers do not come says nothing worth waiting for. */
const headersTimeoutMax = 10_000;
const keepAliveTimeout = 30_000;

/** What is not even a request, by the codes of the HTTP parser. */
const unreadable = (code: string): Failure => {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return new Failure('REQUEST_TIMEOUT', {});
  if (code === 'HPE_HEADER_OVERFLOW') return new Failure('HEADERS_TOO_LARGE', {});
  return new Failure('REQUEST_NOT_VALID', {});
};

interface Unparsed extends NodeJS.ErrnoException {
  readonly rawPacket?: unknown;
}

/** Who asks for a head alone reads nothing else. */
const isForHead = ({ rawPacket }: Unparsed): boolean =>
  Buffer.isBuffer(rawPacket) && rawPacket.subarray(0, 5).toString('latin1') === 'HEAD ';

const refuseBytes = (error: Unparsed, socket: Socket): void => {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const correlationId = correlationIdOf({ headers: {} });
  const problem = problemOf(unreadable(error.code ?? ''), { correlationId });
  const body = JSON.stringify(problem);
  const head = [
    `HTTP/1.1 ${String(problem.status)} ${STATUS_CODES[problem.status] ?? ''}`,
    `Content-Type: ${problemType}`,
    `Content-Length: ${String(Buffer.byteLength(body))}`,
    `X-Correlation-Id: ${correlationId}`,
    'Cache-Control: no-store',
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${isForHead(error) ? '' : body}`);
};

/** An address that the router cannot read never reaches a hook or a filter. */
const refuseAddress = (error: unknown, request: FastifyRequest, reply: FastifyReply): void => {
  const failure = refusalOf(error, request) ?? new Failure('REQUEST_NOT_VALID', {});
  const problem = problemOf(failure, { url: request.url, correlationId: request.id });
  request.log.info({ method: request.method, status: problem.status }, 'pedido');
  void reply
    .status(problem.status)
    .headers({ 'x-correlation-id': request.id, 'cache-control': 'no-store' })
    .type(problemType)
    .send(JSON.stringify(problem));
};

/** How the server takes requests in, and how it refuses what is none. */
export const serverOptions = (
  { bodyBytesMax, requestSeconds }: Configuration,
  log: Log,
): FastifyHttpOptions<Server> => ({
  loggerInstance: log,
  genReqId: correlationIdOf,
  logController: new LogController({
    disableRequestLogging: true,
    requestIdLogLabel: 'correlationId',
  }),
  bodyLimit: bodyBytesMax,
  requestTimeout: requestSeconds * 1_000,
  keepAliveTimeout,
  http: {
    headersTimeout: Math.min(headersTimeoutMax, requestSeconds * 1_000),
    connectionsCheckingInterval: Math.min(5_000, requestSeconds * 500),
  },
  // A proxy on this machine says for whom it asks; nobody else is believed.
  trustProxy: 'loopback',
  // What comes while the service stops is refused in the way of everything else.
  return503OnClosing: false,
  forceCloseConnections: 'idle',
  clientErrorHandler: refuseBytes,
  frameworkErrors: refuseAddress,
});
