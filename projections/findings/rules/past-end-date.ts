import { finding } from '../../../src/catalogue/finding.ts';
import { isUnfinished } from '../progress.ts';
import type { Rule } from '../rule.ts';

/** The programmed end lies before the cut-off and the goal is not reached. */
export const pastEndDate: Rule = {
  codes: ['PAST_END_DATE'],
  source:
    'N.5.B, columnas (5) y (8): fecha de fin anterior a la fecha de corte y eficacia acumulada menor que 100',
  settings: [],
  find: ({ activities, effective }) =>
    activities.flatMap(({ id, code, end, accumulated, said }) =>
      end === null || end >= effective || !isUnfinished(accumulated)
        ? []
        : [
            {
              finding: finding('PAST_END_DATE', {
                activity: code,
                end,
                cutOff: effective,
                accumulated,
              }),
              about: { activity: id },
              records: [...said.field('end'), ...said.progress()],
            },
          ],
    ),
};
