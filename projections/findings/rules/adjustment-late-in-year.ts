import { finding } from '../../../src/catalogue/finding.ts';
import { sumsInText } from '../adjustment-facts.ts';
import type { Rule } from '../rule.ts';

/** The budget is adjusted when the year is nearly spent. */
export const adjustmentLateInYear: Rule = {
  codes: ['ADJUSTMENT_LATE_IN_YEAR'],
  source: 'PEFA 21.4 y 18.4: cuándo y cuánto se ajusta el presupuesto dentro de la gestión',
  settings: ['lateFrom'],
  find: ({ adjustments, fiscalYear, settings }) => {
    const from = [String(fiscalYear), settings.lateFrom].join('-');
    return adjustments.flatMap(({ id, name, byDay, changes, revisions }) => {
      const late = byDay.find(({ day }) => day >= from);
      if (late === undefined || changes.length === 0) return [];
      return [
        {
          finding: finding('ADJUSTMENT_LATE_IN_YEAR', {
            adjustment: id,
            name,
            day: late.day,
            from,
            ...sumsInText(byDay.filter(({ day }) => day >= from).flatMap((dated) => dated.changes)),
          }),
          about: { adjustment: id },
          records: revisions,
        },
      ];
    });
  },
};
