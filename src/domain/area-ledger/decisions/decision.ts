import type { CivilDate } from '../../../catalogue/civil-date.ts';
import type { Draft, EventType, LedgerEvents } from '../../../catalogue/events.ts';
import type { Decided } from '../../kernel/decider.ts';
import type { CommandOf, CommandType } from '../commands.ts';
import type { LedgerState } from '../state.ts';

/** One command, one decision: guards in the order in which a clerk would ask, the events last. */
export type Decision<Type extends CommandType> = (
  command: CommandOf<Type>,
  ledger: LedgerState,
) => Decided;

/** An event that binds from its recording on: its day is the one on which it is recorded. */
export const act = <Type extends EventType>(type: Type, data: LedgerEvents[Type]): Draft =>
  ({ type, effectiveOn: null, data }) as Draft;

/** An event that counts from a day of its own. */
export const fact = <Type extends EventType>(
  type: Type,
  effectiveOn: CivilDate,
  data: LedgerEvents[Type],
): Draft => ({ type, effectiveOn, data }) as Draft;
