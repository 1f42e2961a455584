import type { CivilDate } from './civil-date.ts';
import { Failure } from './failure.ts';

/** A moment in UTC with microseconds, "2021-01-15T22:00:00.000001Z": text order is the order of moments. */
export type Instant = string & { readonly Instant: unique symbol };

/** Microseconds since 1970, an exact integer. */
export type Microseconds = number;

/**
 * In every zone these lie in years of four digits. What is beyond them stands for them: there, text
 * order is not the order of moments, and nothing was ever recorded.
 */
const first: Microseconds = Date.parse('0001-01-02T00:00:00Z') * 1000;
const last: Microseconds = Date.parse('9999-12-30T00:00:00Z') * 1000;

export const instantAt = (moment: Microseconds): Instant => {
  const within = Math.min(Math.max(moment, first), last);
  const millis = Math.floor(within / 1000);
  const micros = String(within - millis * 1000).padStart(3, '0');
  return new Date(millis).toISOString().replace('Z', `${micros}Z`) as Instant;
};

export const microsecondsOf = (instant: Instant): Microseconds => {
  const [, whole = '', fraction = ''] = /^(.{19})\.(\d{6})Z$/.exec(instant) ?? [];
  return Date.parse(`${whole}Z`) * 1000 + Number(fraction);
};

/** @throws INVALID_INSTANT unless the text is a moment with its zone ("2021-01-15T18:00:00-04:00"), to the microsecond at most. */
export const instant = (text: string): Instant => {
  const parts =
    /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?)(?:\.(\d{1,6}))?(Z|[+-]\d{2}:\d{2})$/.exec(text);
  const [, whole = '', fraction = '', zone = ''] = parts ?? [];
  const millis = Date.parse(`${whole}${zone}`);
  if (Number.isNaN(millis)) throw new Failure('INVALID_INSTANT', { text });
  return instantAt(millis * 1000 + Number(fraction.padEnd(6, '0')));
};

const clocks = new Map<string, Intl.DateTimeFormat>();

const clockOf = (zone: string): Intl.DateTimeFormat => {
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  const clock = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  clocks.set(zone, clock);
  return clock;
};

/** "2021-01-15 18:00:00" on the wall of a zone. */
const wallClock = (moment: Instant, zone: string): string =>
  clockOf(zone)
    .format(new Date(Math.floor(microsecondsOf(moment) / 1000)))
    .padStart('2021-01-15 18:00:00'.length, '0');

/** The one function that turns moments into days. */
export const dayOf = (moment: Instant, zone: string): CivilDate =>
  wallClock(moment, zone).slice(0, 10) as CivilDate;

/** "15/01/2021 18:00" */
export const printInstant = (moment: Instant, zone: string): string => {
  const wall = wallClock(moment, zone);
  return `${wall.slice(0, 10).split('-').reverse().join('/')} ${wall.slice(11, 16)}`;
};

/** Where no clock is changed: milliseconds. */
const dayLength = 86_400_000;

/** The last microsecond of a day in a zone: a day given as `known` means until the next local midnight. */
export const endOfDay = (day: CivilDate, zone: string): Instant => {
  const midnight = Date.parse(`${day}T00:00:00Z`) + dayLength;
  const offsetAt = (moment: number): number =>
    Date.parse(`${wallClock(instantAt(moment * 1000), zone).replace(' ', 'T')}Z`) - moment;
  const guess = midnight - offsetAt(midnight);
  return instantAt((midnight - offsetAt(guess)) * 1000 - 1);
};
