import type { CivilDate } from '../src/catalogue/civil-date.ts';
import { dayNumber, type DayNumber, dayOfNumber, isInForce } from '../src/timeline/timeline.ts';
import { integerAt } from './columns.ts';
import type { ResolvedCutOff } from './cut-off.ts';
import type { Entries } from './entries.ts';

/** A cut-off in the numbers of the columns. */
export interface ColumnCutOff {
  readonly day: DayNumber;
  readonly revision: number;
}

export const columnCutOff = ({
  effective,
  known,
}: Pick<ResolvedCutOff, 'effective' | 'known'>): ColumnCutOff => ({
  day: dayNumber(effective),
  revision: known.revision,
});

/** Whether an entry counts by a day. */
export const isEffectiveBy = ({ days }: Entries, at: number, day: DayNumber): boolean =>
  isInForce(integerAt(days, at), day);

/** Whether an entry counts by the day of a cut-off and was recorded by its revision. */
export const isEntrySeen = (entries: Entries, at: number, cutOff: ColumnCutOff): boolean =>
  integerAt(entries.revisions, at) <= cutOff.revision && isEffectiveBy(entries, at, cutOff.day);

/** The day from which an entry counts. */
export const entryDay = ({ days }: Entries, at: number): CivilDate =>
  dayOfNumber(integerAt(days, at));

/** Whether what counts from a day is covered by figures of another one. */
export const isCovered = (day: CivilDate, by: CivilDate): boolean => isInForce(day, by);
