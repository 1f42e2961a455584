import { add, centavos } from '../../catalogue/amount.ts';
import type { LineAmounts } from '../../catalogue/budget-line.ts';
import type { ActivityId } from '../../catalogue/codes.ts';
import type { LedgerRecord } from '../../catalogue/events.ts';
import type { CellKey } from './cell.ts';
import { recordLevel } from './evolve-execution.ts';
import { cellKeyOf } from './lines.ts';
import { eachLine } from './state-changes.ts';
import type { LedgerState, StatedFormLevels, StatedLevel } from './state.ts';

export const takeForm = (
  state: LedgerState,
  { revision, data }: LedgerRecord<'FormTaken'>,
): LedgerState => {
  const levels = new Map<ActivityId, Map<CellKey, StatedLevel>>();
  for (const { activity, amounts } of data.levels) {
    const cells = new Map<CellKey, StatedLevel>();
    for (const [object, source, programmed, executed] of amounts) {
      const key = cellKeyOf(state, { activity, object, source });
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
export const correctExecution = (
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
