import { centavos, type Centavos, type Percentage } from '../../catalogue/amount.ts';
import { objectCode, type ObjectCode } from '../../catalogue/codes.ts';
import { Failure, placed } from '../../catalogue/failure.ts';
import type { DecimalMark } from '../decimal-mark.ts';
import { plainText } from '../plain-text.ts';
import { printedAmount, printedPercentage } from '../printed-amount.ts';
import { type Column, columns, moneyColumns } from './columns.ts';
import { cellOf, type FormLine, placeOf, valuesOf } from './form-line.ts';
import type { Levels } from './levels.ts';

/** One row of money as the form was laid out, whether it came on its own line or joined with others. */
export interface PrintedRow {
  readonly line: FormLine;
  /** "38", or "24.2" for the second value inside the cells of line 24 */
  readonly place: string;
  /** null: TOTAL */
  readonly label: ObjectCode | null;
  readonly levels: Levels;
  readonly percentage: Percentage | null;
  /** money cells that are empty */
  readonly blanks: number;
}

/**
 * @returns the rows that a line holds, none where its group and money cells are all empty
 * @throws FORM_CELLS_RAGGED where a cell holds another number of values than there are groups
 */
export const printedRows = (line: FormLine, mark: DecimalMark): PrintedRow[] => {
  const labels = valuesOf(line, columns.group).map((text) => labelOf(text, line));
  if (labels.length === 0) return refuseMoney(line);

  const money = moneyColumns.map((column) => amountsOf(line, column, labels.length, mark));
  const percentages = percentagesOf(line, labels, mark);
  return labels.map((label, index) => ({
    line,
    place:
      labels.length === 1 ? String(line.number) : `${String(line.number)}.${String(index + 1)}`,
    label,
    levels: money.map((amounts) => amounts[index] ?? 0) as unknown as Levels,
    percentage: percentages[index] ?? null,
    blanks: money.filter((amounts) => amounts.length === 0).length,
  }));
};

/** The money of a sum row of the whole form; a cell that it leaves empty states nothing. */
export const totalLevels = (line: FormLine, mark: DecimalMark): Levels =>
  moneyColumns.map((column) => amountsOf(line, column, 1, mark)[0] ?? 0) as unknown as Levels;

export const totalPercentage = (line: FormLine, mark: DecimalMark): Percentage | null =>
  placed(placeOf(line, columns.percentage), () =>
    printedPercentage(cellOf(line, columns.percentage), mark),
  );

const labelOf = (text: string, line: FormLine): ObjectCode | null =>
  plainText(text) === 'TOTAL' ? null : placed(placeOf(line, columns.group), () => objectCode(text));

const refuseMoney = (line: FormLine): PrintedRow[] => {
  const filled = [...moneyColumns, columns.percentage].find(
    (column) => cellOf(line, column) !== '',
  );
  if (filled === undefined) return [];
  const problem = 'la fila tiene montos y no dice su grupo de gasto';
  throw new Failure('FORM_ROW_UNREADABLE', { problem }, placeOf(line, columns.group));
};

const amountsOf = (
  line: FormLine,
  column: Column,
  expected: number,
  mark: DecimalMark,
): Centavos[] => {
  const values = valuesOf(line, column);
  if (values.length !== 0 && values.length !== expected) {
    throw ragged(line, column, expected, values.length);
  }
  return placed(placeOf(line, column), () =>
    values.map((text) => {
      const amount = printedAmount(text, mark);
      if (centavos(amount) >= 0) return centavos(amount);
      throw new Failure('NEGATIVE_AMOUNT', { cell: column.name, amount });
    }),
  );
};

/** Rows that came joined share one percentage, which is that of their TOTAL. */
const percentagesOf = (
  line: FormLine,
  labels: readonly (ObjectCode | null)[],
  mark: DecimalMark,
): (Percentage | null)[] => {
  const values = valuesOf(line, columns.percentage).filter((text) => text !== '%');
  const read = placed(placeOf(line, columns.percentage), () =>
    values.map((text) => printedPercentage(text, mark)),
  );
  if (read.length === labels.length) return read;
  if (read.length > 1) throw ragged(line, columns.percentage, labels.length, read.length);
  const total = labels.lastIndexOf(null);
  const owner = total === -1 ? labels.length - 1 : total;
  return labels.map((_, index) => (index === owner ? (read[0] ?? null) : null));
};

const ragged = (line: FormLine, column: Column, expected: number, found: number): Failure =>
  new Failure('FORM_CELLS_RAGGED', { expected, found }, placeOf(line, column));
