import { Failure, type Place } from '../catalogue/failure.ts';

export type DecimalMark = 'point' | 'comma';

export interface PrintedNumber {
  readonly text: string;
  readonly place: Place;
}

const pointShapes = [
  /^-?\d+\.\d{1,2}$/,
  /^-?\d{1,3}(,\d{3})+\.\d{1,2}$/,
  /^-?\d{1,3}(,\d{3}){2,}$/,
] as const;

/** "1.234" is a thousand to some and a little more than one to others. */
const eitherShape = /^-?[1-9]\d{0,2}[.,]\d{3}$/;

/** "1.234,56" → "1,234.56" and back. */
export const swapMarks = (text: string): string =>
  text.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));

const clearMarkOf = ({ text }: PrintedNumber): DecimalMark | undefined => {
  if (pointShapes.some((shape) => shape.test(text))) return 'point';
  return pointShapes.some((shape) => shape.test(swapMarks(text))) ? 'comma' : undefined;
};

/**
 * One file has one number format, decided by its values that can be read in one way only. Whole
 * numbers read the same both ways, so a file of nothing else needs no answer.
 *
 * @throws NUMBER_FORMATS_MIXED
 * @throws NUMBER_FORMAT_UNKNOWN
 */
export const decimalMarkOf = (
  numbers: readonly PrintedNumber[],
  stated?: DecimalMark,
): DecimalMark => {
  if (stated !== undefined) return stated;
  const first = numbers.find((number) => clearMarkOf(number) !== undefined);
  const mark = first && clearMarkOf(first);
  if (first === undefined || mark === undefined) return onlyIfItMattersNot(numbers);

  const other = numbers.find((number) => ![mark, undefined].includes(clearMarkOf(number)));
  if (other === undefined) return mark;
  throw new Failure('NUMBER_FORMATS_MIXED', { first: first.text, other: other.text }, other.place);
};

const onlyIfItMattersNot = (numbers: readonly PrintedNumber[]): DecimalMark => {
  const doubtful = numbers.find(({ text }) => eitherShape.test(text));
  if (doubtful === undefined) return 'point';
  throw new Failure('NUMBER_FORMAT_UNKNOWN', { example: doubtful.text }, doubtful.place);
};
