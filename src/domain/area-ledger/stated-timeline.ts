import { add, type Centavos } from '../../catalogue/amount.ts';
import type { CivilDate } from '../../catalogue/civil-date.ts';
import type { PlanVersion } from '../../catalogue/events.ts';
import { finding, type Finding } from '../../catalogue/finding.ts';
import { balanceBy, emptyTimeline } from '../../timeline/timeline.ts';
import { type Cell, cellAt, type CellKey, keyOf } from './cell.ts';
import { cellsAt, nothing, plannedBy, type Step, stepsOf, versionsOf } from './stated-levels.ts';
import { type LedgerState, type StatedEntry, type StatedFormLevels, statedKey } from './state.ts';

/** An entry that forms ought to have made, in the words of the state. */
export type StatedChange = StatedEntry & { readonly centavos: Centavos };

/** Documents that a form is said to contain, and that are more than it states. */
interface ExceededLevel {
  readonly cell: CellKey;
  readonly corte: CivilDate;
  readonly documents: Centavos;
  readonly stated: Centavos;
}

export interface StatedTimeline {
  readonly entries: ReadonlyMap<string, StatedChange>;
  /** adjustment → the version that it is named after, null where it has no name */
  readonly versions: ReadonlyMap<string, StatedFormLevels['version'] | null>;
  readonly findings: readonly Finding[];
  readonly exceeded: readonly ExceededLevel[];
}

class Builder {
  readonly entries = new Map<string, StatedChange>();
  readonly versions = new Map<string, StatedFormLevels['version'] | null>();
  readonly findings: Finding[] = [];
  readonly exceeded: ExceededLevel[] = [];

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
  cellsAt(state, step, placed.keys()).map((key) => {
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

/** Where a form's plan stands: a version seen for the first time on its own day, else the form's corte. */
const standingOf = (
  state: LedgerState,
  { form, corte }: Step,
  seen: ReadonlySet<string>,
  versions: ReadonlyMap<string, PlanVersion>,
): Standing & { readonly version: PlanVersion | null } => {
  const { name } = form.version;
  const version = seen.has(name) ? null : (versions.get(name) ?? form.version);
  return {
    version,
    corte,
    day: version?.day ?? corte,
    adjustment: version === null ? `FORMULARIO-${corte}` : freeIdOf(state, name),
  };
};

const addPlans = (state: LedgerState, built: Builder, steps: readonly Step[]): void => {
  const versions = versionsOf(steps);
  const placed = new Map<CellKey, Centavos>();
  const seen = new Set<string>();
  let previous: string | null = null;
  for (const step of steps) {
    const { version } = step.form;
    const standing = standingOf(state, step, seen, versions);
    if (standing.version === null && previous !== version.name) {
      built.findings.push(finding('VERSION_RETURNS', { version: version.name, corte: step.corte }));
    }
    built.versions.set(standing.adjustment, standing.version);
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
    for (const cell of cellsAt(state, step, placed.keys())) {
      const level = (step.levels.get(cell) ?? nothing).executed;
      const documents = balanceBy(state.executedByDocument.get(cell) ?? emptyTimeline, step.corte);
      const own = level - documents;
      if (own < 0) built.exceeded.push({ cell, corte: step.corte, documents, stated: level });
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
