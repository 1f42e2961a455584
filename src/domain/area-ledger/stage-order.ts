import { toAmount } from '../../catalogue/amount.ts';
import type { ControlLevel, Stage } from '../../catalogue/events.ts';
import { Failure } from '../../catalogue/failure.ts';
import {
  addAll,
  balanceBy,
  emptyTimeline,
  negated,
  type Timeline,
  worsened,
} from '../../timeline/timeline.ts';
import { type CellKey, printCell } from './cell.ts';
import { controlCells, stagesIn } from './documents.ts';
import type { Chain, StageTimelines } from './state.ts';
import type { Trial } from './trial.ts';

const stageNames: Record<Stage, string> = {
  reserved: 'lo reservado',
  committed: 'lo comprometido',
  executed: 'lo devengado',
  paid: 'lo pagado',
};

/** Each stage with those before it, the nearest first. */
const pairs: readonly (readonly [Stage, Stage])[] = [
  ['reserved', 'committed'],
  ['committed', 'executed'],
  ['reserved', 'executed'],
  ['executed', 'paid'],
  ['committed', 'paid'],
  ['reserved', 'paid'],
];

const has = (chain: Chain, stage: Stage): boolean =>
  chain.some(({ stages }) => (stages[stage]?.length ?? 0) > 0);

const gap = (stages: StageTimelines, earlier: Stage, later: Stage): Timeline =>
  addAll(stages[earlier] ?? emptyTimeline, negated(stages[later] ?? emptyTimeline));

interface ChainTrial {
  readonly before: Chain;
  readonly after: Chain;
  readonly level: ControlLevel;
}

/**
 * A later stage of a chain that came to exceed an earlier one, null where none did. A stage that the
 * chain did not have bound nothing: what is recorded late binds the stages that were there.
 */
const overtaking = ({ before, after, level }: ChainTrial, cell: CellKey): Failure | null => {
  const was = stagesIn(before, cell, level);
  const is = stagesIn(after, cell, level);
  for (const [earlier, later] of pairs) {
    const bound = has(before, earlier);
    if (!bound && !has(after, earlier)) continue;
    const worse = worsened(
      bound ? gap(was, earlier, later) : emptyTimeline,
      gap(is, earlier, later),
    );
    if (worse !== null) return outOfOrder(is, { earlier, later, cell, day: worse.day });
  }
  return null;
};

/** Within a chain paid ≤ executed ≤ committed ≤ reserved, for the stages that it has. @see NB-SCI art. 22 */
export const inOrderOfStages = ({ before, after }: Trial): void => {
  const { level } = after.control;
  for (const id of after.chains.changedKeys()) {
    const trial = { before: before.chains.get(id) ?? [], after: after.chains.get(id) ?? [], level };
    for (const cell of controlCells(trial.after, level)) {
      const refusal = overtaking(trial, cell);
      if (refusal !== null) throw refusal;
    }
  }
};

const outOfOrder = (
  stages: StageTimelines,
  {
    earlier,
    later,
    cell,
    day,
  }: { earlier: Stage; later: Stage; cell: CellKey; day: Timeline[number]['day'] },
): Failure => {
  const balance = (stage: Stage) => balanceBy(stages[stage] ?? emptyTimeline, day);
  return new Failure('STAGE_EXCEEDS_PREVIOUS', {
    stage: stageNames[later],
    amount: toAmount(balance(later)),
    previous: stageNames[earlier],
    previousAmount: toAmount(balance(earlier)),
    cell: printCell(cell),
    day,
  });
};
