import type { PrintedNumber } from '../decimal-mark.ts';
import { withoutSign } from '../printed-amount.ts';
import { columns, moneyColumns } from './columns.ts';
import { type FormLine, placeOf, valuesOf } from './form-line.ts';
import type { FormParts } from './form-parts.ts';

/** Every amount and percentage of the form in printed order: together they show its number format. */
export const formNumbers = ({ activities, partials, general }: FormParts): PrintedNumber[] => {
  const totals = [...partials.map(({ line }) => line), ...(general === null ? [] : [general])];
  return [...activities.flat(), ...totals].flatMap(numbersOf);
};

const numbersOf = (line: FormLine): PrintedNumber[] =>
  [columns.accumulated, ...moneyColumns, columns.percentage].flatMap((column) =>
    valuesOf(line, column).map((text) => ({
      text: withoutSign(text),
      place: placeOf(line, column),
    })),
  );
