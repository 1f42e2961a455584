import { type CivilDate, dayBefore, yearOf } from '../../catalogue/civil-date.ts';
import type { ActivityId } from '../../catalogue/codes.ts';
import {
  foldWith,
  type LedgerEvents,
  type LedgerRecord,
  type Steps,
} from '../../catalogue/events.ts';
import { regroup } from './documents.ts';
import { recordStage, reverse } from './evolve-execution.ts';
import { correctExecution, takeForm } from './evolve-forms.ts';
import { adjust, changePlan, noAdjustment, program } from './evolve-plan.ts';
import type { LedgerState } from './state.ts';

const describe = (
  state: LedgerState,
  day: CivilDate,
  { activity, ...changes }: LedgerEvents['ActivityRegistered'] | { activity: ActivityId },
): LedgerState => {
  const empty = { facts: [], withdrawnOn: null };
  state.activities.update(activity, empty, (history) => ({
    ...history,
    facts: [...history.facts, { day, changes }],
  }));
  return state;
};

const setting = (state: LedgerState, change: Partial<LedgerState>): LedgerState =>
  Object.assign(state, change);

const steps: Steps<LedgerState> = {
  LedgerOpened: (state, { data }) => setting(state, { opened: data }),
  LedgerClosed: (state) => setting(state, { isClosed: true }),
  LedgerReopened: (state) => setting(state, { isClosed: false }),
  ActivityRegistered: (state, { effectiveOn, data }) => describe(state, effectiveOn, data),
  ActivityRevised: (state, { effectiveOn, data: { activity, changes } }) =>
    describe(state, effectiveOn, { ...changes, activity }),
  ActivityWithdrawn: (state, { effectiveOn, data: { activity } }) => {
    state.activities.update(activity, { facts: [], withdrawnOn: null }, (history) => ({
      ...history,
      withdrawnOn: effectiveOn,
    }));
    return state;
  },
  BudgetProgrammed: program,
  PlanApproved: (state) => setting(state, { isApproved: true }),
  BudgetDistributed: (state, record) =>
    changePlan(
      state,
      record,
      record.data.basis === 'form' ? { measure: 'distributed', adjustment: '' } : null,
    ),
  BudgetAdjusted: adjust,
  AdjustmentDocumented: (
    state,
    { data: { adjustment, kind, instrument, counterpart, netEffect } },
  ) => {
    state.adjustments.update(adjustment, noAdjustment, (known) => ({
      ...known,
      kind,
      instrument,
      counterpart: known.counterpart || counterpart !== undefined,
      netEffect: netEffect ?? known.netEffect,
    }));
    return state;
  },
  BudgetReserved: recordStage('reserved'),
  BudgetCommitted: recordStage('committed'),
  BudgetExecuted: recordStage('executed'),
  BudgetPaid: recordStage('paid'),
  EntryReversed: reverse,
  FormTaken: takeForm,
  ExecutionCorrected: correctExecution,
  ProgressReported: (state) => state,
  PeriodClosed: (state, { data }) => setting(state, { closedThrough: data.through }),
  PeriodReopened: (state, { data }) => {
    const through = dayBefore(data.from);
    const fiscalYear = state.opened?.fiscalYear ?? yearOf(data.from);
    return setting(state, { closedThrough: yearOf(through) < fiscalYear ? null : through });
  },
  ControlChanged: (state, { data: { mode, level, signatures } }) => {
    const isRegrouped = level !== state.control.level;
    setting(state, { control: { mode, level, signatures } });
    if (isRegrouped) regroup(state);
    return state;
  },
  ReportIssued: (state, { revision, data }) => {
    state.reports.set(`${data.report} ${data.number}`, revision);
    return state;
  },
};

const fold = foldWith(steps);

/** Changes the state that it is given; to try something out, fork first. */
export const evolve = (state: LedgerState, record: LedgerRecord): LedgerState => {
  state.revision = record.revision;
  if (record.origin !== undefined) state.files.set(record.origin.file, record.revision);
  return fold(state, record);
};
