import type { Provider } from '@nestjs/common';
import { AuditViews } from '../application/audit-views.ts';
import * as messages from './audit-messages.ts';
import { queryHandler } from './query-handler.ts';

export const auditHandlers: Provider[] = [
  queryHandler(messages.CompareReferences, AuditViews, (views, { ledger, asked }) =>
    views.compare(ledger, asked),
  ),
  queryHandler(messages.TraceOrigin, AuditViews, (views, { ledger, asked }) =>
    views.origin(ledger, asked),
  ),
  queryHandler(messages.ReplayHistory, AuditViews, (views, { ledger, asked }) =>
    views.replay(ledger, asked),
  ),
  queryHandler(messages.ListLateEntries, AuditViews, (views, { ledger, asked }) =>
    views.late(ledger, asked),
  ),
];
