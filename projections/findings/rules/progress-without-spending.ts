import { toAmount } from '../../../src/catalogue/amount.ts';
import { finding } from '../../../src/catalogue/finding.ts';
import { isWhole } from '../progress.ts';
import { type AuditedActivity, type Found, planMeasures, type Rule } from '../rule.ts';

const foundIn = ({ id, code, current, accumulated, said }: AuditedActivity): Found => ({
  finding: finding('PROGRESS_WITHOUT_SPENDING', {
    activity: code,
    current: toAmount(current),
    executed: '0.00',
    accumulated: accumulated ?? '',
  }),
  about: { activity: id },
  records: said.progress(),
  money: { scope: { activity: id }, measures: [...planMeasures, 'executed'] },
});

/** The goal is reached and nothing was spent of what was programmed; nothing of nothing is as planned. */
export const progressWithoutSpending: Rule = {
  codes: ['PROGRESS_WITHOUT_SPENDING'],
  source:
    'N.5.B, columnas (8) a (12): eficacia acumulada de 100 o más, vigente mayor que cero y devengado 0',
  settings: [],
  find: ({ activities }) =>
    activities
      .filter(
        ({ current, executed, accumulated }) =>
          current > 0 && executed === 0 && isWhole(accumulated),
      )
      .map(foundIn),
};
