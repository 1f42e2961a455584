import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { CommandBus } from '@nestjs/cqrs';
import type { FastifyRequest } from 'fastify';
import { catchError, concatMap, from, map, type Observable } from 'rxjs';
import { NoteReading, type Reading } from '../../bus/access-messages.ts';
import type { CivilDate } from '../../catalogue/civil-date.ts';
import type { LedgerId } from '../../catalogue/codes.ts';
import { isAnswer } from '../answer-tag.ts';
import { NotModified } from '../not-modified.ts';
import { auditViewKey } from './audit-view.ts';

const cutOffIn = (body: unknown): Reading['cutOff'] => {
  if (!isAnswer(body)) return null;
  const { effective, known } = body.cutOff;
  return { effective: effective as CivilDate, revision: known.revision };
};

const readingOf = (view: string, request: FastifyRequest, body: unknown): Reading => {
  const { ledger = null } = request.params as { readonly ledger?: LedgerId };
  return {
    view,
    ledger,
    cutOff: cutOffIn(body),
    asked: (request.url.split('?')[1] ?? '').slice(0, 500),
    from: request.ip,
    correlationId: request.id,
  };
};

/** An audit view is answered once its reading is noted, and not at all where it cannot be. */
export class TrailInterceptor implements NestInterceptor {
  readonly #commands: CommandBus;

  constructor(commands: CommandBus) {
    this.#commands = commands;
  }

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const handler = context.getHandler();
    if (Reflect.getMetadata(auditViewKey, handler) !== true) return next.handle();
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const noted = (body: unknown): Promise<void> =>
      this.#commands.execute(
        new NoteReading(request.principal?.account ?? '', readingOf(handler.name, request, body)),
      );
    return next.handle().pipe(
      concatMap((body: unknown) => from(noted(body)).pipe(map(() => body))),
      catchError(async (error: unknown) => {
        // whoever has the answer already has read it once more
        if (error instanceof NotModified) await noted(error.said);
        throw error;
      }),
    );
  }
}
