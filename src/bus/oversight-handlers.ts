import type { Provider } from '@nestjs/common';
import { OversightViews } from '../application/oversight-views.ts';
import * as messages from './oversight-messages.ts';
import { queryHandler } from './query-handler.ts';

export const oversightHandlers: Provider[] = [
  queryHandler(messages.ViewFindings, OversightViews, (views, { ledger, cutOff, asked }) =>
    views.findings(ledger, cutOff, asked),
  ),
  queryHandler(
    messages.ViewExecutionStatement,
    OversightViews,
    (views, { ledger, cutOff, asked }) => views.executionStatement(ledger, cutOff, asked),
  ),
  queryHandler(messages.ViewSeries, OversightViews, (views, { ledger, cutOff, asked }) =>
    views.series(ledger, cutOff, asked),
  ),
  queryHandler(messages.ViewAdjustments, OversightViews, (views, { ledger, cutOff }) =>
    views.adjustments(ledger, cutOff),
  ),
];
