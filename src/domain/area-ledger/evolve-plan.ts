import { add } from '../../catalogue/amount.ts';
import { flatten, lineKey } from '../../catalogue/budget-line.ts';
import type { LedgerRecord } from '../../catalogue/events.ts';
import { addChange, emptyTimeline } from '../../timeline/timeline.ts';
import { addToBudget } from './documents.ts';
import { addStated, containedFrom, eachLine } from './state-changes.ts';
import type { AdjustmentHistory, LedgerState, StatedEntry } from './state.ts';

type PlanRecord = LedgerRecord<'BudgetAdjusted'> | LedgerRecord<'BudgetDistributed'>;

/** A change of the plan: into the budget, and to what forms made or contain. */
export const changePlan = (
  state: LedgerState,
  { effectiveOn, data }: PlanRecord,
  made: Pick<StatedEntry, 'measure' | 'adjustment'> | null,
): LedgerState => {
  eachLine(state, data.lines, (cell, { centavos: change }) => {
    addToBudget(state, cell, effectiveOn, change);
    if (made === null) {
      const from = containedFrom(effectiveOn, data.beyond);
      state.plannedByHand.update(cell, emptyTimeline, (sum) => addChange(sum, from, change));
    } else addStated(state, { ...made, day: effectiveOn, cell }, change);
  });
  return state;
};

export const noAdjustment: AdjustmentHistory = {
  name: null,
  kind: 'stated',
  instrument: null,
  counterpart: false,
  netEffect: null,
  changes: new Map(),
};

export const adjust = (state: LedgerState, record: LedgerRecord<'BudgetAdjusted'>): LedgerState => {
  const { adjustment, name, kind, instrument, lines, counterpart, netEffect } = record.data;
  state.adjustments.update(adjustment, noAdjustment, (known) => {
    const changes = new Map(known.changes);
    for (const line of flatten(lines)) {
      changes.set(lineKey(line), add(changes.get(lineKey(line)) ?? 0, line.centavos));
    }
    return {
      name,
      kind: kind === 'stated' ? known.kind : kind,
      instrument: instrument ?? known.instrument,
      counterpart: known.counterpart || counterpart !== undefined,
      netEffect: netEffect ?? known.netEffect,
      changes,
    };
  });
  return changePlan(
    state,
    record,
    kind === 'stated' ? { measure: 'adjustments', adjustment } : null,
  );
};

export const program = (
  state: LedgerState,
  record: LedgerRecord<'BudgetProgrammed'>,
): LedgerState => {
  const { revision, effectiveOn, data } = record;
  eachLine(state, data.lines, (cell, { centavos: change }) => {
    addToBudget(state, cell, effectiveOn, change);
    state.original.update(cell, emptyTimeline, (sum) => addChange(sum, effectiveOn, change));
  });
  state.entries.set(revision, {
    measure: 'original',
    day: effectiveOn,
    chain: '',
    lines: data.lines,
    taken: null,
  });
  return state;
};
