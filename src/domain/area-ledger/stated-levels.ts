import { add, type Centavos } from '../../catalogue/amount.ts';
import type { CivilDate } from '../../catalogue/civil-date.ts';
import type { ActivityId } from '../../catalogue/codes.ts';
import { balanceBy, emptyTimeline } from '../../timeline/timeline.ts';
import { cellAt, type CellKey } from './cell.ts';
import type { LedgerState, StatedFormLevels, StatedLevel } from './state.ts';

type Levels = Map<CellKey, StatedLevel>;
export const nothing: StatedLevel = { programmed: 0, executed: 0 };

/** One form in the order of cortes, with the levels that hold at it: absent activities keep theirs. */
export interface Step {
  readonly corte: CivilDate;
  readonly form: StatedFormLevels;
  readonly levels: Levels;
  readonly listed: ReadonlySet<ActivityId>;
}

export const stepsOf = (state: LedgerState): Step[] => {
  const forms = [...state.forms.entries()].sort(([one], [other]) => (one < other ? -1 : 1));
  const levels: Levels = new Map();
  const listed = new Set<ActivityId>();
  return forms.map(([corte, form]) => {
    for (const key of levels.keys()) {
      const { activity } = cellAt(key);
      if (activity !== null && form.levels.has(activity)) levels.delete(key);
    }
    for (const [activity, cells] of form.levels) {
      listed.add(activity);
      for (const [key, level] of cells) levels.set(key, level);
    }
    return { corte, form, levels: new Map(levels), listed: new Set(listed) };
  });
};

/** The day of a version: the one that a form says, before one that was assumed from the name. */
export const versionDays = (steps: readonly Step[]): Map<string, CivilDate> => {
  const days = new Map<string, CivilDate>();
  for (const { form } of steps)
    if (!days.has(form.version.name)) days.set(form.version.name, form.version.day);
  for (const { form } of steps)
    if (!form.version.assumed) days.set(form.version.name, form.version.day);
  return days;
};

/**
 * The cells on which a form speaks: those stated, those of its activities where others put money,
 * and those that forms before it filled, which are zero where a listed activity lacks the group.
 */
export const cellsAt = (
  state: LedgerState,
  { levels, listed }: Step,
  filled: Iterable<CellKey>,
): CellKey[] => {
  const cells = new Set([...levels.keys(), ...filled]);
  for (const map of [state.original, state.plannedByHand, state.executedByDocument]) {
    for (const key of map.keys()) {
      const { activity } = cellAt(key);
      if (activity !== null && listed.has(activity)) cells.add(key);
    }
  }
  return [...cells];
};

/** What the original and hands put into a cell by a day, as forms with that corte contain it. */
export const plannedBy = (state: LedgerState, key: CellKey, day: CivilDate): Centavos =>
  add(
    balanceBy(state.original.get(key) ?? emptyTimeline, day),
    balanceBy(state.plannedByHand.get(key) ?? emptyTimeline, day),
  );
