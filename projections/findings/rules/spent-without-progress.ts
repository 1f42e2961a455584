import { toAmount } from '../../../src/catalogue/amount.ts';
import { finding } from '../../../src/catalogue/finding.ts';
import { isNothing } from '../progress.ts';
import type { AuditedActivity, Found, Rule } from '../rule.ts';

const foundIn = ({ id, code, executed, said }: AuditedActivity): Found => ({
  finding: finding('SPENT_WITHOUT_PROGRESS', {
    activity: code,
    executed: toAmount(executed),
    accumulated: '0.00',
  }),
  about: { activity: id },
  records: said.progress(),
  money: { scope: { activity: id }, measures: ['executed'] },
});

/** Money was spent and the goal has not moved. */
export const spentWithoutProgress: Rule = {
  codes: ['SPENT_WITHOUT_PROGRESS'],
  source: 'N.5.B, columnas (8), (11) y (12): devengado mayor que cero con eficacia acumulada 0',
  settings: [],
  find: ({ activities }) =>
    activities
      .filter(({ executed, accumulated }) => executed > 0 && isNothing(accumulated))
      .map(foundIn),
};
