import type { LedgerId } from '../catalogue/codes.ts';
import type { LedgerEvents } from '../catalogue/events.ts';
import type { Instant } from '../catalogue/instant.ts';
import type { CutOff } from '../../projections/cut-off.ts';
import { type Periods, periods } from '../../projections/periods/periods.ts';
import { type AskedEvent, type EventInFull, eventInFull } from './event-in-full.ts';
import type { Library } from './library.ts';
import type { Clock } from './ports/clock.ts';
import type { EventStore } from './ports/event-store.ts';
import { recordsUntil, recordsWith } from './read-records.ts';
import { type EventsPage, searchEvents, type Searching } from './search-events.ts';
import { type Answer, Sights } from './sight.ts';

export type IssuedReport = LedgerEvents['ReportIssued'] & {
  readonly revision: number;
  readonly recordedAt: Instant;
  readonly actor: string;
};

export interface IssuedReports {
  readonly rows: readonly IssuedReport[];
}

/** The events of a ledger, and what acts among them say of its periods and reports. */
export class EventViews {
  readonly #store: EventStore;
  readonly #sights: Sights;

  constructor(library: Library, store: EventStore, clock: Clock) {
    this.#store = store;
    this.#sights = new Sights(library, store, clock);
  }

  search(ledger: LedgerId, searching: Searching): Promise<Answer<EventsPage>> {
    return this.#sights.answer(ledger, searching.cutOff, (sight) =>
      searchEvents(sight, this.#store, searching),
    );
  }

  event(ledger: LedgerId, asked: AskedEvent): Promise<Answer<EventInFull>> {
    return this.#sights.answer(ledger, asked.cutOff, (sight) =>
      eventInFull(sight, this.#store, asked),
    );
  }

  periods(ledger: LedgerId, cutOff: CutOff): Promise<Answer<Periods>> {
    return this.#sights.answer(ledger, cutOff, async ({ book, cutOff: resolved }) => {
      const records = await recordsUntil(this.#store, ledger, resolved.known.revision);
      return periods(records, book.register.opened?.value.fiscalYear ?? 0);
    });
  }

  /** Acts: the day of the cut-off hides none of them. */
  reports(ledger: LedgerId, cutOff: CutOff): Promise<Answer<IssuedReports>> {
    return this.#sights.answer(ledger, cutOff, async ({ book, cutOff: { known } }) => {
      const { issues } = book.register.milestones;
      const revisions = issues
        .map(({ revision }) => revision)
        .filter((revision) => revision <= known.revision);
      const records = await recordsWith(this.#store, ledger, revisions);
      const rows = [...records.values()].flatMap((record) => {
        if (record.type !== 'ReportIssued') return [];
        const { revision, recordedAt, actor, data } = record;
        return [{ revision, recordedAt, actor, ...data }];
      });
      return { rows };
    });
  }
}
