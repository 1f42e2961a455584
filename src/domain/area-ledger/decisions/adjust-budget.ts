import { add } from '../../../catalogue/amount.ts';
import { groupByActivity, lineKey } from '../../../catalogue/budget-line.ts';
import { Failure } from '../../../catalogue/failure.ts';
import { decided } from '../../kernel/decider.ts';
import { checkKind } from '../adjustment-kinds.ts';
import { besideForms } from '../guards.ts';
import { resolveLines } from '../lines.ts';
import type { AdjustmentHistory } from '../state.ts';
import { adjustmentIdOf } from '../stated-timeline.ts';
import type { CommandOf } from '../commands.ts';
import { type Decision, fact } from './decision.ts';

type Adjustment = CommandOf<'AdjustBudget'>['data'];

/** A further record of an adjustment tells the same story as those before it. */
const continues = (known: AdjustmentHistory | undefined, data: Adjustment, id: string): void => {
  if (known === undefined) return;
  const isSame =
    known.name === data.name &&
    known.kind === data.kind &&
    JSON.stringify(known.instrument) === JSON.stringify(data.instrument);
  if (!isSame) throw new Failure('ADJUSTMENT_DIFFERS', { adjustment: id });
};

const changesWith = (
  known: AdjustmentHistory | undefined,
  lines: ReturnType<typeof resolveLines>,
) => {
  const changes = new Map(known?.changes);
  for (const line of lines) {
    const key = lineKey(line);
    changes.set(key, add(changes.get(key) ?? 0, line.centavos));
  }
  return changes;
};

const optional = ({ counterpart, netEffect }: Adjustment) => ({
  ...(counterpart && { counterpart }),
  ...(netEffect !== undefined && { netEffect }),
});

export const adjustBudget: Decision<'AdjustBudget'> = ({ effectiveOn, data }, ledger) => {
  if (!ledger.isApproved) throw new Failure('PLAN_NOT_APPROVED', {});
  const { name, kind, instrument, counterpart, netEffect = null } = data;
  if (instrument === undefined) throw new Failure('INSTRUMENT_MISSING', {});
  const adjustment = data.adjustment ?? adjustmentIdOf(name);
  const known = ledger.adjustments.get(adjustment);
  continues(known, data, adjustment);
  const lines = resolveLines(ledger, data.lines, effectiveOn);
  const hasCounterpart = counterpart !== undefined || known?.counterpart === true;
  checkKind({ kind, changes: changesWith(known, lines), hasCounterpart, netEffect });
  return decided([
    fact('BudgetAdjusted', effectiveOn, {
      adjustment,
      name,
      kind,
      instrument,
      lines: groupByActivity(lines),
      ...optional(data),
      ...besideForms(ledger, effectiveOn, data.forms),
    }),
  ]);
};
