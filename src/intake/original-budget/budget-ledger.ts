import { ledgerId } from '../../catalogue/codes.ts';
import { Failure, placed } from '../../catalogue/failure.ts';
import { type BudgetColumns, cellOf } from './budget-columns.ts';
import type { CsvRow } from './csv-rows.ts';

export interface BudgetLedger {
  readonly entity: string;
  readonly sigla: string;
  readonly fiscalYear: number;
}

/** The one ledger that all rows name, "41-SENAVEX-2020". @throws CSV_LEDGERS_MIXED, INVALID_LEDGER_ID */
export const budgetLedger = (rows: readonly CsvRow[], columns: BudgetColumns): BudgetLedger => {
  const [first, ...others] = rows.map((row) => ({
    line: row.line,
    text: cellOf(row, columns, 'ledger'),
  }));
  if (first === undefined) throw new Failure('EMPTY_LINES', {});
  const id = placed({ line: first.line, cell: 'ledger' }, () => ledgerId(first.text));
  for (const { line, text } of others) {
    if (text === first.text) continue;
    const facts = { first: first.text, other: text };
    throw new Failure('CSV_LEDGERS_MIXED', facts, { line, cell: 'ledger' });
  }
  const [entity = '', sigla = '', year = ''] = id.split('-');
  return { entity, sigla, fiscalYear: Number(year) };
};
