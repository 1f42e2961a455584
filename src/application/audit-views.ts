import type { LedgerId } from '../catalogue/codes.ts';
import { type ComparedView, type Comparing, compareReferences } from './compare-references.ts';
import { type AskedLate, lateEntriesOf, type LateView } from './late-entries-of.ts';
import { type AskedOrigin, type FigureOrigin, originOfFigure } from './origin-of-figure.ts';
import type { Library } from './library.ts';
import type { Clock } from './ports/clock.ts';
import type { EventStore } from './ports/event-store.ts';
import { replayHistory, type Replaying, type ReplayView } from './replay-history.ts';
import { type Answer, Sights } from './sight.ts';

/** What auditors ask of a ledger beside the views of a cut-off. */
export class AuditViews {
  readonly #store: EventStore;
  readonly #sights: Sights;

  constructor(library: Library, store: EventStore, clock: Clock) {
    this.#store = store;
    this.#sights = new Sights(library, store, clock);
  }

  /** What differs between two references, and the records that make it differ. */
  compare(ledger: LedgerId, comparing: Comparing): Promise<Answer<ComparedView>> {
    return this.#sights.answer(ledger, comparing.cutOff, (sight) =>
      compareReferences(sight, this.#store, comparing),
    );
  }

  origin(ledger: LedgerId, asked: AskedOrigin): Promise<Answer<FigureOrigin>> {
    return this.#sights.answer(ledger, asked.cutOff, (sight) =>
      originOfFigure(sight, this.#store, asked),
    );
  }

  replay(ledger: LedgerId, replaying: Replaying): Promise<Answer<ReplayView>> {
    return this.#sights.answer(ledger, replaying.cutOff, (sight) =>
      replayHistory(sight, this.#store, replaying),
    );
  }

  late(ledger: LedgerId, asked: AskedLate): Promise<Answer<LateView>> {
    return this.#sights.answer(ledger, asked.cutOff, (sight) =>
      lateEntriesOf(sight, this.#store, asked),
    );
  }
}
