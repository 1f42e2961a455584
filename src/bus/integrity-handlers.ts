import { Inject, type Provider } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { IntegrityViews } from '../application/integrity-views.ts';
import * as messages from './integrity-messages.ts';

@QueryHandler(messages.ViewIntegrity)
class ViewIntegrityHandler implements IQueryHandler<messages.ViewIntegrity> {
  constructor(@Inject(IntegrityViews) private readonly views: IntegrityViews) {}

  execute({ ledger, cutOff, asked }: messages.ViewIntegrity) {
    return this.views.integrity(ledger, cutOff, asked);
  }
}

@QueryHandler(messages.ProveInclusion)
class ProveInclusionHandler implements IQueryHandler<messages.ProveInclusion> {
  constructor(@Inject(IntegrityViews) private readonly views: IntegrityViews) {}

  execute({ ledger, cutOff, asked }: messages.ProveInclusion) {
    return this.views.inclusion(ledger, cutOff, asked);
  }
}

@QueryHandler(messages.ProveConsistency)
class ProveConsistencyHandler implements IQueryHandler<messages.ProveConsistency> {
  constructor(@Inject(IntegrityViews) private readonly views: IntegrityViews) {}

  execute({ ledger, cutOff, asked }: messages.ProveConsistency) {
    return this.views.consistency(ledger, cutOff, asked);
  }
}

export const integrityHandlers: Provider[] = [
  ViewIntegrityHandler,
  ProveInclusionHandler,
  ProveConsistencyHandler,
];
