import { centavos } from '../../catalogue/amount.ts';
import { lineKey } from '../../catalogue/budget-line.ts';
import { type CivilDate, firstDayOf, yearOf } from '../../catalogue/civil-date.ts';
import { type Classifiers, defaultClassifiers } from '../../catalogue/classifiers.ts';
import { source } from '../../catalogue/codes.ts';
import { Failure, placed } from '../../catalogue/failure.ts';
import { finding, type Finding } from '../../catalogue/finding.ts';
import type { StatedBudget, StatedBudgetLine } from '../../catalogue/stated-form.ts';
import { type DecimalMark, decimalMarkOf } from '../decimal-mark.ts';
import { decodeText } from '../decode-text.ts';
import { type BudgetColumns, budgetColumns, cellOf } from './budget-columns.ts';
import { budgetLedger } from './budget-ledger.ts';
import { budgetRow } from './budget-row.ts';
import { type CsvRow, csvRows } from './csv-rows.ts';

export interface OriginalBudgetOptions {
  readonly fileName: string;
  readonly sha256: string;
  /** 1 January of the gestión where it is left out */
  readonly effectiveOn?: CivilDate;
  /** the source of the lines that name none, such as "TGN" */
  readonly assumeSource?: string;
  /** where no amount of the file shows its number format */
  readonly decimal?: DecimalMark;
  readonly classifiers?: Classifiers;
}

export interface ReadOriginalBudget {
  readonly budget: StatedBudget;
  readonly findings: readonly Finding[];
}

/**
 * Reads an original budget as CSV: ledger, programme, activity, group, source, amount.
 *
 * @throws Failure with the place, for whatever cannot be read in one way
 */
export const readOriginalBudget = (
  bytes: Uint8Array,
  options: OriginalBudgetOptions,
): ReadOriginalBudget =>
  placed({ file: options.fileName }, () => readRows(csvRows(decodeText(bytes)), options));

const readRows = (
  [header, ...rows]: readonly CsvRow[],
  options: OriginalBudgetOptions,
): ReadOriginalBudget => {
  const columns = budgetColumns(header ?? { line: 1, cells: [] });
  if (header !== undefined) checkWidths(header, rows);
  const ledger = budgetLedger(rows, columns);
  const effectiveOn = dayInside(ledger.fiscalYear, options.effectiveOn);
  const stated = statedLines(rows, columns, options);
  if (stated.every(({ amount }) => centavos(amount) === 0)) throw new Failure('EMPTY_LINES', {});
  const { lines, assumed, findings } = withSource(stated, options);
  return {
    budget: { file: options.sha256, ...ledger, effectiveOn, assumed, lines },
    findings: [...findings, ...repeatedLines(lines, options.fileName)],
  };
};

/** An amount such as 1,234.56 without quotes falls apart into two cells: never passed over. */
const checkWidths = (header: CsvRow, rows: readonly CsvRow[]): void => {
  const wide = rows.find(({ cells }) =>
    cells.some((cell, index) => cell !== '' && (header.cells[index] ?? '') === ''),
  );
  if (wide === undefined) return;
  const problem = 'la fila tiene más celdas que columnas el encabezado';
  throw new Failure('FORM_ROW_UNREADABLE', { problem }, { line: wide.line });
};

const dayInside = (fiscalYear: number, effectiveOn = firstDayOf(fiscalYear)): CivilDate => {
  if (yearOf(effectiveOn) === fiscalYear) return effectiveOn;
  throw new Failure('OUTSIDE_FISCAL_YEAR', { day: effectiveOn, fiscalYear });
};

const statedLines = (
  rows: readonly CsvRow[],
  columns: BudgetColumns,
  { decimal, classifiers = defaultClassifiers }: OriginalBudgetOptions,
): StatedBudgetLine[] => {
  const numbers = rows.map((row) => ({
    text: cellOf(row, columns, 'amount'),
    place: { line: row.line, cell: 'amount' },
  }));
  const mark = decimalMarkOf(numbers, decimal);
  return rows.map((row) => budgetRow(row, { columns, mark, classifiers }));
};

interface Sourced {
  readonly lines: readonly StatedBudgetLine[];
  readonly assumed: readonly string[];
  readonly findings: readonly Finding[];
}

const withSource = (
  lines: readonly StatedBudgetLine[],
  { assumeSource, fileName }: OriginalBudgetOptions,
): Sourced => {
  const without = lines.filter((line) => line.source === null).length;
  if (assumeSource === undefined) return { lines, assumed: [], findings: [] };
  const taken = source(assumeSource);
  if (without === 0) return { lines, assumed: [], findings: [] };
  return {
    lines: lines.map((line) => ({ ...line, source: line.source ?? taken })),
    assumed: ['source'],
    findings: [finding('SOURCE_ASSUMED', { source: taken, lines: without }, { file: fileName })],
  };
};

const repeatedLines = (lines: readonly StatedBudgetLine[], file: string): Finding[] => {
  const firstByKey = new Map<string, number>();
  return lines.flatMap((line) => {
    const key = `${line.activity ?? ''}|${lineKey({ ...line, activity: null })}`;
    const first = firstByKey.get(key);
    if (first === undefined) firstByKey.set(key, Number(line.place));
    return first === undefined
      ? []
      : [finding('LINE_REPEATED', { first }, { file, line: Number(line.place) })];
  });
};
