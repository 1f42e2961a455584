import type { Rule } from './rule.ts';
import { adjustmentLateInYear } from './rules/adjustment-late-in-year.ts';
import { adjustmentWithoutInstrument } from './rules/adjustment-without-instrument.ts';
import { buysWithoutBudget } from './rules/buys-without-budget.ts';
import { dueOnCutOff } from './rules/due-on-cut-off.ts';
import { executedWithoutBudget } from './rules/executed-without-budget.ts';
import { executedWithoutGroup } from './rules/executed-without-group.ts';
import { formOutOfOrder } from './rules/form-out-of-order.ts';
import { formSumsDiffer } from './rules/form-sums-differ.ts';
import { nothingDone } from './rules/nothing-done.ts';
import { pastEndDate } from './rules/past-end-date.ts';
import { progressWithoutSpending } from './rules/progress-without-spending.ts';
import { smallAdjustmentsRepeated } from './rules/small-adjustments-repeated.ts';
import { spentWithoutProgress } from './rules/spent-without-progress.ts';
import { transferHalfMissing } from './rules/transfer-half-missing.ts';
import { transferRoundTrip } from './rules/transfer-round-trip.ts';
import { usedAboveBudget } from './rules/used-above-budget.ts';

/** Every rule, in the order in which its findings are listed among those as grave. */
export const rules: readonly Rule[] = [
  spentWithoutProgress,
  progressWithoutSpending,
  nothingDone,
  pastEndDate,
  buysWithoutBudget,
  executedWithoutGroup,
  executedWithoutBudget,
  usedAboveBudget,
  adjustmentWithoutInstrument,
  smallAdjustmentsRepeated,
  transferRoundTrip,
  transferHalfMissing,
  formSumsDiffer,
  dueOnCutOff,
  adjustmentLateInYear,
  formOutOfOrder,
];
