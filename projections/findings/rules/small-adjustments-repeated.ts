import { centavos, sum, toAmount } from '../../../src/catalogue/amount.ts';
import { type BudgetLine, lineKey } from '../../../src/catalogue/budget-line.ts';
import { finding } from '../../../src/catalogue/finding.ts';
import type { PlanAdjustment } from '../../adjustments-at.ts';
import { printBudgetLine } from '../adjustment-facts.ts';
import type { Found, Rule } from '../rule.ts';

interface SmallChange {
  readonly line: BudgetLine;
  readonly change: number;
  readonly adjustment: PlanAdjustment;
}

/** The line's own dimensions and no cell: a partida is not its group. */
const aboutOf = ({ activity }: BudgetLine): Found['about'] => ({ activity });

/** Many adjustments of one line, each too small to be looked at. */
export const smallAdjustmentsRepeated: Rule = {
  codes: ['SMALL_ADJUSTMENTS_REPEATED'],
  source: 'PEFA 21.4: con qué frecuencia se ajusta; muchas modificaciones pequeñas de una línea',
  settings: ['smallCountMin', 'smallAmountMax'],
  find: ({ adjustments, settings, codeOf }) => {
    const most = centavos(settings.smallAmountMax);
    const small = adjustments.flatMap((adjustment) =>
      adjustment.changes
        .filter((change) => Math.abs(change.centavos) <= most)
        .map(({ line, centavos: change }): SmallChange => ({ line, change, adjustment })),
    );
    return [...Map.groupBy(small, ({ line }) => lineKey(line)).values()].flatMap((changes) => {
      const [first] = changes;
      if (first === undefined || changes.length < settings.smallCountMin) return [];
      return [
        {
          finding: finding('SMALL_ADJUSTMENTS_REPEATED', {
            cell: printBudgetLine(first.line, codeOf),
            count: changes.length,
            amountMax: settings.smallAmountMax,
            net: toAmount(sum(changes.map(({ change }) => change))),
            adjustments: changes.map(({ adjustment: { id, name } }) => name ?? id),
          }),
          about: aboutOf(first.line),
          records: changes.flatMap(({ adjustment }) => adjustment.revisions),
        },
      ];
    });
  },
};
