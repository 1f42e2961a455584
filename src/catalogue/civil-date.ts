import { Failure } from './failure.ts';

/** A day without zone or hour, "2020-12-31": text order is the order of days. */
export type CivilDate = string & { readonly CivilDate: unique symbol };

const iso = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

const atNoon = (date: CivilDate): Date => new Date(`${date}T12:00:00Z`);

const exists = (text: string): boolean => {
  const date = new Date(`${text}T12:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
};

/** @throws INVALID_DATE unless the text is a day of the calendar written YYYY-MM-DD. */
export const civilDate = (text: string): CivilDate => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || !exists(text))
    throw new Failure('INVALID_DATE', { text });
  return text as CivilDate;
};

/** A day as forms print it: "31/12/2020", or "31/12/20" with the century of the gestión. */
export const civilDateFromPrinted = (text: string, fiscalYear: number): CivilDate => {
  const parts = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})$/.exec(text.trim());
  if (parts === null) throw new Failure('INVALID_DATE', { text });
  const [, day, month, year] = parts.map(Number) as [number, number, number, number];
  const whole = year < 100 ? Math.floor(fiscalYear / 100) * 100 + year : year;
  const date = iso(whole, month, day);
  if (!exists(date)) throw new Failure('INVALID_DATE', { text });
  return date as CivilDate;
};

/** "31/12/2020" */
export const printDate = (date: CivilDate): string => date.split('-').reverse().join('/');

export const firstDayOf = (fiscalYear: number): CivilDate => iso(fiscalYear, 1, 1) as CivilDate;
export const lastDayOf = (fiscalYear: number): CivilDate => iso(fiscalYear, 12, 31) as CivilDate;

/** @param month 1 for January */
export const lastDayOfMonth = (fiscalYear: number, month: number): CivilDate =>
  new Date(Date.UTC(fiscalYear, month, 0)).toISOString().slice(0, 10) as CivilDate;

/** The first day and the last one that can be written are their own neighbours. */
const shift = (date: CivilDate, days: number): CivilDate => {
  const moved = atNoon(date);
  moved.setUTCDate(moved.getUTCDate() + days);
  const text = moved.toISOString();
  return /^\d{4}-/.test(text) ? (text.slice(0, 10) as CivilDate) : date;
};

export const dayAfter = (date: CivilDate): CivilDate => shift(date, 1);
export const dayBefore = (date: CivilDate): CivilDate => shift(date, -1);

/** How many days lie from one day to another, below zero where the other is earlier. */
export const daysBetween = (from: CivilDate, to: CivilDate): number =>
  Math.round((atNoon(to).getTime() - atNoon(from).getTime()) / 86_400_000);

export const yearOf = (date: CivilDate): number => Number(date.slice(0, 4));
export const monthOf = (date: CivilDate): number => Number(date.slice(5, 7));

export const laterOf = (one: CivilDate, other: CivilDate): CivilDate => (one > other ? one : other);
