import type { BackingDocument, Stage } from '../../catalogue/events.ts';
import {
  addAll,
  addChange,
  emptyTimeline,
  largestOf,
  negated,
  type Timeline,
} from '../../timeline/timeline.ts';
import type { Centavos } from '../../catalogue/amount.ts';
import type { CivilDate } from '../../catalogue/civil-date.ts';
import { type CellKey, controlKeyOf } from './cell.ts';
import type { LedgerState, StageTimelines } from './state.ts';

/** All that forms state is one chain per cell, outside the rules on documents. */
export const formsChain = '';

/** "C31 55/1" */
export const documentKey = ({ kind, number, sequence }: BackingDocument): string =>
  `${kind} ${number}/${String(sequence)}`;

const chainKey = (chain: string, cell: CellKey): string => `${chain}#${cell}`;

export const chainAndCellAt = (key: string): readonly [string, CellKey] => {
  const at = key.lastIndexOf('#');
  return [key.slice(0, at), key.slice(at + 1) as CellKey];
};

/** What a chain takes from the budget on each day: the largest of what it reserved, committed and executed. */
const usedBy = ({ reserved, committed, executed }: StageTimelines): Timeline =>
  largestOf([reserved, committed, executed].filter((timeline) => timeline !== undefined));

const addStage = (stages: StageTimelines, stage: Stage, change: Timeline): StageTimelines => ({
  ...stages,
  [stage]: addAll(stages[stage] ?? emptyTimeline, change),
});

const addControlled = (
  state: LedgerState,
  chain: string,
  cell: CellKey,
  grow: (stages: StageTimelines) => StageTimelines,
): void => {
  const control = controlKeyOf(cell, state.control.level);
  const before = state.controlledChains.get(chainKey(chain, control)) ?? {};
  const after = grow(before);
  state.controlledChains.set(chainKey(chain, control), after);
  state.used.update(control, emptyTimeline, (used) =>
    addAll(addAll(used, negated(usedBy(before))), usedBy(after)),
  );
};

/** One line of one stage of a chain: moves the stage, what the chain uses, and the finest balances. */
export const addToChain = (
  state: LedgerState,
  chain: string,
  stage: Stage,
  { cell, day, change }: { cell: CellKey; day: CivilDate; change: Centavos },
): void => {
  const dated = addChange(emptyTimeline, day, change);
  state.chains.update(chainKey(chain, cell), {}, (stages) => addStage(stages, stage, dated));
  addControlled(state, chain, cell, (stages) => addStage(stages, stage, dated));
  state.chainTotals.update(chain, {}, (stages) => addStage(stages, stage, dated));
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
  state.current.update(cell, emptyTimeline, (balance) => addChange(balance, day, change));
  const control = controlKeyOf(cell, state.control.level);
  state.budget.update(control, emptyTimeline, (balance) => addChange(balance, day, change));
};

/** Works budget and used out again in the cells of another level. */
export const regroup = (state: LedgerState): void => {
  for (const key of state.budget.keys()) state.budget.set(key, emptyTimeline);
  for (const key of state.used.keys()) state.used.set(key, emptyTimeline);
  for (const key of state.controlledChains.keys()) state.controlledChains.set(key, {});
  for (const [cell, balance] of state.current.entries()) {
    const control = controlKeyOf(cell, state.control.level);
    state.budget.update(control, emptyTimeline, (sum) => addAll(sum, balance));
  }
  for (const [key, stages] of state.chains.entries()) {
    const [chain, cell] = chainAndCellAt(key);
    addControlled(state, chain, cell, (sum) =>
      (Object.entries(stages) as [Stage, Timeline][]).reduce(
        (all, [stage, timeline]) => addStage(all, stage, timeline),
        sum,
      ),
    );
  }
};
