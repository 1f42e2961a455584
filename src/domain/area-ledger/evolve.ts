import { add, centavos } from '../../catalogue/amount.ts';
import {
  flatten,
  lineKey,
  type LineAmounts,
  type LineCentavos,
} from '../../catalogue/budget-line.ts';
import {
  type CivilDate,
  dayAfter,
  dayBefore,
  laterOf,
  yearOf,
} from '../../catalogue/civil-date.ts';
import type { ActivityId } from '../../catalogue/codes.ts';
import {
  foldWith,
  type LedgerEvents,
  type LedgerRecord,
  type Stage,
  type Steps,
} from '../../catalogue/events.ts';
import { addChange, emptyTimeline } from '../../timeline/timeline.ts';
import { type CellKey, cellOf, keyOf } from './cell.ts';
import { addToBudget, addToChain, documentKey, formsChain, regroup } from './documents.ts';
import {
  type AdjustmentHistory,
  classifiersOf,
  type LedgerState,
  type StatedEntry,
  statedKey,
  type StatedFormLevels,
  type StatedLevel,
} from './state.ts';

const cellKeyOf = (state: LedgerState, line: LineCentavos): CellKey =>
  keyOf(cellOf(line, classifiersOf(state)));

const eachLine = (
  state: LedgerState,
  lines: LineAmounts,
  visit: (cell: CellKey, line: LineCentavos) => void,
): void => {
  for (const line of flatten(lines)) visit(cellKeyOf(state, line), line);
};

/** A fact that forms may contain counts in them from its own day, or from the first corte that does not lack it. */
const containedFrom = (day: CivilDate, beyond: CivilDate | undefined): CivilDate =>
  beyond === undefined ? day : laterOf(day, dayAfter(beyond));

const addStated = (state: LedgerState, entry: StatedEntry, change: number): void => {
  state.stated.update(statedKey(entry), { ...entry, centavos: 0 }, (stated) => ({
    ...stated,
    centavos: add(stated.centavos, change),
  }));
};

type PlanRecord = LedgerRecord<'BudgetAdjusted'> | LedgerRecord<'BudgetDistributed'>;

