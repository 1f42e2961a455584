import { Controller, Get, Headers, Inject, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { ledgerId } from '../catalogue/codes.ts';
import { FollowEvents } from '../bus/live-messages.ts';
import { AuditView } from './access/audit-view.ts';
import { Permits } from './access/permits.ts';
import { EventFeed, type Pace } from './event-feed.ts';
import { Stopping } from './stopping.ts';
import { streamAfter, StreamQuery } from './stream-query.ts';
import { answersWithStream } from './openapi/answers-with.ts';

const pace: Pace = { heartbeat: 15_000, patience: 30_000, bytesMax: 262_144 };

/** The events of a ledger as they come. */
@Controller('api/v1/ledgers')
export class StreamController {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(Stopping) private readonly stopping: Stopping,
  ) {}

  @Get(':ledger/stream')
  @Permits('records')
  @AuditView()
  @answersWithStream('Los registros a medida que vienen')
  async stream(
    @Param('ledger') ledger: string,
    @Query() query: StreamQuery,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const left = new AbortController();
    const signal = AbortSignal.any([left.signal, this.stopping.signal]);
    const after = streamAfter(query, lastEventId);
    const rows = await this.queries.execute(new FollowEvents(ledgerId(ledger), after, signal));
    void reply
      .header('cache-control', 'no-store')
      .header('x-accel-buffering', 'no')
      .type('text/event-stream; charset=utf-8')
      .send(new EventFeed(rows, left, pace));
  }
}
