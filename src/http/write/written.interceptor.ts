import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Observable, tap } from 'rxjs';
import type { PreviewedChange, WrittenChange } from '../../bus/change-as-json.ts';

type Body = WrittenChange | PreviewedChange;

const isNew = (body: Body): boolean => 'revision' in body && body.events > 0 && !body.isRepeat;

/** What was written now is there since now; whatever else is said is said of what was. */
export class WrittenInterceptor implements NestInterceptor<Body> {
  intercept(context: ExecutionContext, next: CallHandler<Body>): Observable<Body> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      tap((body) => {
        void reply.status(isNew(body) ? 201 : 200);
        if (!('revision' in body)) return;
        const { ledger, revision } = body;
        const path = `/api/v1/ledgers/${encodeURIComponent(ledger)}/events/${String(revision)}`;
        void reply.header('location', path);
      }),
    );
  }
}
