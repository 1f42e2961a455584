import { describe, expect, it } from '@jest/globals';
import { HttpException } from '@nestjs/common';
import { errorCodes, type FastifyRequest } from 'fastify';
import { KnownRoutes } from '../../../src/http/known-routes.ts';
import { refusalOf } from '../../../src/http/refusal-of.ts';

const request = {
  url: '/api/v1/x?clave=secreta',
  headers: { 'content-type': 'application/xml' },
  routeOptions: { bodyLimit: 5 },
} as unknown as FastifyRequest;

/** As the framework hands on what the server refuses. */
const handedOn = (cause: Error, status: number) =>
  new HttpException(cause.message, status, { cause });

describe('what the server refuses', () => {
  it.each([
    [handedOn(new errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE('a'), 415), 'MEDIA_TYPE_NOT_SUPPORTED'],
    [handedOn(new errorCodes.FST_ERR_CTP_BODY_TOO_LARGE(), 413), 'BODY_TOO_LARGE'],
    [handedOn(new errorCodes.FST_ERR_CTP_INVALID_JSON_BODY(), 400), 'BODY_NOT_READABLE'],
    [handedOn(new errorCodes.FST_ERR_CTP_INVALID_CONTENT_LENGTH(), 400), 'BODY_NOT_READABLE'],
    [Object.assign(new SyntaxError('x'), { statusCode: 400 }), 'BODY_NOT_READABLE'],
    [new errorCodes.FST_ERR_BAD_URL('/%zz'), 'URL_NOT_VALID'],
    [new errorCodes.FST_ERR_MAX_PARAM_LENGTH('/x'), 'ROUTE_NOT_FOUND'],
    [new HttpException('x', 404), 'ROUTE_NOT_FOUND'],
    [new HttpException('x', 418), 'REQUEST_NOT_VALID'],
  ])('%s is %s', (thrown, code) => {
    const refusal = refusalOf(thrown, request);
    expect(refusal?.code).toBe(code);
    expect(refusal?.detail).not.toContain('secreta');
  });

  it.each([new SyntaxError('x'), new TypeError('x'), new HttpException('x', 500), 'x', null])(
    'takes %s for a defect',
    (thrown) => {
      expect(refusalOf(thrown, request)).toBeNull();
    },
  );
});

describe('the methods of an address', () => {
  const routes = new KnownRoutes();
  routes.add('/api/v1/ledgers/:ledger/late', ['GET']);
  routes.add('/api/v1/ledgers/:ledger/late', ['HEAD']);
  routes.add('/docs/*', ['GET']);
  routes.add('/a.b', ['PUT']);

  it.each([
    ['/api/v1/ledgers/41-X-2020/late', ['GET', 'HEAD']],
    ['/api/v1/ledgers/41-X-2020/late/', ['GET', 'HEAD']],
    ['/api/v1/ledgers/41-X-2020/x/late', []],
    ['/docs/a/b.js', ['GET']],
    ['/a.b', ['PUT']],
    ['/axb', []],
  ])('%s: %j', (path, methods) => {
    expect(routes.methodsOf(path)).toEqual(methods);
  });
});
