import { toAmount } from '../../../src/catalogue/amount.ts';
import { finding } from '../../../src/catalogue/finding.ts';
import { isNothing } from '../progress.ts';
import { type AuditedActivity, type Found, planMeasures, type Rule } from '../rule.ts';

const foundIn = ({ id, code, current, said }: AuditedActivity): Found => ({
  finding: finding('NOTHING_DONE', {
    activity: code,
    current: toAmount(current),
    executed: '0.00',
    accumulated: '0.00',
  }),
  about: { activity: id },
  records: said.progress(),
  money: { scope: { activity: id }, measures: [...planMeasures, 'executed'] },
});

/** Programmed, and neither spent nor advanced. */
export const nothingDone: Rule = {
  codes: ['NOTHING_DONE'],
  source: 'N.5.B, columnas (8) a (12): vigente mayor que cero, devengado 0 y eficacia acumulada 0',
  settings: [],
  find: ({ activities }) =>
    activities
      .filter(
        ({ current, executed, accumulated }) =>
          current > 0 && executed === 0 && isNothing(accumulated),
      )
      .map(foundIn),
};
