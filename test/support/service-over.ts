import { systemClock } from '../../src/adapters/clock/system-clock.ts';
import { LedgerService } from '../../src/application/ledger-service.ts';
import { Library } from '../../src/application/library.ts';
import type { Clock } from '../../src/application/ports/clock.ts';
import type { EventStore } from '../../src/application/ports/event-store.ts';
import { Views } from '../../src/application/read-view.ts';

const noSnapshots = {
  find: () => Promise.resolve({ outcome: 'none' } as const),
  keep: () => Promise.resolve(),
};

/** The use cases over a store, as the composition root puts them together. */
export const serviceOver = (store: EventStore, clock: Clock = systemClock) => {
  const library = new Library({ store, snapshots: noSnapshots, report: () => undefined });
  return {
    ledgers: new LedgerService(library, store, clock),
    views: new Views(library, store, clock),
  };
};
