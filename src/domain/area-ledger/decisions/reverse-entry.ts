import { toAmount } from '../../../catalogue/amount.ts';
import {
  flatten,
  groupByActivity,
  type LineCentavos,
  lineKey,
} from '../../../catalogue/budget-line.ts';
import { Failure } from '../../../catalogue/failure.ts';
import { decided } from '../../kernel/decider.ts';
import type { CommandOf } from '../commands.ts';
import { againstForms } from '../guards.ts';
import { cellKeyOf, resolveLines } from '../lines.ts';
import { printCell } from '../cell.ts';
import { leftOf } from '../state-changes.ts';
import type { LedgerState, ReversibleEntry } from '../state.ts';
import { type Decision, fact } from './decision.ts';

const entryOf = (ledger: LedgerState, revision: number): ReversibleEntry => {
  if (revision > ledger.revision || revision < 0) {
    throw new Failure('REVISION_NOT_FOUND', { revision, last: ledger.revision });
  }
  const entry = ledger.entries.get(revision);
  if (entry === undefined || (entry.measure === 'original' && ledger.isApproved)) {
    throw new Failure('ENTRY_NOT_REVERSIBLE', { revision, type: entry?.measure ?? 'otro' });
  }
  return entry;
};

const allThatIsLeft = (entry: ReversibleEntry): LineCentavos[] => {
  const seen = new Set<string>();
  const whole = leftOf(entry);
  return flatten(entry.lines).flatMap((line) => {
    const key = lineKey(line);
    if (seen.has(key)) return [];
    seen.add(key);
    const left = whole.get(key) ?? 0;
    return left === 0 ? [] : [{ ...line, centavos: left }];
  });
};

/** @throws REVERSAL_EXCEEDS_ENTRY where a line takes more than is left of it */
const takesAtMostWhatIsLeft = (
  ledger: LedgerState,
  entry: ReversibleEntry,
  lines: readonly LineCentavos[],
): void => {
  const taken = new Map<string, number>();
  const whole = leftOf(entry);
  for (const line of lines) {
    const key = lineKey(line);
    const requested = (taken.get(key) ?? 0) + line.centavos;
    const left = whole.get(key) ?? 0;
    if (line.centavos < 0 || requested > left) {
      throw new Failure('REVERSAL_EXCEEDS_ENTRY', {
        cell: printCell(cellKeyOf(ledger, line)),
        requested: toAmount(requested),
        left: toAmount(left),
      });
    }
    taken.set(key, requested);
  }
};

const linesToReverse = (
  ledger: LedgerState,
  entry: ReversibleEntry,
  command: CommandOf<'ReverseEntry'>,
) => {
  const { lines } = command.data;
  return lines === undefined
    ? allThatIsLeft(entry)
    : resolveLines(ledger, lines, command.effectiveOn);
};

export const reverseEntry: Decision<'ReverseEntry'> = (command, ledger) => {
  const { effectiveOn, data } = command;
  const entry = entryOf(ledger, data.reverses);
  if (effectiveOn < entry.day) {
    throw new Failure('REVERSAL_BEFORE_ENTRY', { day: effectiveOn, entryDay: entry.day });
  }
  const lines = linesToReverse(ledger, entry, command);
  if (lines.length === 0) throw new Failure('EMPTY_LINES', {});
  takesAtMostWhatIsLeft(ledger, entry, lines);
  const said = entry.measure === 'executed' ? againstForms(ledger, effectiveOn, data.forms) : {};
  return decided([
    fact('EntryReversed', effectiveOn, {
      reverses: data.reverses,
      measure: entry.measure,
      lines: groupByActivity(lines.map((line) => ({ ...line, centavos: -line.centavos }))),
      reason: data.reason,
      ...said,
    }),
  ]);
};
