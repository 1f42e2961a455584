import { toAmount } from '../../catalogue/amount.ts';
import type { Draft, Stage } from '../../catalogue/events.ts';
import { Failure } from '../../catalogue/failure.ts';
import { finding, type Finding } from '../../catalogue/finding.ts';
import {
  addAll,
  balanceBy,
  emptyTimeline,
  lowestFrom,
  negated,
  type Timeline,
  worsened,
} from '../../timeline/timeline.ts';
import { cellAt, type CellKey, keyOf, printCell } from './cell.ts';
import { chainAndCellAt, formsChain } from './documents.ts';
import type { LedgerState, StageTimelines } from './state.ts';

/** An append as a whole, before and after: rules look at its sum and refuse only what it makes worse. */
export interface Trial {
  readonly before: LedgerState;
  readonly after: LedgerState;
  readonly events: readonly Draft[];
}

const measures = { current: 'lo vigente', executed: 'lo ejecutado', paid: 'lo pagado' } as const;
const stageNames: Record<Stage, string> = {
  reserved: 'lo reservado',
  committed: 'lo comprometido',
  executed: 'lo devengado',
  paid: 'lo pagado',
};

/** @throws BELOW_ZERO where vigente, executed or paid of a finest cell sinks below zero on any day */
const neverBelowZero = ({ before, after }: Trial): void => {
  for (const measure of ['current', 'executed', 'paid'] as const) {
    for (const key of after[measure].changedKeys()) {
      const was = before[measure].get(key) ?? emptyTimeline;
      const worse = worsened(was, after[measure].get(key) ?? emptyTimeline);
      if (worse !== null) {
        throw new Failure('BELOW_ZERO', {
          measure: measures[measure],
          cell: printCell(key),
          balance: toAmount(worse.balance),
          day: worse.day,
        });
      }
    }
  }
};

const availableIn = (state: LedgerState, cell: CellKey): Timeline =>
  addAll(state.budget.get(cell) ?? emptyTimeline, negated(state.used.get(cell) ?? emptyTimeline));

interface Excess {
  readonly cell: CellKey;
  readonly requested: number;
  readonly available: number;
  readonly balance: number;
  readonly day: Timeline[number]['day'];
}

const excesses = ({ before, after }: Trial): Excess[] => {
  const changed = new Set([...after.budget.changedKeys(), ...after.used.changedKeys()]);
  return [...changed].flatMap((cell) => {
    const worse = worsened(availableIn(before, cell), availableIn(after, cell));
    if (worse === null) return [];
    const { balance, day, before: available } = worse;
    return [{ cell, requested: available - balance, available, balance, day }];
  });
};

/** Money of the same ledger that a distribution could give to a cell. */
const undistributedFor = (state: LedgerState, { cell, day }: Excess): string | undefined => {
  const { activity, group, source } = cellAt(cell);
  const open = new Set([
    keyOf({ activity: null, group, source }),
    keyOf({ activity, group: null, source }),
    keyOf({ activity: null, group: null, source }),
  ]);
  open.delete(cell);
  let total = 0;
  for (const key of open) total += Math.max(0, lowestFrom(availableIn(state, key), day).balance);
  return total === 0 ? undefined : toAmount(total);
};

const refuseExcess = ({ before, events }: Trial, found: readonly Excess[]): never => {
  const [first] = found;
  if (first === undefined || events.some(({ type }) => type === 'FormTaken')) {
    const cells = found.map(
      ({ cell, balance, day }) => `${printCell(cell)} (${toAmount(-balance)} el ${day})`,
    );
    throw new Failure('FORM_EXECUTES_ABOVE_BUDGET', { cells });
  }
  const undistributed = undistributedFor(before, first);
  throw new Failure('BUDGET_EXCEEDED', {
    cell: printCell(first.cell),
    requested: toAmount(first.requested),
    available: toAmount(first.available),
    day: first.day,
    ...(undistributed !== undefined && { undistributed }),
  });
};

/** Used ≤ vigente on every day while control blocks; under warn what exceeds is a finding. */
const withinBudget = (trial: Trial): readonly Finding[] => {
  const { before, after } = trial;
  if (before.control.level !== after.control.level) return [];
  const found = excesses(trial);
  if (found.length === 0) return [];
  if (after.control.mode === 'block') return refuseExcess(trial, found);
  return found.map(({ cell, balance, day }) =>
    finding('OVERSPENT', { cell: printCell(cell), exceeded: toAmount(-balance), day }),
  );
};

const pairs: readonly (readonly [Stage, Stage])[] = [
  ['reserved', 'committed'],
  ['reserved', 'executed'],
  ['reserved', 'paid'],
  ['committed', 'executed'],
  ['committed', 'paid'],
  ['executed', 'paid'],
];

const has = (state: LedgerState, chain: string, stage: Stage): boolean =>
  (state.chainTotals.get(chain)?.[stage]?.length ?? 0) > 0;

const gap = (stages: StageTimelines, earlier: Stage, later: Stage): Timeline =>
  addAll(stages[earlier] ?? emptyTimeline, negated(stages[later] ?? emptyTimeline));

/** A later stage of a chain that came to exceed an earlier one, null where none did. */
const overtaking = ({ before, after }: Trial, key: string): Failure | null => {
  const [chain, cell] = chainAndCellAt(key);
  const was = before.controlledChains.get(key) ?? {};
  const is = after.controlledChains.get(key) ?? {};
  for (const [earlier, later] of pairs) {
    if (!has(before, chain, earlier) && !has(after, chain, earlier)) continue;
    const worse = worsened(gap(was, earlier, later), gap(is, earlier, later));
    if (worse !== null) return outOfOrder(is, { earlier, later, cell, day: worse.day });
  }
  return null;
};

/** Within a chain paid ≤ executed ≤ committed ≤ reserved, for the stages that it has. @see NB-SCI art. 22 */
const inOrderOfStages = (trial: Trial): void => {
  if (trial.before.control.level !== trial.after.control.level) return;
  for (const key of trial.after.controlledChains.changedKeys()) {
    const [chain] = chainAndCellAt(key);
    const refusal = chain === formsChain ? null : overtaking(trial, key);
    if (refusal !== null) throw refusal;
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

/** Every rule about balances, over the append as a whole. */
export const checkBalances = (trial: Trial): readonly Finding[] => {
  neverBelowZero(trial);
  inOrderOfStages(trial);
  return withinBudget(trial);
};
