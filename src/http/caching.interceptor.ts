import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, map, type Observable, of, switchMap } from 'rxjs';
import { projectionsVersion, StandAt } from '../bus/messages.ts';
import { viewAsJson } from '../bus/view-as-json.ts';
import { ledgerId } from '../catalogue/codes.ts';
import { isAnswer, isNamedBy, type Said, tagOf } from './answer-tag.ts';
import { cutOffOf, type CutOffQuery } from './cut-off-query.ts';
import { fixedByCutOff } from './fixed-by-cut-off.ts';
import { KeptAnswers } from './kept-answers.ts';
import { NotModified } from './not-modified.ts';

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

/** @returns the tag. @throws NotModified */
const tag = ({ request, reply }: Exchange, body: Said, beyond?: string): string => {
  const made = tagOf(body, askedBy(request), beyond);
  void reply.headers({ etag: made, 'cache-control': 'private, no-cache', vary: 'accept' });
  if (isNamedBy(made, request.headers['if-none-match'])) throw new NotModified(body);
  return made;
};

/** Writes a body as these bytes; whatever else may be sent in its place is written as ever. */
const writeAs = ({ reply }: Exchange, body: object, bytes: () => Buffer): void => {
  // what a reply is declared to take is text; it sends bytes as they are
  const write = (sent: unknown) => (sent === body ? bytes() : JSON.stringify(sent)) as string;
  void reply.type('application/json; charset=utf-8').serializer(write);
};

/** What may be asked for early: the parameters of a cut-off that are what they should be. */
const cutOffAsked = (query: unknown): CutOffQuery | null => {
  const { cutoff, known } = query as Record<keyof CutOffQuery, unknown>;
  const isText = (value: unknown) => value === undefined || typeof value === 'string';
  return isText(cutoff) && isText(known) ? (query as CutOffQuery) : null;
};

/** How much of what was answered is kept. */
const bytesMax = 64 * 1024 * 1024;

/**
 * Answers at a cut-off never move: they are told apart by it, nobody is sent one twice, and one that
 * was made is kept for whoever may ask for it next.
 */
export class CachingInterceptor implements NestInterceptor {
  readonly #queries: QueryBus;
  readonly #kept = new KeptAnswers(bytesMax);

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
      const made = tag(exchange, body, isFixed ? undefined : JSON.stringify(body));
      if (isFixed) writeAs(exchange, body, () => this.#write(made, body));
      return body;
    };
    const made = () => next.handle().pipe(map(tagged));
    if (!isFixed) return made();
    return from(this.#known(exchange)).pipe(
      switchMap((known) => (known === null ? made() : of(known))),
    );
  }

  /**
   * What an answer that is kept says of itself, on its way to be sent as it is; null where it is to
   * be made.
   * @throws NotModified, and whatever the answer itself would be refused with
   */
  async #known(exchange: Exchange): Promise<Said | null> {
    const { params, query } = exchange.request;
    const { ledger = '' } = params as { readonly ledger?: string };
    const asked = cutOffAsked(query);
    if (asked === null) return null;
    const stand = await this.#queries.execute(new StandAt(ledgerId(ledger), cutOffOf(asked)));
    const said = viewAsJson(stand, {});
    if (isProvisional(said)) return null;
    const kept = this.#kept.find(tag(exchange, said));
    if (kept === null) return null;
    writeAs(exchange, said, () => kept);
    return said;
  }

  #write(made: string, body: Said): Buffer {
    const bytes = Buffer.from(JSON.stringify(body));
    this.#kept.keep(made, bytes);
    return bytes;
  }
}
