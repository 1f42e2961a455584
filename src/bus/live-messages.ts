import { Query } from '@nestjs/cqrs';
import type { LedgerId } from '../catalogue/codes.ts';
import type { EventRow } from '../application/event-row.ts';

export type { EventRow };

/** The events of a ledger after a record, then those that come, until the signal. */
export class FollowEvents extends Query<AsyncIterable<EventRow>> {
  readonly ledger: LedgerId;
  /** -1 for all of them, undefined for those that come from now on */
  readonly after: number | undefined;
  readonly signal: AbortSignal;
  constructor(ledger: LedgerId, after: number | undefined, signal: AbortSignal) {
    super();
    this.ledger = ledger;
    this.after = after;
    this.signal = signal;
  }
}
