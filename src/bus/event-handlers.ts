import type { Provider } from '@nestjs/common';
import { EventViews } from '../application/event-views.ts';
import * as messages from './event-messages.ts';
import { queryHandler } from './query-handler.ts';

export const eventHandlers: Provider[] = [
  queryHandler(messages.SearchEvents, EventViews, (views, { ledger, asked }) =>
    views.search(ledger, asked),
  ),
  queryHandler(messages.ViewEvent, EventViews, (views, { ledger, asked }) =>
    views.event(ledger, asked),
  ),
  queryHandler(messages.ViewPeriods, EventViews, (views, { ledger, asked }) =>
    views.periods(ledger, asked),
  ),
  queryHandler(messages.ListReports, EventViews, (views, { ledger, asked }) =>
    views.reports(ledger, asked),
  ),
];
