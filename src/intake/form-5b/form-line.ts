import type { Place } from '../../catalogue/failure.ts';
import type { Column } from './columns.ts';

/** A line of the file, counted from 1, as trimmed cells. */
export interface FormLine {
  readonly number: number;
  readonly cells: readonly string[];
}

export const formLines = (text: string): FormLine[] =>
  text.split(/\r\n|\n|\r/).map((line, index) => ({
    number: index + 1,
    cells: line.split('\t').map((cell) => cell.replaceAll('\u00a0', ' ').trim()),
  }));

/** Exports drop blank cells at the end of a row: a cell that is not there is blank. */
export const cellOf = ({ cells }: FormLine, { index }: Column): string => cells[index] ?? '';

/** The values that one cell holds, several where the printed rows came joined. */
export const valuesOf = (line: FormLine, column: Column): string[] =>
  cellOf(line, column)
    .split(/\s+/)
    .filter((value) => value !== '');

export const placeOf = ({ number }: FormLine, column?: Column): Place =>
  column === undefined ? { line: number } : { line: number, cell: column.number };
