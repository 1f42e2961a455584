import { Controller, Get, Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { AssertReady } from '../bus/messages.ts';
import { Permits } from './access/permits.ts';
import { answersWith } from './openapi/answers-with.ts';

/** For whoever starts, stops and sends traffic to the service. */
@Controller('health')
export class HealthController {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  /** The process is there. */
  @Get('live')
  @Permits('anyone')
  @answersWith('Live', { summary: 'El proceso está', statuses: [400] })
  live() {
    return { status: 'live' };
  }

  /** @throws NOT_READY while the store does not answer */
  @Get('ready')
  @Permits('anyone')
  @answersWith('Ready', { summary: 'El almacén responde', statuses: [400, 503] })
  async ready() {
    await this.queries.execute(new AssertReady());
    return { status: 'ready' };
  }
}
