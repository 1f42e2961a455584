import { toAmount } from '../../src/catalogue/amount.ts';
import type { BudgetLine } from '../../src/catalogue/budget-line.ts';
import { type LineChange, sumsOf } from '../adjustments-at.ts';
import type { FindingContext } from './rule.ts';

/** Increases, decreases and net effect as findings say them. */
export const sumsInText = (changes: readonly LineChange[]) => {
  const { increases, decreases, net } = sumsOf(changes);
  return {
    increases: toAmount(increases),
    decreases: toAmount(decreases),
    net: toAmount(net),
  };
};

/** "11.02.02 · 20000 · TGN": a line as people name it, with what else it was given. */
export const printBudgetLine = (
  { activity, object, source, attributes = {} }: BudgetLine,
  codeOf: FindingContext['codeOf'],
): string => {
  const { programme, unit, organism, project } = attributes;
  const further = [programme, unit, organism, project].filter((each) => each !== undefined);
  return [codeOf(activity), object ?? 'sin grupo', source ?? 'sin fuente', ...further].join(' · ');
};
