import { add, type Centavos } from '../../catalogue/amount.ts';
import type { CivilDate } from '../../catalogue/civil-date.ts';
import type { ActivityId } from '../../catalogue/codes.ts';
import { finding, type Finding } from '../../catalogue/finding.ts';
import { balanceBy, emptyTimeline } from '../../timeline/timeline.ts';
import { type Cell, cellAt, type CellKey, keyOf } from './cell.ts';
import {
  type LedgerState,
  type StatedEntry,
  type StatedFormLevels,
  statedKey,
  type StatedLevel,
} from './state.ts';

/** An entry that forms ought to have made, in the words of the state. */
export type StatedChange = StatedEntry & { readonly centavos: Centavos };

export interface StatedTimeline {
  readonly entries: ReadonlyMap<string, StatedChange>;
  /** adjustment → the version that it is named after, null where it has no name */
  readonly versions: ReadonlyMap<string, StatedFormLevels['version'] | null>;
  readonly findings: readonly Finding[];
}

type Levels = Map<CellKey, StatedLevel>;
const nothing: StatedLevel = { programmed: 0, executed: 0 };

/** One form in the order of cortes, with the levels that hold at it: absent activities keep theirs. */
interface Step {
  readonly corte: CivilDate;
  readonly form: StatedFormLevels;
  readonly levels: Levels;
  readonly listed: ReadonlySet<ActivityId>;
}

