import { Decimal } from 'decimal.js';
import { Failure } from './failure.ts';

/** Money for storing and showing: plain decimal text with exactly two places, such as "-553708.38". */
export type Amount = string & { readonly Amount: unique symbol };

/** Money for comparing and adding: an exact integer of centavos, never beyond ±9,007,199,254,740,991. */
export type Centavos = number;

/** A ratio for showing: text with two places, or null where there is nothing to divide by. */
export type Percentage = string & { readonly Percentage: unique symbol };

const Ratio = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP });

/** @throws INVALID_AMOUNT unless the text is plain decimal with at most twelve digits and two places: '0x1F', 'NaN', '1e3' and '1,000' are none. */
export const amount = (text: string): Amount => {
  if (!/^-?\d{1,12}(\.\d{1,2})?$/.test(text)) throw new Failure('INVALID_AMOUNT', { text });
  const fixed = new Ratio(text).toFixed(2);
  return (fixed === '-0.00' ? '0.00' : fixed) as Amount;
};

/** Exact: an amount of two places is its centavos once the point is taken out. */
export const centavos = (value: Amount): Centavos => Number(value.replace('.', ''));

/** ".00" to ".99": views write amounts by the hundred thousand. */
const hundredths = Array.from({ length: 100 }, (_, cents) => `.${String(cents).padStart(2, '0')}`);

/** Two places of a whole number of hundredths; no quotient is rounded by so much as one of them. */
const withTwoPlaces = (hundreds: number): string => {
  const whole = Math.floor(hundreds / 100);
  return `${String(whole)}${hundredths[hundreds - whole * 100] ?? ''}`;
};

/** @throws TOTAL_TOO_LARGE where the sum is no longer exact. */
export const toAmount = (value: Centavos): Amount => {
  if (value === 0) return '0.00' as Amount;
  if (!Number.isSafeInteger(value)) throw new Failure('TOTAL_TOO_LARGE', {});
  return (value < 0 ? `-${withTwoPlaces(-value)}` : withTwoPlaces(value)) as Amount;
};

/** @throws TOTAL_TOO_LARGE where the sum leaves exact centavos. */
export const add = (one: Centavos, other: Centavos): Centavos => {
  const sum = one + other;
  if (!Number.isSafeInteger(sum)) throw new Failure('TOTAL_TOO_LARGE', {});
  return sum;
};

export const sum = (values: Iterable<Centavos>): Centavos => {
  let total = 0;
  for (const value of values) total = add(total, value);
  return total;
};

/** Half-up to two places, as the form prints it; null ("sin presupuesto") where nothing is programmed. */
export const percentage = (part: Centavos, whole: Centavos): Percentage | null => {
  if (whole === 0) return null;
  const rounded = hundredthsOfPercent(Math.abs(part), Math.abs(whole));
  if (rounded === null) return new Ratio(part).times(100).div(whole).toFixed(2) as Percentage;
  const isNegative = part !== 0 && part < 0 !== whole < 0;
  return `${isNegative ? '-' : ''}${withTwoPlaces(rounded)}` as Percentage;
};

/**
 * In integers, since views ask it of every row: null where one on the way would not be exact. The
 * quotient of two exact integers is too far from the next whole one to be rounded up to it.
 */
const hundredthsOfPercent = (part: Centavos, whole: Centavos): number | null => {
  const dividend = part * 20_000 + whole;
  const divisor = whole * 2;
  if (!Number.isSafeInteger(dividend + divisor)) return null;
  return Math.floor(dividend / divisor);
};

/** @throws INVALID_PERCENTAGE unless the text is a plain number from 0 to 999.99 with at most two places */
export const percentageText = (text: string): Percentage => {
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(text)) throw new Failure('INVALID_PERCENTAGE', { text });
  return new Ratio(text).toFixed(2) as Percentage;
};

/** "10,784,709.47", as the official form prints it. */
export const printAmount = (value: Amount | Percentage): string =>
  value.replace(/\B(?=(\d{3})+\.)/g, ',');
