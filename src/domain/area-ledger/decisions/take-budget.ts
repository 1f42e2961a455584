import { centavos } from '../../../catalogue/amount.ts';
import { groupByActivity } from '../../../catalogue/budget-line.ts';
import { Failure } from '../../../catalogue/failure.ts';
import { finding } from '../../../catalogue/finding.ts';
import type { Draft, Origin } from '../../../catalogue/events.ts';
import type { StatedBudget } from '../../../catalogue/stated-form.ts';
import { decided } from '../../kernel/decider.ts';
import { positiveLines } from '../lines.ts';
import { openingFor, ownLedger } from '../opening.ts';
import type { LedgerState } from '../state.ts';
import { act, type Decision, fact } from './decision.ts';

/** Lines in the order in which the event keeps them, so that places fall on the right ones. */
const sortedLines = (ledger: LedgerState, { lines, effectiveOn }: StatedBudget) => {
  const written = lines.filter(({ amount }) => centavos(amount) !== 0);
  const resolved = positiveLines(ledger, written, effectiveOn).map((line, index) => ({
    ...line,
    place: written[index]?.place ?? null,
  }));
  return Map.groupBy(resolved, ({ activity }) => activity)
    .values()
    .toArray()
    .flat();
};

const programmed = (ledger: LedgerState, budget: StatedBudget): Draft => {
  const sorted = sortedLines(ledger, budget);
  const origin: Origin = { file: budget.file, places: sorted.map(({ place }) => place) };
  const { assumed } = budget;
  const lines = groupByActivity(sorted);
  return {
    ...fact('BudgetProgrammed', budget.effectiveOn, {
      lines,
      ...(assumed.length > 0 && { assumed }),
    }),
    origin,
  };
};

/** An original budget from a file: opens the ledger where it is new, programs, and approves when told under what. */
export const takeBudget: Decision<'TakeBudget'> = ({ data: { budget, approve } }, ledger) => {
  ownLedger(ledger, budget);
  const taken = ledger.files.get(budget.file);
  if (taken !== undefined) {
    const isNews = approve !== null && !ledger.isApproved;
    return decided(isNews ? [act('PlanApproved', { instrument: approve })] : [], [
      finding('FILE_ALREADY_TAKEN', { revision: taken }),
    ]);
  }
  if (ledger.isApproved) throw new Failure('PLAN_ALREADY_APPROVED', {});
  const opening = openingFor(ledger, budget, { entity: null, area: null });
  return decided(
    [
      ...opening.events,
      programmed(ledger, budget),
      ...(approve === null ? [] : [act('PlanApproved', { instrument: approve })]),
    ],
    opening.findings,
  );
};
