import type {
  AppendOutcome,
  EventStore,
  StreamId,
} from '../../../src/application/ports/event-store.ts';
import type { Files } from '../../../src/application/ports/files.ts';
import type { PaperLog } from '../../../src/application/ports/paper-log.ts';

export type Store = EventStore & Files & PaperLog;

/** What one test of the contract is about: a store, and a category in it that no other test uses. */
export interface Subject {
  readonly store: Store;
  /** a second look at the same store, where it outlives its first opening */
  readonly reopen: (() => Promise<Store>) | undefined;
  readonly category: string;
  readonly ledger: StreamId;
  /** another ledger of the same category */
  readonly other: (id: string) => StreamId;
}

export const appended: AppendOutcome = { outcome: 'appended' };
