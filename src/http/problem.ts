import type { Failure } from '../catalogue/failure.ts';
import { type FailureCode, type FailureKind, failures } from '../catalogue/failures.ts';

const ofKinds: Readonly<Record<FailureKind, number>> = {
  invalid: 400,
  missing: 404,
  refused: 422,
  denied: 403,
  conflict: 409,
  unavailable: 503,
  damaged: 500,
  defect: 500,
};

/** What HTTP has a status of its own for. */
const ofCodes: Partial<Record<FailureCode, number>> = {
  SIGN_IN_NEEDED: 401,
  SESSION_ENDED: 401,
  TOKEN_NOT_VALID: 401,
  CREDENTIALS_REFUSED: 401,
  PROVIDER_REFUSED: 401,
  METHOD_NOT_ALLOWED: 405,
  REQUEST_TIMEOUT: 408,
  REVISION_MOVED: 412,
  BODY_TOO_LARGE: 413,
  MEDIA_TYPE_NOT_SUPPORTED: 415,
  RATE_EXCEEDED: 429,
  SIGN_IN_LOCKED: 429,
  HEADERS_TOO_LARGE: 431,
};

/** The status with which a code is answered. */
export const statusOf = (code: FailureCode): number =>
  ofCodes[code] ?? ofKinds[failures[code].kind];

export const problemType = 'application/problem+json; charset=utf-8';

/** A path without what follows the question mark, which may be nobody else's business. */
export const pathOf = (url: string): string => url.split('?')[0] ?? '';

interface Asked {
  readonly url?: string;
  readonly correlationId: string;
}

/** A refusal as a problem detail. @see RFC 9457 */
export const problemOf = (failure: Failure, { url, correlationId }: Asked) => ({
  type: 'about:blank',
  title: failure.code,
  status: statusOf(failure.code),
  code: failure.code,
  detail: failure.detail,
  ...(url !== undefined && { instance: pathOf(url) }),
  ...(failure.place !== undefined && { place: failure.place }),
  correlationId,
});
