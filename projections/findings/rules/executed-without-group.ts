import { toAmount } from '../../../src/catalogue/amount.ts';
import { finding } from '../../../src/catalogue/finding.ts';
import type { Rule } from '../rule.ts';

/** Money was spent and nobody said on which group. */
export const executedWithoutGroup: Rule = {
  codes: ['EXECUTED_WITHOUT_GROUP'],
  source: 'N.5.B, GRUPO DE GASTO y columnas (11) y (12): devengado que no dice su grupo',
  settings: [],
  find: ({ withoutGroup, codeOf }) =>
    withoutGroup
      .filter(({ executed }) => executed !== 0)
      .map(({ scope, executed }) => ({
        finding: finding('EXECUTED_WITHOUT_GROUP', {
          activity: codeOf(scope.activity ?? null),
          executed: toAmount(executed),
        }),
        about: scope,
        records: [],
        money: { scope, measures: ['executed'] },
      })),
};
