import { Inject, type Provider } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { ConsolidationViews } from '../application/consolidation-views.ts';
import * as messages from './consolidation-messages.ts';

@QueryHandler(messages.ConsolidateByActivity)
class ConsolidateByActivityHandler implements IQueryHandler<messages.ConsolidateByActivity> {
  constructor(@Inject(ConsolidationViews) private readonly views: ConsolidationViews) {}

  execute({ asked }: messages.ConsolidateByActivity) {
    return this.views.byActivity(asked);
  }
}

@QueryHandler(messages.ConsolidateByGroup)
class ConsolidateByGroupHandler implements IQueryHandler<messages.ConsolidateByGroup> {
  constructor(@Inject(ConsolidationViews) private readonly views: ConsolidationViews) {}

  execute({ asked }: messages.ConsolidateByGroup) {
    return this.views.byGroup(asked);
  }
}

@QueryHandler(messages.ConsolidateOverall)
class ConsolidateOverallHandler implements IQueryHandler<messages.ConsolidateOverall> {
  constructor(@Inject(ConsolidationViews) private readonly views: ConsolidationViews) {}

  execute({ asked }: messages.ConsolidateOverall) {
    return this.views.overall(asked);
  }
}

export const consolidationHandlers: Provider[] = [
  ConsolidateByActivityHandler,
  ConsolidateByGroupHandler,
  ConsolidateOverallHandler,
];
