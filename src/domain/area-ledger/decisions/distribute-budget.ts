import { toAmount } from '../../../catalogue/amount.ts';
import { groupByActivity, type LineCentavos } from '../../../catalogue/budget-line.ts';
import { groupOf } from '../../../catalogue/classifiers.ts';
import { Failure } from '../../../catalogue/failure.ts';
import { decided } from '../../kernel/decider.ts';
import { type CellKey, printCell } from '../cell.ts';
import { besideForms } from '../guards.ts';
import { cellKeyOf, resolveLines, sourceOf, sumBy } from '../lines.ts';
import type { LedgerState } from '../state.ts';
import { type Decision, fact } from './decision.ts';

const balances = (ledger: LedgerState, lines: readonly LineCentavos[]): void => {
  for (const [source, difference] of sumBy(lines, (line) => sourceOf(ledger, line))) {
    if (difference !== 0) {
      throw new Failure('DISTRIBUTION_NOT_BALANCED', { source, difference: toAmount(difference) });
    }
  }
};

const isClosed = ({ activity, object }: LineCentavos): boolean =>
  activity !== null && object !== null;

/** Money that stands at an activity and a group only comes or only goes: anything else moves it between them. */
const onlyToOrFromOpen = (ledger: LedgerState, lines: readonly LineCentavos[]): void => {
  const cells = sumBy(lines.filter(isClosed), (line) => cellKeyOf(ledger, line));
  const groups = sumBy(
    lines.filter(({ object }) => object !== null),
    ({ object }) => `*|${object === null ? '' : groupOf(object)}|*` as CellKey,
  );
  const activities = sumBy(
    lines.filter(({ activity }) => activity !== null),
    ({ activity }) => `${activity ?? ''}|*|*` as CellKey,
  );
  for (const sums of [cells, groups, activities]) {
    const losing = [...sums].find(([, change]) => change < 0);
    if (losing !== undefined && [...sums.values()].some((change) => change > 0)) {
      const cell = printCell(losing[0]);
      throw new Failure('DISTRIBUTION_BETWEEN_ACTIVITIES', { cell });
    }
  }
};

export const distributeBudget: Decision<'DistributeBudget'> = ({ effectiveOn, data }, ledger) => {
  const lines = resolveLines(ledger, data.lines, effectiveOn);
  balances(ledger, lines);
  onlyToOrFromOpen(ledger, lines);
  return decided([
    fact('BudgetDistributed', effectiveOn, {
      lines: groupByActivity(lines),
      basis: 'hand',
      ...besideForms(ledger, effectiveOn, data.forms),
    }),
  ]);
};
