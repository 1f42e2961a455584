import { toAmount } from '../../../src/catalogue/amount.ts';
import { finding } from '../../../src/catalogue/finding.ts';
import { printScope } from '../print-scope.ts';
import { planMeasures, type Rule } from '../rule.ts';

/**
 * A cell uses more than it has. Control let it in while it only warned, and what it let in stays
 * when control blocks again. Execution without any budget is a rule of its own.
 */
export const usedAboveBudget: Rule = {
  codes: ['USED_ABOVE_BUDGET'],
  source:
    'Ley 2042 art. 4: lo aprobado es límite máximo; celda del control con lo usado (el mayor de preventivo, compromiso y devengado de cada cadena) sobre lo vigente',
  settings: [],
  find: ({ cells, control, codeOf }) =>
    cells.flatMap(({ scope, current, executed, used }) => {
      const isOther = current === 0 && executed > 0;
      if (used === null || used <= current || isOther) return [];
      return [
        {
          finding: finding('USED_ABOVE_BUDGET', {
            cell: printScope(scope, codeOf),
            current: toAmount(current),
            used: toAmount(used),
            exceeded: toAmount(used - current),
            control: control.mode,
          }),
          about: scope,
          records: [],
          money: { scope, measures: [...planMeasures, 'reserved', 'committed', 'executed'] },
        },
      ];
    }),
};
