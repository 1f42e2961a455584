import { ErrorType } from '@eventstore/db-client';

import { Failure, isFailure } from '../../catalogue/failure.ts';
import type { StoreAddress } from './store-address.ts';

/** A server that neither answers nor says why. */
export class Stalled extends Error {
  override readonly name = 'Stalled';
}

/** What an error of the client or of HTTP says; by its fields and not by its class, which a test's sandbox has a second time. */
interface Said {
  readonly type: string;
  readonly code: unknown;
  readonly message: string;
}

const saidIn = (error: unknown): Said => {
  const { type, code, message } = Object(error) as Record<string, unknown>;
  return {
    type: typeof type === 'string' ? type : '',
    code,
    message: typeof message === 'string' ? message : '',
  };
};

const is =
  (type: string) =>
  (error: unknown): boolean =>
    saidIn(error).type === type;

export const isStreamMissing = is(ErrorType.STREAM_NOT_FOUND);
export const isStreamDeleted = is(ErrorType.STREAM_DELETED);
/** Wrong password, or no right: the server does not always say it in its own words. */
export const isAccessDenied = (error: unknown): boolean =>
  is(ErrorType.ACCESS_DENIED)(error) || [7, 16].some((status) => saidIn(error).code === status);
const isNotLeader = is(ErrorType.NOT_LEADER);
export const isStalled = (error: unknown): boolean => error instanceof Stalled;

/** The revision that a stream has, where an append expected another: -1 for none. */
export const actualRevisionIn = (error: unknown): number | undefined => {
  if (!is(ErrorType.WRONG_EXPECTED_VERSION)(error)) return undefined;
  const { actualVersion } = error as { actualVersion?: unknown };
  return typeof actualVersion === 'bigint' ? Number(actualVersion) : -1;
};

/** gRPC takes no larger message, however the server is set: RESOURCE_EXHAUSTED, and bytes. */
const messageTooLarge = 8;
const messageMax = 16_767_216;

/** The largest append that the server takes, where one was larger. */
export const appendLimitIn = (error: unknown): number | undefined => {
  if (saidIn(error).code === messageTooLarge) return messageMax;
  return is(ErrorType.MAXIMUM_APPEND_SIZE_EXCEEDED)(error)
    ? (error as { maxAppendSize: number }).maxAppendSize
    : undefined;
};

const certificateWords =
  /CERT|SELF_SIGNED|ERR_TLS|ERR_SSL|UNABLE_TO_(VERIFY|GET)|certificate|unable to (verify|get)/i;
/** One side speaks TLS and the other does not. */
const mismatchWords = /WRONG_VERSION|wrong version|PACKET_LENGTH|packet length|HTTP_REQUEST/i;

const unsentMessage =
  /No connection established|Name resolution failed|Failed to discover|Channel has been (shut down|closed)|ECONNREFUSED/i;

/** Whether what failed with this never left: then nothing was written. */
export const isSurelyUnsent = (error: unknown): boolean => {
  const { message } = saidIn(error);
  return isNotLeader(error) || unsentMessage.test(message);
};

const lostTypes: readonly string[] = [
  ErrorType.UNAVAILABLE,
  ErrorType.DEADLINE_EXCEEDED,
  ErrorType.CANCELLED,
  ErrorType.TIMEOUT,
];
const lostStatuses: readonly unknown[] = [1, 4, 10, 13, 14];
/** What Node calls a way that does not lead to a server. */
const lostWay = /^(ECONN|ENOTFOUND|EAI_|EHOST|ENET|ETIMEDOUT|EPIPE|EPROTO|HPE_|ERR_SSL)/;

/** Somebody else may answer, or the same one a moment later. */
export const isPassing = (error: unknown): boolean => {
  const { type, code } = saidIn(error);
  if (isCertificate(error)) return false;
  const isLost = lostTypes.includes(type) || lostStatuses.includes(code);
  return isLost || lostWay.test(String(code)) || isSurelyUnsent(error);
};

/** Whether a call that failed with this may have been carried out all the same. */
export const isOutcomeUnknown = (error: unknown): boolean => {
  return isStalled(error) || isPassing(error) || is(ErrorType.UNKNOWN)(error);
};

const isCertificate = (error: unknown): boolean => {
  const { code, message } = saidIn(error);
  const said = `${String(code)} ${message}`;
  return certificateWords.test(said) && !mismatchWords.test(said);
};

/** Without the advice that the platform appends for those who start it by hand. */
const certificateReason = (error: unknown): string => saidIn(error).message.split('; if ')[0] ?? '';

const reasons: readonly (readonly [RegExp, string])[] = [
  [/ECONNREFUSED/, 'nadie atiende en ese puerto'],
  [/ENOTFOUND|EAI_AGAIN|Name resolution failed/, 'no existe un servidor con ese nombre'],
  [/EHOSTUNREACH|ENETUNREACH/, 'no hay camino por la red hasta él'],
  [
    /ECONNRESET|EPIPE|socket hang up|EPROTO|ERR_SSL|SSL routines|Parse Error|HPE_/,
    'cortó la conexión: revise si la dirección debe decir tls=true o tls=false',
  ],
  [/Failed to discover/, 'ninguno de sus nodos responde'],
  [/not.leader/i, 'el nodo no es el líder y no hay otro'],
];

const reasonOf = (error: unknown): string => {
  const { code, message, type } = saidIn(error);
  const said = `${String(code)} ${type} ${message}`;
  return reasons.find(([pattern]) => pattern.test(said))?.[1] ?? 'no contesta a tiempo';
};

/** What the server or the way to it said, in the words of the port; the rest is handed on as it is. */
export const storeFailure = (error: unknown, { shown, credentials }: StoreAddress): unknown => {
  if (isFailure(error)) return error;
  const store = shown;
  if (isCertificate(error)) {
    return new Failure('STORE_CERTIFICATE_REFUSED', { store, reason: certificateReason(error) });
  }
  if (isAccessDenied(error)) {
    return new Failure('STORE_ACCESS_DENIED', { store, account: credentials?.username ?? '' });
  }
  if (isStalled(error) || isPassing(error)) {
    return new Failure('STORE_UNREACHABLE', { store, reason: reasonOf(error) });
  }
  return error;
};
