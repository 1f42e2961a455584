import { Failure } from '../../catalogue/failure.ts';
import type { CsvRow } from './csv-rows.ts';

/** The columns that an original budget must have; programme, activity and source may be empty. */
export const requiredColumns = [
  'ledger',
  'programme',
  'activity',
  'group',
  'source',
  'amount',
] as const;
const furtherColumns = ['unit', 'organism', 'project'] as const;

export type BudgetColumn = (typeof requiredColumns)[number] | (typeof furtherColumns)[number];
export type BudgetColumns = ReadonlyMap<BudgetColumn, number>;

const known: readonly string[] = [...requiredColumns, ...furtherColumns];

/** @throws CSV_COLUMN_MISSING; INVALID_VALUE for a column that would be passed over or that comes twice */
export const budgetColumns = (header: CsvRow): BudgetColumns => {
  const columns = new Map<BudgetColumn, number>();
  for (const [index, cell] of header.cells.entries()) {
    const name = cell.toLowerCase();
    if (name === '') continue;
    if (!known.includes(name)) throw refused(header, cell, `se esperan ${known.join(', ')}`);
    if (columns.has(name as BudgetColumn)) throw refused(header, cell, 'está dos veces');
    columns.set(name as BudgetColumn, index);
  }
  const missing = requiredColumns.find((column) => !columns.has(column));
  if (missing === undefined) return columns;
  throw new Failure('CSV_COLUMN_MISSING', { column: missing }, { line: header.line });
};

/** A row may leave out blank cells at its end. */
export const cellOf = (row: CsvRow, columns: BudgetColumns, column: BudgetColumn): string =>
  row.cells[columns.get(column) ?? -1] ?? '';

const refused = ({ line }: CsvRow, column: string, problem: string): Failure =>
  new Failure('INVALID_VALUE', { field: `columna ${column}`, problem }, { line });
