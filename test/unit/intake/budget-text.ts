import {
  type OriginalBudgetOptions,
  readOriginalBudget,
  type ReadOriginalBudget,
} from '../../../src/intake/original-budget/read-original-budget.ts';
import { refusal } from './printed-form.ts';

export const readBudget = (
  text: string,
  options: Partial<OriginalBudgetOptions> = {},
): ReadOriginalBudget =>
  readOriginalBudget(new TextEncoder().encode(text), {
    fileName: 'budget.csv',
    sha256: 'hash',
    ...options,
  });
export const refusedBudget = (
  text: string,
  options: Partial<OriginalBudgetOptions> = {},
): unknown => refusal(() => readBudget(text, options));

export const head = 'ledger,programme,activity,group,source,amount';
export const csv = (...rows: readonly string[]): string => [head, ...rows].join('\n');
export const row = (group: string, amount: string, source = '10'): string =>
  `41-SENAVEX-2020,19-0-1,,${group},${source},${amount}`;
export const budgetPlace = (line: number, cell?: string): object => ({
  file: 'budget.csv',
  line,
  ...(cell !== undefined && { cell }),
});
