import { type CivilDate, civilDate } from './civil-date.ts';
import { Failure } from './failure.ts';
import { type Instant, instant } from './instant.ts';

/** Until when what was recorded counts: a moment, a day until its local midnight, or a revision. */
export type Known = Instant | CivilDate | number;

/** @throws INVALID_INSTANT */
export const known = (text: string): Known => {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  try {
    return text.includes('T') ? instant(text) : civilDate(text);
  } catch {
    throw new Failure('INVALID_INSTANT', { text });
  }
};

export const isDay = (value: Known): value is CivilDate =>
  typeof value === 'string' && !value.includes('T');
