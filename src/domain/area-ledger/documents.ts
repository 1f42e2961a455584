import {
  type BackingDocument,
  type ControlLevel,
  type Stage,
  stages,
} from '../../catalogue/events.ts';
import {
  addAll,
  addChange,
  emptyTimeline,
  largestOf,
  negated,
  type Timeline,
} from '../../timeline/timeline.ts';
import { add, type Centavos } from '../../catalogue/amount.ts';
import type { CivilDate } from '../../catalogue/civil-date.ts';
import { type CellKey, controlKeyOf } from './cell.ts';
import type { Chain, LedgerState, StageTimelines } from './state.ts';

/** All that forms state is one chain per cell, outside the rules on documents. */
export const formsChain = '';

/** "C31 55/1" */
export const printDocument = ({ kind, number, sequence }: BackingDocument): string =>
  `${kind} ${number}/${String(sequence)}`;

/** One text per document, equal for equal ones alone. */
export const documentKey = ({ kind, number, sequence }: BackingDocument): string =>
  JSON.stringify([kind, number, sequence]);

const summed = (one: StageTimelines, other: StageTimelines): StageTimelines =>
  stages.reduce<StageTimelines>((sum, stage) => {
    const added = other[stage];
    return added === undefined ? sum : { ...sum, [stage]: addAll(sum[stage] ?? [], added) };
  }, one);

/** The stages of a chain in a cell of the control's level. */
export const stagesIn = (chain: Chain, control: CellKey, level: ControlLevel): StageTimelines => {
  const within = chain.filter(({ cell }) => controlKeyOf(cell, level) === control);
  const [first] = within;
  if (within.length === 1 && first !== undefined) return first.stages;
  return within.reduce<StageTimelines>((sum, each) => summed(sum, each.stages), {});
};

/** What a chain takes from the budget on each day: the largest of what it reserved, committed and executed. */
const usedBy = ({ reserved, committed, executed }: StageTimelines): Timeline =>
  largestOf([reserved, committed, executed].filter((timeline) => timeline !== undefined));

interface DatedCell {
  readonly cell: CellKey;
  readonly day: CivilDate;
  readonly change: Centavos;
}

const withStage = (chain: Chain, stage: Stage, { cell, day, change }: DatedCell): Chain => {
  const at = chain.findIndex((each) => each.cell === cell);
  const before = chain[at]?.stages ?? {};
  const after = { ...before, [stage]: addChange(before[stage] ?? emptyTimeline, day, change) };
  return at < 0 ? [...chain, { cell, stages: after }] : chain.with(at, { cell, stages: after });
};

const addUsed = (state: LedgerState, control: CellKey, change: Timeline): void => {
  state.used.update(control, emptyTimeline, (used) => addAll(used, change));
};

const addDocument = (state: LedgerState, id: string, stage: Stage, dated: DatedCell): void => {
  const { level } = state.control;
  const control = controlKeyOf(dated.cell, level);
  const before = state.chains.get(id) ?? [];
  const after = withStage(before, stage, dated);
  state.chains.set(id, after);
  const was = usedBy(stagesIn(before, control, level));
  const is = usedBy(stagesIn(after, control, level));
  addUsed(state, control, was.length === 0 ? is : addAll(is, negated(was)));
};

/** @throws TOTAL_TOO_LARGE where the ledger as a whole would leave exact centavos */
const move = (state: LedgerState, change: Centavos): void => {
  state.moved = add(state.moved, Math.abs(change));
};

/** One line of one stage of a chain: moves the stage, what the chain uses, and the finest balances. */
export const addToChain = (
  state: LedgerState,
  chain: string,
  stage: Stage,
  dated: DatedCell,
): void => {
  const { cell, day, change } = dated;
  move(state, change);
  if (chain === formsChain) {
    addUsed(state, controlKeyOf(cell, state.control.level), [{ day, change }]);
  } else addDocument(state, chain, stage, dated);
  if (stage === 'executed' || stage === 'paid') {
    state[stage].update(cell, emptyTimeline, (balance) => addChange(balance, day, change));
  }
};

export const addToBudget = (
  state: LedgerState,
  cell: CellKey,
  day: CivilDate,
  change: Centavos,
): void => {
  move(state, change);
  state.current.update(cell, emptyTimeline, (balance) => addChange(balance, day, change));
  const control = controlKeyOf(cell, state.control.level);
  state.budget.update(control, emptyTimeline, (balance) => addChange(balance, day, change));
};

/**
 * Works budget and used out again in the cells of another level. What forms state is used as it is
 * executed: a chain adds what it uses beyond its execution.
 */
export const regroup = (state: LedgerState): void => {
  const { level } = state.control;
  for (const key of state.budget.keys()) state.budget.set(key, emptyTimeline);
  for (const key of state.used.keys()) state.used.set(key, emptyTimeline);
  for (const [cell, balance] of state.current.entries()) {
    const control = controlKeyOf(cell, level);
    state.budget.update(control, emptyTimeline, (sum) => addAll(sum, balance));
  }
  for (const [cell, executed] of state.executed.entries()) {
    addUsed(state, controlKeyOf(cell, level), executed);
  }
  for (const chain of state.chains.values()) {
    for (const control of controlCells(chain, level)) {
      const theirs = stagesIn(chain, control, level);
      addUsed(state, control, addAll(usedBy(theirs), negated(theirs.executed ?? emptyTimeline)));
    }
  }
};

/** The cells of the control's level in which a chain stands. */
export const controlCells = (chain: Chain, level: ControlLevel): Set<CellKey> =>
  new Set(chain.map(({ cell }) => controlKeyOf(cell, level)));
