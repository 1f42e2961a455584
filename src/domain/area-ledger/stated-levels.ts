import { add, type Centavos } from '../../catalogue/amount.ts';
import type { CivilDate } from '../../catalogue/civil-date.ts';
import type { PlanVersion } from '../../catalogue/events.ts';
import { balanceBy, emptyTimeline } from '../../timeline/timeline.ts';
import { cellAt, type CellKey } from './cell.ts';
import type { LedgerState, StatedFormLevels, StatedLevel } from './state.ts';

type Levels = ReadonlyMap<CellKey, StatedLevel>;
export const nothing: StatedLevel = { programmed: 0, executed: 0 };

/** One form in the order of cortes, with the levels that it states. */
export interface Step {
  readonly corte: CivilDate;
  readonly form: StatedFormLevels;
  readonly levels: Levels;
}

export const stepsOf = (state: LedgerState): Step[] =>
  [...state.forms.entries()]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([corte, form]) => ({
      corte,
      form,
      levels: new Map([...form.levels.values()].flatMap((cells) => [...cells])),
    }));

/** The versions whose day a form says; of every other it is assumed from the name. */
export const versionsOf = (steps: readonly Step[]): Map<string, PlanVersion> => {
  const versions = new Map<string, PlanVersion>();
  for (const { form } of steps)
    if (!form.version.assumed) versions.set(form.version.name, form.version);
  return versions;
};

/**
 * The cells of the activities that a form lists: those stated, those where others put money, and
 * those that forms before it filled, which are zero where the form lacks the group. Of an activity
 * that it does not list a form says nothing: all that stands there stays.
 */
export const cellsAt = (
  state: LedgerState,
  { form, levels }: Step,
  filled: Iterable<CellKey>,
): CellKey[] => {
  const others = [state.original, state.plannedByHand, state.executedByDocument];
  const cells = new Set([...levels.keys(), ...filled, ...others.flatMap((map) => [...map.keys()])]);
  return [...cells].filter((key) => {
    const { activity } = cellAt(key);
    return activity !== null && form.levels.has(activity);
  });
};

/** What the original and hands put into a cell by a day, as forms with that corte contain it. */
export const plannedBy = (state: LedgerState, key: CellKey, day: CivilDate): Centavos =>
  add(
    balanceBy(state.original.get(key) ?? emptyTimeline, day),
    balanceBy(state.plannedByHand.get(key) ?? emptyTimeline, day),
  );
