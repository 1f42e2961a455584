import { add, type Centavos } from '../../catalogue/amount.ts';
import {
  flatten,
  lineKey,
  type LineAmounts,
  type LineCentavos,
} from '../../catalogue/budget-line.ts';
import { type CivilDate, dayAfter, laterOf } from '../../catalogue/civil-date.ts';
import type { CellKey } from './cell.ts';
import { cellKeyOf } from './lines.ts';
import { type LedgerState, type ReversibleEntry, type StatedEntry, statedKey } from './state.ts';

export const eachLine = (
  state: LedgerState,
  lines: LineAmounts,
  visit: (cell: CellKey, line: LineCentavos) => void,
): void => {
  for (const line of flatten(lines)) visit(cellKeyOf(state, line), line);
};

/** A fact that forms may contain counts in them from its own day, or from the first corte that does not lack it. */
export const containedFrom = (day: CivilDate, beyond: CivilDate | undefined): CivilDate =>
  beyond === undefined ? day : laterOf(day, dayAfter(beyond));

export const addStated = (state: LedgerState, entry: StatedEntry, change: number): void => {
  state.stated.update(statedKey(entry), { ...entry, centavos: 0 }, (stated) => ({
    ...stated,
    centavos: add(stated.centavos, change),
  }));
};

/** What reversals left of each line of an entry. */
export const leftOf = ({ lines, taken }: ReversibleEntry): Map<string, Centavos> => {
  const left = new Map(taken);
  for (const line of flatten(lines)) {
    const key = lineKey(line);
    left.set(key, add(left.get(key) ?? 0, line.centavos));
  }
  return left;
};
