import type { Draft } from '../../catalogue/events.ts';
import type { LedgerState } from './state.ts';

/** An append as a whole, before and after: rules look at its sum and refuse only what it makes worse. */
export interface Trial {
  readonly before: LedgerState;
  readonly after: LedgerState;
  readonly events: readonly Draft[];
}
