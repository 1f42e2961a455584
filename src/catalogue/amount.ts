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

/** @throws TOTAL_TOO_LARGE where the sum is no longer exact. */
export const toAmount = (value: Centavos): Amount => {
  if (!Number.isSafeInteger(value)) throw new Failure('TOTAL_TOO_LARGE', {});
  const digits = Math.abs(value).toString().padStart(3, '0');
  const sign = value < 0 ? '-' : '';
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}` as Amount;
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
export const percentage = (part: Centavos, whole: Centavos): Percentage | null =>
  whole === 0 ? null : (new Ratio(part).times(100).div(whole).toFixed(2) as Percentage);

/** @throws INVALID_PERCENTAGE unless the text is a plain number from 0 to 999.99 with at most two places */
export const percentageText = (text: string): Percentage => {
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(text)) throw new Failure('INVALID_PERCENTAGE', { text });
  return new Ratio(text).toFixed(2) as Percentage;
};

/** "10,784,709.47", as the official form prints it. */
export const printAmount = (value: Amount | Percentage): string =>
  value.replace(/\B(?=(\d{3})+\.)/g, ',');
