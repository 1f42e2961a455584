import { type CivilDate, civilDate, firstDayOf, lastDayOfMonth } from './civil-date.ts';
import { Failure } from './failure.ts';

/** A day of every gestión, "12-31". */
export type MonthDay = string & { readonly MonthDay: unique symbol };

/** One that has a 29 February. */
const leapYear = '2000';

/** @throws INVALID_MONTH_DAY unless the text is MM-DD, or a date whose month and day count. */
export const monthDay = (text: string): MonthDay => {
  try {
    const date = /^\d{2}-\d{2}$/.test(text) ? `${leapYear}-${text}` : text;
    return civilDate(date).slice(5) as MonthDay;
  } catch {
    throw new Failure('INVALID_MONTH_DAY', { text });
  }
};

export const monthDayOf = (date: CivilDate): MonthDay => date.slice(5) as MonthDay;

export const lastMonthDay = '12-31' as MonthDay;

/** The day in a gestión; 29 February is the 28th where there is none. */
export const dayIn = (day: MonthDay, fiscalYear: number): CivilDate =>
  day === '02-29'
    ? lastDayOfMonth(fiscalYear, 2)
    : (`${firstDayOf(fiscalYear).slice(0, 4)}-${day}` as CivilDate);
