import { toAmount } from '../../catalogue/amount.ts';
import { Failure } from '../../catalogue/failure.ts';
import { finding, type Finding } from '../../catalogue/finding.ts';
import {
  addAll,
  emptyTimeline,
  lowestFrom,
  negated,
  type Timeline,
  worsened,
} from '../../timeline/timeline.ts';
import { cellAt, type CellKey, keyOf, printCell } from './cell.ts';
import { inOrderOfStages } from './stage-order.ts';
import type { LedgerState } from './state.ts';
import type { Trial } from './trial.ts';

const measures = { current: 'lo vigente', executed: 'lo ejecutado', paid: 'lo pagado' } as const;

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

/** Every rule about balances, over the append as a whole. */
export const checkBalances = (trial: Trial): readonly Finding[] => {
  neverBelowZero(trial);
  inOrderOfStages(trial);
  return withinBudget(trial);
};
