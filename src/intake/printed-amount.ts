import { type Amount, amount, type Percentage, centavos, percentage } from '../catalogue/amount.ts';
import { Failure } from '../catalogue/failure.ts';
import { type DecimalMark, swapMarks } from './decimal-mark.ts';

const pointAmount = /^-?(\d+|\d{1,3}(,\d{3})+)(\.\d{1,2})?$/;

/**
 * @returns the money of "1,234.56", or of "1.234,56" where the mark is the comma
 * @throws INVALID_PRINTED_AMOUNT
 */
export const printedAmount = (text: string, mark: DecimalMark): Amount => {
  const asPoint = mark === 'point' ? text : swapMarks(text);
  if (!pointAmount.test(asPoint)) throw new Failure('INVALID_PRINTED_AMOUNT', { text });
  return amount(asPoint.replaceAll(',', ''));
};

/** A percentage as printed, with or without its sign, in two places; null where the cell is empty. */
export const printedPercentage = (text: string, mark: DecimalMark): Percentage | null => {
  if (text === '') return null;
  const stated = centavos(printedAmount(withoutSign(text), mark));
  if (stated < 0) throw new Failure('INVALID_PRINTED_AMOUNT', { text });
  return percentage(stated, 100_00);
};

export const withoutSign = (text: string): string => text.replace(/\s*%$/, '');
