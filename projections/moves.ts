import type { Centavos } from '../src/catalogue/amount.ts';
import { type DayNumber, dayNumber, isInForce } from '../src/timeline/timeline.ts';
import { integerAt, numberAt, smallAt } from './columns.ts';
import type { ResolvedCutOff } from './cut-off.ts';
import { type Entries, type Measure, measures } from './entries.ts';

/** One entry that a cut-off contains. */
export interface Move {
  readonly day: DayNumber;
  readonly revision: number;
  /** an index of the lines of the entries */
  readonly line: number;
  readonly measure: Measure;
  readonly centavos: Centavos;
}

/** Visits the entries of some measures in force by the day and recorded by the revision, in their order. */
export const eachMove = (
  entries: Entries,
  { effective, known }: Pick<ResolvedCutOff, 'effective' | 'known'>,
  wanted: readonly Measure[],
  visit: (move: Move) => void,
): void => {
  const { size, days, revisions, lineIds, measureIds, amounts } = entries;
  const until = dayNumber(effective);
  for (let at = 0; at < size; at += 1) {
    const revision = integerAt(revisions, at);
    if (revision > known.revision) break;
    const measure = measures[smallAt(measureIds, at)];
    const day = integerAt(days, at);
    if (measure === undefined || !wanted.includes(measure) || !isInForce(day, until)) continue;
    visit({
      day,
      revision,
      line: integerAt(lineIds, at),
      measure,
      centavos: numberAt(amounts, at),
    });
  }
};
