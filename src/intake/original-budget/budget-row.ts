import { type Amount, centavos } from '../../catalogue/amount.ts';
import type { LineAttributes } from '../../catalogue/budget-line.ts';
import { type Classifiers, groupOf } from '../../catalogue/classifiers.ts';
import { activityCode, objectCode, type ObjectCode, source } from '../../catalogue/codes.ts';
import { Failure, placed } from '../../catalogue/failure.ts';
import type { StatedBudgetLine } from '../../catalogue/stated-form.ts';
import type { DecimalMark } from '../decimal-mark.ts';
import { printedAmount } from '../printed-amount.ts';
import { type BudgetColumn, type BudgetColumns, cellOf } from './budget-columns.ts';
import type { CsvRow } from './csv-rows.ts';

/** What the whole file decides for each of its rows. */
export interface Reading {
  readonly columns: BudgetColumns;
  readonly mark: DecimalMark;
  readonly classifiers: Classifiers;
}

/** @throws GROUP_NOT_FOUND, NEGATIVE_AMOUNT, INVALID_PRINTED_AMOUNT and whatever a code is refused with */
export const budgetRow = (row: CsvRow, reading: Reading): StatedBudgetLine => {
  const read = <T>(column: BudgetColumn, parse: (text: string) => T): T =>
    placed({ line: row.line, cell: column }, () => parse(cellOf(row, reading.columns, column)));
  const attributes = attributesOf(row, reading);
  return {
    activity: read('activity', (text) => (text === '' ? null : activityCode(text))),
    object: read('group', (text) => knownObject(text, reading.classifiers)),
    source: read('source', (text) => (text === '' ? null : source(text))),
    ...(attributes && { attributes }),
    amount: read('amount', (text) => positiveAmount(text, row, reading)),
    place: String(row.line),
  };
};

/** A partida is kept as such; the group that it rolls up to must be in the classifier. */
const knownObject = (text: string, { groups }: Classifiers): ObjectCode => {
  const object = objectCode(text);
  if (Object.hasOwn(groups, groupOf(object))) return object;
  throw new Failure('GROUP_NOT_FOUND', { name: object, known: Object.keys(groups) });
};

const positiveAmount = (text: string, row: CsvRow, { columns, mark }: Reading): Amount => {
  const amount = printedAmount(text, mark);
  if (centavos(amount) >= 0) return amount;
  const names = (['programme', 'activity', 'group', 'source'] as const)
    .map((column) => cellOf(row, columns, column))
    .filter((name) => name !== '');
  throw new Failure('NEGATIVE_AMOUNT', { cell: names.join(' · '), amount });
};

const attributesOf = (row: CsvRow, { columns }: Reading): LineAttributes | undefined => {
  const given = (['programme', 'unit', 'organism', 'project'] as const)
    .map((column) => [column, cellOf(row, columns, column)] as const)
    .filter(([, text]) => text !== '');
  return given.length === 0 ? undefined : Object.fromEntries(given);
};
