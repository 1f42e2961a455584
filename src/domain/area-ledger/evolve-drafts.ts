import type { CivilDate } from '../../catalogue/civil-date.ts';
import type { Draft, LedgerRecord } from '../../catalogue/events.ts';
import { evolve } from './evolve.ts';
import type { LedgerState } from './state.ts';

/** Tries drafts out on a fork, as if they were recorded next; acts have no day to look at. */
export const evolveDrafts = (fork: LedgerState, drafts: readonly Draft[]): LedgerState => {
  for (const draft of drafts) {
    const effectiveOn = draft.effectiveOn ?? ('' as CivilDate);
    evolve(fork, { ...draft, effectiveOn, revision: fork.revision + 1 } as LedgerRecord);
  }
  return fork;
};
