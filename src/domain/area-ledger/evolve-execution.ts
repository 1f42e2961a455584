import { add } from '../../catalogue/amount.ts';
import { lineKey } from '../../catalogue/budget-line.ts';
import type { CivilDate } from '../../catalogue/civil-date.ts';
import type { LedgerRecord, Stage } from '../../catalogue/events.ts';
import { addChange, emptyTimeline } from '../../timeline/timeline.ts';
import type { CellKey } from './cell.ts';
import { addToBudget, addToChain, documentKey, formsChain } from './documents.ts';
import { addStated, containedFrom, eachLine } from './state-changes.ts';
import type { LedgerState } from './state.ts';

type StageRecord = LedgerRecord<
  'BudgetReserved' | 'BudgetCommitted' | 'BudgetExecuted' | 'BudgetPaid'
>;

export const recordStage =
  (stage: Stage) =>
  (state: LedgerState, record: StageRecord): LedgerState =>
    record.data.document === null
      ? recordLevel(state, record)
      : recordDocument(state, stage, record);

/** What a form states is executed by the chain of forms, on the form's corte. */
export const recordLevel = (
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
  state.entries.set(revision, { measure: stage, day, chain, lines, taken: null });
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

export const reverse = (state: LedgerState, record: LedgerRecord<'EntryReversed'>): LedgerState => {
  const { effectiveOn: day, data } = record;
  const entry = state.entries.get(data.reverses);
  if (entry === undefined) return state;
  const taken = new Map(entry.taken);
  eachLine(state, data.lines, (cell, line) => {
    taken.set(lineKey(line), add(taken.get(lineKey(line)) ?? 0, line.centavos));
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
  state.entries.set(data.reverses, { ...entry, taken });
  return state;
};
