import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, map, type Observable, switchMap } from 'rxjs';
import { projectionsVersion, StandAt } from '../bus/messages.ts';
import { viewAsJson } from '../bus/view-as-json.ts';
import { ledgerId } from '../catalogue/codes.ts';
import { isNamedBy, type Said, tagOf } from './answer-tag.ts';
import { cutOffOf, type CutOffQuery } from './cut-off-query.ts';
import { fixedByCutOff } from './fixed-by-cut-off.ts';
import { NotModified } from './not-modified.ts';

const isAnswer = (body: unknown): body is Said =>
  typeof body === 'object' && body !== null && 'cutOff' in body && 'root' in body;

/** A moment so young that records of it may still come, in the cut-off or in a part of the answer. */
const isProvisional = (body: object): boolean =>
  Object.values(body).some(
    (part) => typeof part === 'object' && part !== null && 'provisional' in part,
  );

const askedBy = ({ url, headers }: FastifyRequest) => ({
  url,
  format: headers.accept ?? '*/*',
  version: projectionsVersion,
});

interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** @throws NotModified */
const tag = ({ request, reply }: Exchange, body: Said, beyond?: string): void => {
  const made = tagOf(body, askedBy(request), beyond);
  void reply.headers({ etag: made, 'cache-control': 'private, no-cache', vary: 'accept' });
  if (isNamedBy(made, request.headers['if-none-match'])) throw new NotModified();
};

/** What may be asked for early: the parameters of a cut-off that are what they should be. */
const cutOffAsked = (query: unknown): CutOffQuery | null => {
  const { cutoff, known } = query as Record<keyof CutOffQuery, unknown>;
  const isText = (value: unknown) => value === undefined || typeof value === 'string';
  return isText(cutoff) && isText(known) ? (query as CutOffQuery) : null;
};

/** Answers at a cut-off never move: they are told apart by it, and nobody is sent one twice. */
export class CachingInterceptor implements NestInterceptor {
  readonly #queries: QueryBus;

  constructor(queries: QueryBus) {
    this.#queries = queries;
  }

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const exchange = {
      request: http.getRequest<FastifyRequest>(),
      reply: http.getResponse<FastifyReply>(),
    };
    const isFixed = Reflect.getMetadata(fixedByCutOff, context.getHandler()) === true;
    const tagged = (body: unknown): unknown => {
      if (!isAnswer(body) || isProvisional(body)) return body;
      tag(exchange, body, isFixed ? undefined : JSON.stringify(body));
      return body;
    };
    if (!isFixed || exchange.request.headers['if-none-match'] === undefined) {
      return next.handle().pipe(map(tagged));
    }
    return from(this.#refuseKnown(exchange)).pipe(
      switchMap(() => next.handle()),
      map(tagged),
    );
  }

  /** @throws NotModified, and whatever the answer itself would be refused with */
  async #refuseKnown(exchange: Exchange): Promise<void> {
    const { params, query } = exchange.request;
    const { ledger = '' } = params as { readonly ledger?: string };
    const asked = cutOffAsked(query);
    if (asked === null) return;
    const stand = await this.#queries.execute(new StandAt(ledgerId(ledger), cutOffOf(asked)));
    const said = viewAsJson(stand, {});
    if (!isProvisional(said)) tag(exchange, said);
  }
}
