import type { AskedEvent, EventInFull } from '../application/event-in-full.ts';
import type { IssuedReports } from '../application/event-views.ts';
import type { EventsPage, Searching } from '../application/search-events.ts';
import type { CutOff } from '../../projections/cut-off.ts';
import type { Periods } from '../../projections/periods/periods.ts';
import { LedgerQuestion } from './ledger-questions.ts';

export type { MomentOrDay, Searching } from '../application/search-events.ts';

export class SearchEvents extends LedgerQuestion<Searching, EventsPage> {}
export class ViewEvent extends LedgerQuestion<AskedEvent, EventInFull> {}
export class ViewPeriods extends LedgerQuestion<CutOff, Periods> {}
export class ListReports extends LedgerQuestion<CutOff, IssuedReports> {}
