import { finding } from '../../../src/catalogue/finding.ts';
import { sumsInText } from '../adjustment-facts.ts';
import type { Rule } from '../rule.ts';

/** The approved budget changed and no law, decree or resolution is named. */
export const adjustmentWithoutInstrument: Rule = {
  codes: ['ADJUSTMENT_WITHOUT_INSTRUMENT'],
  source: 'Ley 2042 art. 4 y DS 3607: los cambios siguen el reglamento de modificaciones',
  settings: [],
  find: ({ adjustments }) =>
    adjustments
      .filter(({ instrument, changes }) => instrument === null && changes.length > 0)
      .map(({ id, name, day, changes, revisions }) => ({
        finding: finding('ADJUSTMENT_WITHOUT_INSTRUMENT', {
          adjustment: id,
          name,
          day,
          ...sumsInText(changes),
        }),
        about: { adjustment: id },
        records: revisions,
      })),
};
