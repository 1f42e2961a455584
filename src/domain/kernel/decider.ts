import type { Draft, LedgerRecord } from '../../catalogue/events.ts';
import type { Finding } from '../../catalogue/finding.ts';

/** What a command leads to: events to record together, and what is odd about it. */
export interface Decided {
  readonly events: readonly Draft[];
  readonly findings: readonly Finding[];
}

export const decided = (events: readonly Draft[], findings: readonly Finding[] = []): Decided => ({
  events,
  findings,
});

/**
 * Pure decisions over a state that can be forked: no clock, chance, environment or I/O.
 * `evolve` changes the state that it is given; to try something out, fork first.
 */
export interface Decider<Command, State> {
  readonly initialState: () => State;
  readonly fork: (state: State) => State;
  /** Hands what a fork learned down to the state it was forked from. */
  readonly mergeInto: (state: State, forked: State) => void;
  readonly evolve: (state: State, record: LedgerRecord) => State;
  /** The state as plain data and maps, and back. */
  readonly saved: (state: State) => object;
  readonly restored: (plain: object) => State;
  /** @throws Failure where a rule says no */
  readonly decide: (command: Command, state: State) => Decided;
}
