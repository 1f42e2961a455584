import { finding } from '../../../src/catalogue/finding.ts';
import { isUnfinished } from '../progress.ts';
import type { Rule } from '../rule.ts';

/** The programmed end is the cut-off itself and the goal is not reached: not late yet. */
export const dueOnCutOff: Rule = {
  codes: ['DUE_ON_CUT_OFF'],
  source:
    'N.5.B, columnas (5) y (8): fecha de fin igual a la fecha de corte y eficacia acumulada menor que 100',
  settings: [],
  find: ({ activities, effective }) =>
    activities.flatMap(({ id, code, end, accumulated, said }) =>
      end !== effective || !isUnfinished(accumulated)
        ? []
        : [
            {
              finding: finding('DUE_ON_CUT_OFF', { activity: code, end, accumulated }),
              about: { activity: id },
              records: [...said.field('end'), ...said.progress()],
            },
          ],
    ),
};
