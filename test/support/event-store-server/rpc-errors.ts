import { Metadata, type ServiceError, status } from '@grpc/grpc-js';

/** A refusal as the client reads it: a status, and what is said in the trailing metadata. */
export type RpcError = Pick<ServiceError, 'code' | 'details' | 'metadata'>;

export const rpcError = (
  code: status,
  details: string,
  said: Readonly<Record<string, string>> = {},
): RpcError => {
  const metadata = new Metadata();
  for (const [key, value] of Object.entries(said)) metadata.set(key, value);
  return { code, details, metadata };
};

export const accessDenied = (): RpcError =>
  rpcError(status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' });

/** A name or a password that is wrong never comes as far as the rights of a stream. */
export const unauthenticated = (): RpcError =>
  rpcError(status.UNAUTHENTICATED, 'Bad gRPC response. HTTP status code: 401');

export const streamDeleted = (stream: string): RpcError =>
  rpcError(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
    exception: 'stream-deleted',
    'stream-name': stream,
  });

export const maxAppendSizeExceeded = (size: number): RpcError =>
  rpcError(status.INVALID_ARGUMENT, `Maximum Append Size of ${size} Exceeded.`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(size),
  });

export const notLeader = (leader: { address: string; port: number }): RpcError =>
  rpcError(status.NOT_FOUND, 'Leader info available', {
    exception: 'not-leader',
    'leader-endpoint-host': leader.address,
    'leader-endpoint-port': String(leader.port),
  });

/** Deleting says in numbers what appending says in words. */
const numberOf = { any: -2n, no_stream: -1n, stream_exists: -4n };

export const wrongExpectedVersion = (
  stream: string,
  expected: bigint | keyof typeof numberOf,
  actual: bigint,
): RpcError => {
  const number = typeof expected === 'bigint' ? expected : numberOf[expected];
  const versions = `Expected version: ${String(number)}, Actual version: ${String(actual)}`;
  const details = `Delete failed due to WrongExpectedVersion. Stream: ${stream}, ${versions}`;
  return rpcError(status.FAILED_PRECONDITION, details, {
    exception: 'wrong-expected-version',
    'stream-name': stream,
    'expected-version': String(number),
    'actual-version': String(actual),
  });
};

export const unimplemented = (): RpcError =>
  rpcError(status.UNIMPLEMENTED, 'Service is unimplemented.');

/** What a handler that fails is answered with. */
export const handlerThrew = (): RpcError =>
  rpcError(status.UNKNOWN, 'Exception was thrown by handler.');
