import { Query } from '@nestjs/cqrs';
import type { LedgerId } from '../catalogue/codes.ts';
import type { AskedEvent, EventInFull } from '../application/event-in-full.ts';
import type { IssuedReports } from '../application/event-views.ts';
import type { EventsPage, Searching } from '../application/search-events.ts';
import type { Answer } from '../application/sight.ts';
import type { CutOff } from '../../projections/cut-off.ts';
import type { Periods } from '../../projections/periods/periods.ts';

export type { MomentOrDay, Searching } from '../application/search-events.ts';

/** A question about the events of one ledger. */
abstract class EventQuery<Asked, View> extends Query<Answer<View>> {
  readonly ledger: LedgerId;
  readonly asked: Asked;
  constructor(ledger: LedgerId, asked: Asked) {
    super();
    this.ledger = ledger;
    this.asked = asked;
  }
}

export class SearchEvents extends EventQuery<Searching, EventsPage> {}
export class ViewEvent extends EventQuery<AskedEvent, EventInFull> {}
export class ViewPeriods extends EventQuery<CutOff, Periods> {}
export class ListReports extends EventQuery<CutOff, IssuedReports> {}
