import { CsvError, type InfoRecord, parse } from 'csv-parse/sync';
import { Failure } from '../../catalogue/failure.ts';

/** A row of a CSV file as trimmed cells, with the line on which it ends, counted from 1. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

interface Parsed {
  readonly record: string[];
  readonly info: InfoRecord;
}

/**
 * Rows that are not blank, of comma, semicolon or tab, whichever the first line uses.
 *
 * @throws FORM_ROW_UNREADABLE where quotes do not close
 */
export const csvRows = (text: string): CsvRow[] =>
  parseText(text)
    .map(({ record, info }) => ({ line: info.lines, cells: record.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));

const parseText = (text: string): Parsed[] => {
  try {
    const delimiter = delimiterOf(text);
    const options = { delimiter, info: true, relax_column_count: true, skip_empty_lines: true };
    return parse(text, options) as unknown as Parsed[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? error.lines : 1;
    throw new Failure('FORM_ROW_UNREADABLE', { problem: 'las comillas no cierran' }, { line });
  }
};

const delimiterOf = (text: string): string => {
  const [first = ''] = text.trimStart().split(/\r|\n/, 1);
  return [';', '\t'].find((mark) => first.includes(mark)) ?? ',';
};
