import { Inject, type Provider } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { EventViews } from '../application/event-views.ts';
import * as messages from './event-messages.ts';

@QueryHandler(messages.SearchEvents)
class SearchEventsHandler implements IQueryHandler<messages.SearchEvents> {
  constructor(@Inject(EventViews) private readonly views: EventViews) {}

  execute({ ledger, asked }: messages.SearchEvents) {
    return this.views.search(ledger, asked);
  }
}

@QueryHandler(messages.ViewEvent)
class ViewEventHandler implements IQueryHandler<messages.ViewEvent> {
  constructor(@Inject(EventViews) private readonly views: EventViews) {}

  execute({ ledger, asked }: messages.ViewEvent) {
    return this.views.event(ledger, asked);
  }
}

@QueryHandler(messages.ViewPeriods)
class ViewPeriodsHandler implements IQueryHandler<messages.ViewPeriods> {
  constructor(@Inject(EventViews) private readonly views: EventViews) {}

  execute({ ledger, asked }: messages.ViewPeriods) {
    return this.views.periods(ledger, asked);
  }
}

@QueryHandler(messages.ListReports)
class ListReportsHandler implements IQueryHandler<messages.ListReports> {
  constructor(@Inject(EventViews) private readonly views: EventViews) {}

  execute({ ledger, asked }: messages.ListReports) {
    return this.views.reports(ledger, asked);
  }
}

export const eventHandlers: Provider[] = [
  SearchEventsHandler,
  ViewEventHandler,
  ViewPeriodsHandler,
  ListReportsHandler,
];
