import { toAmount } from '../../../src/catalogue/amount.ts';
import { finding } from '../../../src/catalogue/finding.ts';
import { printScope } from '../print-scope.ts';
import { planMeasures, type Rule } from '../rule.ts';

/** Money was spent where nothing stands: there is not even a rate to show. */
export const executedWithoutBudget: Rule = {
  codes: ['EXECUTED_WITHOUT_BUDGET'],
  source:
    'Ley 2042 art. 4: lo aprobado es límite máximo; celda del control con devengado y vigente 0',
  settings: [],
  find: ({ cells, codeOf }) =>
    cells
      .filter(({ current, executed }) => current === 0 && executed > 0)
      .map(({ scope, executed }) => ({
        finding: finding('EXECUTED_WITHOUT_BUDGET', {
          cell: printScope(scope, codeOf),
          executed: toAmount(executed),
        }),
        about: scope,
        records: [],
        money: { scope, measures: [...planMeasures, 'executed'] },
      })),
};
