import { centavos, sum, toAmount, type Centavos } from '../../catalogue/amount.ts';
import { type BudgetLine, type LineCentavos } from '../../catalogue/budget-line.ts';
import { groupOf, sourceClassOf } from '../../catalogue/classifiers.ts';
import type { CivilDate } from '../../catalogue/civil-date.ts';
import { Failure } from '../../catalogue/failure.ts';
import { activityOn } from './activities.ts';
import { type CellKey, cellOf, keyOf, printCell } from './cell.ts';
import type { CommandLine } from './commands.ts';
import { classifiersOf, type LedgerState } from './state.ts';

export const cellKeyOf = (state: LedgerState, line: BudgetLine): CellKey =>
  keyOf(cellOf(line, classifiersOf(state)));

/**
 * The lines of a command with their activities found and lines of zero left out.
 * @throws ACTIVITY_NOT_FOUND, ACTIVITY_NOT_IN_FORCE, GROUP_NOT_FOUND, EMPTY_LINES
 */
export const resolveLines = (
  state: LedgerState,
  lines: readonly CommandLine[],
  day: CivilDate,
): LineCentavos[] => {
  const { groups } = classifiersOf(state);
  const resolved = lines.map(({ activity, object, source, amount, attributes }) => {
    if (object !== null && !(groupOf(object) in groups)) {
      throw new Failure('GROUP_NOT_FOUND', { name: object, known: Object.keys(groups) });
    }
    return {
      activity: activity === null ? null : activityOn(state, activity, day),
      object,
      source,
      centavos: centavos(amount),
      ...(attributes && { attributes }),
    };
  });
  const withMoney = resolved.filter((line) => line.centavos !== 0);
  if (withMoney.length === 0) throw new Failure('EMPTY_LINES', {});
  return withMoney;
};

/** @throws NEGATIVE_AMOUNT @see SIGEP refuses a negative amount */
export const positiveLines = (
  state: LedgerState,
  lines: readonly CommandLine[],
  day: CivilDate,
): LineCentavos[] => {
  const resolved = resolveLines(state, lines, day);
  for (const line of resolved) {
    if (line.centavos < 0) {
      const cell = printCell(cellKeyOf(state, line));
      throw new Failure('NEGATIVE_AMOUNT', { cell, amount: toAmount(line.centavos) });
    }
  }
  return resolved;
};

/** Sums lines by what a function says of each. */
export const sumBy = <Key>(
  lines: readonly LineCentavos[],
  keyOfLine: (line: LineCentavos) => Key,
): Map<Key, Centavos> => {
  const sums = new Map<Key, Centavos>();
  for (const line of lines) {
    sums.set(keyOfLine(line), sum([sums.get(keyOfLine(line)) ?? 0, line.centavos]));
  }
  return sums;
};

/** TGN, OTRAS or sin fuente, as distributions balance. */
export const sourceOf = (state: LedgerState, { source }: BudgetLine): string =>
  source === null ? 'sin fuente' : sourceClassOf(source, classifiersOf(state));
