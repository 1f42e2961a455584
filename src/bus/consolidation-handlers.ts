import type { Provider } from '@nestjs/common';
import { ConsolidationViews } from '../application/consolidation-views.ts';
import * as messages from './consolidation-messages.ts';
import { queryHandler } from './query-handler.ts';

export const consolidationHandlers: Provider[] = [
  queryHandler(messages.ConsolidateByActivity, ConsolidationViews, (views, { asked }) =>
    views.byActivity(asked),
  ),
  queryHandler(messages.ConsolidateByGroup, ConsolidationViews, (views, { asked }) =>
    views.byGroup(asked),
  ),
  queryHandler(messages.ConsolidateOverall, ConsolidationViews, (views, { asked }) =>
    views.overall(asked),
  ),
];
