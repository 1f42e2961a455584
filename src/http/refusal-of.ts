import { HttpException } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Failure, isFailure } from '../catalogue/failure.ts';
import { pathOf } from './problem.ts';

type Refusal = (request: FastifyRequest) => Failure;

const notFound: Refusal = ({ url }) => new Failure('ROUTE_NOT_FOUND', { url: pathOf(url) });
const unreadable: Refusal = () => new Failure('BODY_NOT_READABLE', {});
const badUrl: Refusal = () => new Failure('URL_NOT_VALID', {});

/** What the server refuses before it asks anybody, by its own codes. */
const ofServer: Readonly<Record<string, Refusal>> = {
  FST_ERR_BAD_URL: badUrl,
  FST_ERR_MAX_PARAM_LENGTH: notFound,
  FST_STATIC_FORBIDDEN_PATH: notFound,
  FST_ERR_CTP_BODY_TOO_LARGE: ({ routeOptions }) =>
    new Failure('BODY_TOO_LARGE', { limit: routeOptions.bodyLimit }),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ({ headers }) =>
    new Failure('MEDIA_TYPE_NOT_SUPPORTED', { type: headers['content-type'] ?? '' }),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: unreadable,
  FST_ERR_CTP_EMPTY_JSON_BODY: unreadable,
  FST_ERR_CTP_INVALID_JSON_BODY: unreadable,
};

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

const isOf = (error: unknown, status: number): boolean =>
  error instanceof HttpException && error.getStatus() === status;

const knownIn = (error: unknown): Refusal | undefined => {
  const cause = error instanceof HttpException ? error.cause : error;
  return ofServer[codeOf(cause)] ?? (isOf(error, 404) ? notFound : undefined);
};

/** A body that is no JSON, and whatever else of the request is refused before a handler sees it. */
const isOfRequest = (error: unknown): boolean =>
  error instanceof HttpException
    ? error.getStatus() < 500
    : error instanceof SyntaxError && 'statusCode' in error && error.statusCode === 400;

/** What is refused, whoever refused it; null for a defect of the program. */
export const refusalOf = (thrown: unknown, request: FastifyRequest): Failure | null => {
  if (isFailure(thrown)) return thrown;
  const known = knownIn(thrown);
  if (known !== undefined) return known(request);
  if (!isOfRequest(thrown)) return null;
  return thrown instanceof SyntaxError
    ? new Failure('BODY_NOT_READABLE', {})
    : new Failure('REQUEST_NOT_VALID', {});
};