const stepsOf = (state: LedgerState): Step[] => {
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
const versionDays = (steps: readonly Step[]): Map<string, CivilDate> => {
  const days = new Map<string, CivilDate>();
  for (const { form } of steps)
    if (!days.has(form.version.name)) days.set(form.version.name, form.version.day);
  for (const { form } of steps)
    if (!form.version.assumed) days.set(form.version.name, form.version.day);
  return days;
};

const hasMoney = (state: LedgerState, key: CellKey): boolean =>
  [state.original, state.plannedByHand, state.executedByDocument].some((map) => map.has(key));

/** The cells on which a form speaks: those stated, and those of its activities where others put money. */
const cellsAt = (state: LedgerState, { levels, listed }: Step): CellKey[] => {
  const cells = new Set(levels.keys());
  for (const map of [state.original, state.plannedByHand, state.executedByDocument]) {
    for (const key of map.keys()) {
      const { activity } = cellAt(key);
      if (activity !== null && listed.has(activity)) cells.add(key);
    }
  }
  return [...cells].filter((key) => levels.has(key) || hasMoney(state, key));
};

/** What the original and hands put into a cell by a day, as forms with that corte contain it. */
const plannedBy = (state: LedgerState, key: CellKey, day: CivilDate): Centavos =>
  add(
    balanceBy(state.original.get(key) ?? emptyTimeline, day),
    balanceBy(state.plannedByHand.get(key) ?? emptyTimeline, day),
  );

class Builder {
  readonly entries = new Map<string, StatedChange>();
  readonly versions = new Map<string, StatedFormLevels['version'] | null>();
  readonly findings: Finding[] = [];

  add(entry: StatedEntry, change: Centavos): void {
    if (change === 0) return;
    const key = statedKey(entry);
    const known = this.entries.get(key)?.centavos ?? 0;
    this.entries.set(key, { ...entry, centavos: add(known, change) });
  }
}

/** "AJUSTADO JUNIO" → "AJUSTADO-JUNIO" */
export const adjustmentIdOf = (name: string): string =>
  name.trim().toUpperCase().replace(/\s+/g, '-');

/** A name that a person gave to an adjustment of their own is left to it. */
const freeIdOf = (state: LedgerState, name: string): string => {
  const id = adjustmentIdOf(name);
  const isByHand = (candidate: string): boolean => {
    const known = state.adjustments.get(candidate);
    return (
      known !== undefined &&
      ![...state.stated.values()].some((entry) => entry.adjustment === candidate)
    );
  };
  return isByHand(id) ? `${id}-FORMULARIO` : id;
};

/** The group and source that an activity's cell shares with the money not yet distributed. */
const openCell = (cell: Cell): CellKey => keyOf({ ...cell, activity: null });

/** What each form's plan adds to that of the form before it, cell by cell. */
const planChanges = (state: LedgerState, step: Step, placed: Map<CellKey, Centavos>) =>
  cellsAt(state, step).map((key) => {
    const level = (step.levels.get(key) ?? nothing).programmed;
    const own = level - plannedBy(state, key, step.corte);
    const change = own - (placed.get(key) ?? 0);
    placed.set(key, own);
    return { key, change };
  });

/** Groups and sources in which the original is known by activity: there is nothing to distribute. */
const knownByActivity = (state: LedgerState): Set<CellKey> => {
  const known = new Set<CellKey>();
  for (const [key, timeline] of state.original.entries()) {
    const cell = cellAt(key);
    if (cell.activity !== null && timeline.length > 0) known.add(openCell(cell));
  }
  return known;
};

type PlanChange = ReturnType<typeof planChanges>[number];
interface Standing {
  readonly day: CivilDate;
  readonly corte: CivilDate;
  readonly adjustment: string;
}

/**
 * The first plan that forms state: an adjustment of the money without activity, by group and
 * source, against the original; then its distribution to the activities.
 */
const firstPlan = (
  state: LedgerState,
  built: Builder,
  standing: Standing,
  changes: readonly PlanChange[],
) => {
  const { day, corte, adjustment } = standing;
  const adjusted = knownByActivity(state);
  const left = new Map<CellKey, Centavos>();
  for (const map of [state.original, state.plannedByHand]) {
    for (const key of map.keys()) {
      if (cellAt(key).activity === null) left.set(key, -plannedBy(state, key, corte));
    }
  }
  for (const { key, change } of changes) {
    const open = openCell(cellAt(key));
    if (adjusted.has(open)) {
      built.add({ measure: 'adjustments', adjustment, day, cell: key }, change);
      continue;
    }
    left.set(open, add(left.get(open) ?? 0, change));
    built.add({ measure: 'distributed', adjustment: '', day, cell: key }, change);
    built.add({ measure: 'distributed', adjustment: '', day, cell: open }, -change);
  }
  for (const [cell, change] of left)
    built.add({ measure: 'adjustments', adjustment, day, cell }, change);
};

/** A later plan adjusts the lines of its activities. */
const laterPlan = (
  built: Builder,
  { day, adjustment }: Standing,
  changes: readonly PlanChange[],
) => {
  for (const { key, change } of changes) {
    built.add({ measure: 'adjustments', adjustment, day, cell: key }, change);
  }
};

const addPlans = (state: LedgerState, built: Builder, steps: readonly Step[]): void => {
  const days = versionDays(steps);
  const placed = new Map<CellKey, Centavos>();
  const seen = new Set<string>();
  let previous: string | null = null;
  for (const step of steps) {
    const { version } = step.form;
    const isNamed = !seen.has(version.name);
    if (!isNamed && previous !== version.name) {
      built.findings.push(finding('VERSION_RETURNS', { version: version.name, corte: step.corte }));
    }
    const standing: Standing = {
      corte: step.corte,
      day: isNamed ? (days.get(version.name) ?? version.day) : step.corte,
      adjustment: isNamed ? freeIdOf(state, version.name) : `FORMULARIO-${step.corte}`,
    };
    built.versions.set(standing.adjustment, isNamed ? version : null);
    const changes = planChanges(state, step, placed);
    if (previous === null) firstPlan(state, built, standing, changes);
    else laterPlan(built, standing, changes);
    seen.add(version.name);
    previous = version.name;
  }
};

/** What is executed by a corte and not by a document that the form contains. */
const addExecutions = (state: LedgerState, built: Builder, steps: readonly Step[]): void => {
  const placed = new Map<CellKey, Centavos>();
  for (const step of steps) {
    for (const cell of cellsAt(state, step)) {
      const level = (step.levels.get(cell) ?? nothing).executed;
      const documents = balanceBy(state.executedByDocument.get(cell) ?? emptyTimeline, step.corte);
      const own = level - documents;
      const entry = { measure: 'executed', adjustment: '', day: step.corte, cell } as const;
      built.add(entry, own - (placed.get(cell) ?? 0));
      placed.set(cell, own);
    }
  }
};

/**
 * The timeline that all levels stated by files, taken in the order of their cortes, would give: a
 * function of what was stated, never of the order in which it arrived.
 */
export const statedTimeline = (state: LedgerState): StatedTimeline => {
  const built = new Builder();
  const steps = stepsOf(state);
  addPlans(state, built, steps);
  addExecutions(state, built, steps);
  return built;
};
