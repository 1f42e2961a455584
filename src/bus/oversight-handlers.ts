import { Inject, type Provider } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { OversightViews } from '../application/oversight-views.ts';
import * as messages from './oversight-messages.ts';

@QueryHandler(messages.ViewFindings)
class ViewFindingsHandler implements IQueryHandler<messages.ViewFindings> {
  constructor(@Inject(OversightViews) private readonly views: OversightViews) {}

  execute({ ledger, cutOff, asked }: messages.ViewFindings) {
    return this.views.findings(ledger, cutOff, asked);
  }
}

@QueryHandler(messages.ViewExecutionStatement)
class ViewExecutionStatementHandler implements IQueryHandler<messages.ViewExecutionStatement> {
  constructor(@Inject(OversightViews) private readonly views: OversightViews) {}

  execute({ ledger, cutOff, asked }: messages.ViewExecutionStatement) {
    return this.views.executionStatement(ledger, cutOff, asked);
  }
}

@QueryHandler(messages.ViewSeries)
class ViewSeriesHandler implements IQueryHandler<messages.ViewSeries> {
  constructor(@Inject(OversightViews) private readonly views: OversightViews) {}

  execute({ ledger, cutOff, asked }: messages.ViewSeries) {
    return this.views.series(ledger, cutOff, asked);
  }
}

@QueryHandler(messages.ViewAdjustments)
class ViewAdjustmentsHandler implements IQueryHandler<messages.ViewAdjustments> {
  constructor(@Inject(OversightViews) private readonly views: OversightViews) {}

  execute({ ledger, cutOff }: messages.ViewAdjustments) {
    return this.views.adjustments(ledger, cutOff);
  }
}

export const oversightHandlers: Provider[] = [
  ViewFindingsHandler,
  ViewExecutionStatementHandler,
  ViewSeriesHandler,
  ViewAdjustmentsHandler,
];
