import type { Provider } from '@nestjs/common';
import { IntegrityViews } from '../application/integrity-views.ts';
import * as messages from './integrity-messages.ts';
import { queryHandler } from './query-handler.ts';

export const integrityHandlers: Provider[] = [
  queryHandler(messages.ViewIntegrity, IntegrityViews, (views, { ledger, cutOff, asked }) =>
    views.integrity(ledger, cutOff, asked),
  ),
  queryHandler(messages.ProveInclusion, IntegrityViews, (views, { ledger, cutOff, asked }) =>
    views.inclusion(ledger, cutOff, asked),
  ),
  queryHandler(messages.ProveConsistency, IntegrityViews, (views, { ledger, cutOff, asked }) =>
    views.consistency(ledger, cutOff, asked),
  ),
];