/** A change of the plan: into the budget, and to what forms made or contain. */
const changePlan = (
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

const noAdjustment: AdjustmentHistory = {
  name: null,
  kind: 'stated',
  instrument: null,
  counterpart: false,
  netEffect: null,
  changes: new Map(),
};

const adjust = (state: LedgerState, record: LedgerRecord<'BudgetAdjusted'>): LedgerState => {
  const { adjustment, name, kind, instrument, lines, counterpart, netEffect } = record.data;
  state.adjustments.update(adjustment, noAdjustment, (known) => {
    const changes = new Map(known.changes);
    eachLine(state, lines, (cell, line) =>
      changes.set(cell, add(changes.get(cell) ?? 0, line.centavos)),
    );
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

const program = (state: LedgerState, record: LedgerRecord<'BudgetProgrammed'>): LedgerState => {
  const { revision, effectiveOn, data } = record;
  eachLine(state, data.lines, (cell, { centavos: change }) => {
    addToBudget(state, cell, effectiveOn, change);
    state.original.update(cell, emptyTimeline, (sum) => addChange(sum, effectiveOn, change));
  });
  keepEntry(state, {
    revision,
    measure: 'original',
    day: effectiveOn,
    chain: '',
    lines: data.lines,
  });
  return state;
};

const keepEntry = (
  state: LedgerState,
  entry: {
    revision: number;
    measure: Stage | 'original';
    day: CivilDate;
    chain: string;
    lines: LineAmounts;
  },
): void => {
  const left = new Map<string, number>();
  for (const line of flatten(entry.lines)) {
    left.set(lineKey(line), add(left.get(lineKey(line)) ?? 0, line.centavos));
  }
  state.entries.set(entry.revision, { ...entry, left });
};

type StageRecord = LedgerRecord<
  'BudgetReserved' | 'BudgetCommitted' | 'BudgetExecuted' | 'BudgetPaid'
>;

const recordStage =
  (stage: Stage) =>
  (state: LedgerState, record: StageRecord): LedgerState =>
    record.data.document === null
      ? recordLevel(state, record)
      : recordDocument(state, stage, record);

/** What a form states is executed by the chain of forms, on the form's corte. */
const recordLevel = (
  state: LedgerState,
  { effectiveOn: day, data }: LedgerRecord<'BudgetExecuted' | 'ExecutionCorrected'> | StageRecord,
): LedgerState => {
  eachLine(state, data.lines, (cell, { centavos: change }) => {
    addToChain(state, formsChain, 'executed', { cell, day, change });
    addStated(state, { measure: 'executed', adjustment: '', day, cell }, change);
  });
  return state;
};

const recordDocument = (state: LedgerState, stage: Stage, record: StageRecord): LedgerState => {
  const { revision, effectiveOn: day, data } = record;
  const { document, follows, lines } = data;
  if (document === null) return state;
  const key = documentKey(document);
  const known = state.documents.get(key);
  const chain =
    known?.chain ?? (follows && state.documents.get(documentKey(follows))?.chain) ?? key;
  state.documents.set(key, { chain, entries: { ...known?.entries, [stage]: revision } });
  keepEntry(state, { revision, measure: stage, day, chain, lines });
  eachLine(state, lines, (cell, { centavos: change }) => {
    addToChain(state, chain, stage, { cell, day, change });
    if (stage === 'executed')
      addExecutedByDocument(state, cell, containedFrom(day, data.beyond), change);
  });
  return state;
};

const addExecutedByDocument = (
  state: LedgerState,
  cell: CellKey,
  from: CivilDate,
  change: number,
) => {
  state.executedByDocument.update(cell, emptyTimeline, (sum) => addChange(sum, from, change));
};

const reverse = (state: LedgerState, record: LedgerRecord<'EntryReversed'>): LedgerState => {
  const { effectiveOn: day, data } = record;
  const entry = state.entries.get(data.reverses);
  if (entry === undefined) return state;
  const left = new Map(entry.left);
  eachLine(state, data.lines, (cell, line) => {
    left.set(lineKey(line), add(left.get(lineKey(line)) ?? 0, line.centavos));
    if (data.measure === 'original') {
      addToBudget(state, cell, day, line.centavos);
      state.original.update(cell, emptyTimeline, (sum) => addChange(sum, day, line.centavos));
    } else {
      addToChain(state, entry.chain, data.measure, { cell, day, change: line.centavos });
      if (data.measure === 'executed') {
        addExecutedByDocument(state, cell, containedFrom(day, data.beyond), line.centavos);
      }
    }
  });
  state.entries.set(data.reverses, { ...entry, left });
  return state;
};

const takeForm = (
  state: LedgerState,
  { revision, data }: LedgerRecord<'FormTaken'>,
): LedgerState => {
  const levels = new Map<ActivityId, Map<CellKey, StatedLevel>>();
  for (const { activity, amounts } of data.levels) {
    const cells = new Map<CellKey, StatedLevel>();
    for (const [object, source, programmed, executed] of amounts) {
      const key = keyOf(cellOf({ activity, object, source }, classifiersOf(state)));
      const sum = cells.get(key) ?? { programmed: 0, executed: 0 };
      cells.set(key, {
        programmed: add(sum.programmed, centavos(programmed)),
        executed: add(sum.executed, centavos(executed)),
      });
    }
    levels.set(activity, cells);
  }
  state.forms.set(data.corte, { file: data.file, revision, version: data.version, levels });
  state.files.set(data.file, revision);
  return state;
};

/** A correction said by a person changes the stated level itself; every other one only where its money stands. */
const correctExecution = (
  state: LedgerState,
  record: LedgerRecord<'ExecutionCorrected'>,
): LedgerState => {
  const form = state.forms.get(record.data.corte);
  if (record.data.cause === 'hand' && form !== undefined) {
    state.forms.set(record.data.corte, correctLevels(state, form, record.data.lines));
  }
  return recordLevel(state, record);
};

const correctLevels = (
  state: LedgerState,
  form: StatedFormLevels,
  lines: LineAmounts,
): StatedFormLevels => {
  const levels = new Map(form.levels);
  eachLine(state, lines, (cell, { activity, centavos: change }) => {
    if (activity === null) return;
    const cells = new Map(levels.get(activity));
    const level = cells.get(cell) ?? { programmed: 0, executed: 0 };
    levels.set(activity, cells.set(cell, { ...level, executed: add(level.executed, change) }));
  });
  return { ...form, levels };
};

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
      record.data.stated === true ? { measure: 'distributed', adjustment: '' } : null,
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
  ControlChanged: (state, { data: { mode, level } }) => {
    const isRegrouped = level !== state.control.level;
    setting(state, { control: { mode, level } });
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
