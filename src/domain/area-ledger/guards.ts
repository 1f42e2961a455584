import { type CivilDate, yearOf } from '../../catalogue/civil-date.ts';
import { type LedgerId, ledgerIdOf } from '../../catalogue/codes.ts';
import type { ActivityDescription } from '../../catalogue/events.ts';
import { Failure } from '../../catalogue/failure.ts';
import type { AgainstForms } from './commands.ts';
import type { AdjustmentHistory, LedgerState } from './state.ts';

export const ledgerName = ({ opened }: LedgerState): LedgerId | '' =>
  opened === null ? '' : ledgerIdOf(opened.entity.code, opened.area.sigla, opened.fiscalYear);

/** @throws OUTSIDE_FISCAL_YEAR @see Ley 2042 art. 1 */
export const insideFiscalYear = ({ opened }: LedgerState, day: CivilDate): void => {
  if (opened !== null && yearOf(day) !== opened.fiscalYear) {
    throw new Failure('OUTSIDE_FISCAL_YEAR', { day, fiscalYear: opened.fiscalYear });
  }
};

/** @throws PERIOD_IS_CLOSED */
export const insideOpenPeriod = ({ closedThrough }: LedgerState, day: CivilDate): void => {
  if (closedThrough !== null && day <= closedThrough) {
    throw new Failure('PERIOD_IS_CLOSED', { day, through: closedThrough });
  }
};

/** @throws ENDS_BEFORE_IT_STARTS */
export const startsBeforeItEnds = ({ start, end }: ActivityDescription): void => {
  if (start !== null && end !== null && end < start) {
    throw new Failure('ENDS_BEFORE_IT_STARTS', { start, end });
  }
};

/** @throws ADJUSTMENT_NOT_FOUND */
export const adjustmentExists = (
  ledger: LedgerState,
  adjustment: string | undefined,
): AdjustmentHistory | undefined => {
  if (adjustment === undefined) return undefined;
  const known = ledger.adjustments.get(adjustment);
  if (known === undefined) {
    const names = [...ledger.adjustments.keys()];
    throw new Failure('ADJUSTMENT_NOT_FOUND', { name: adjustment, known: names });
  }
  return known;
};

/** The cortes that were stated, from a day on. */
const cortesFrom = (ledger: LedgerState, day: CivilDate): CivilDate[] =>
  [...ledger.forms.keys()].filter((corte) => corte >= day).sort();

/**
 * The latest corte whose form lacks an entry. It may name one that no form has stated yet: the same
 * is said whether the form arrives before or after the entry.
 */
const lacking = (
  ledger: LedgerState,
  day: CivilDate,
  forms: AgainstForms,
): { beyond?: CivilDate } => {
  if ('within' in forms) return {};
  const beyond = forms.beyond ?? cortesFrom(ledger, day).at(-1);
  if (beyond !== undefined && beyond < day) {
    const cortes = [...ledger.forms.keys()].sort();
    throw new Failure('CORTE_NOT_STATED', { corte: beyond, cortes });
  }
  return beyond === undefined ? {} : { beyond };
};

/**
 * What an entry on or before a stated corte says of the form: contained in it, or lacked by it.
 * @throws STATED_BY_FORMS where it says neither
 */
export const againstForms = (
  ledger: LedgerState,
  day: CivilDate,
  forms: AgainstForms | undefined,
): { beyond?: CivilDate } => {
  if (forms !== undefined) return lacking(ledger, day, forms);
  const cortes = cortesFrom(ledger, day);
  if (cortes.length > 0) throw new Failure('STATED_BY_FORMS', { day, cortes });
  return {};
};

/** A change of the plan by hand is lacked by the forms that were there before it, unless it says otherwise. */
export const besideForms = (
  ledger: LedgerState,
  day: CivilDate,
  forms: AgainstForms = { beyond: null },
): { beyond?: CivilDate } => lacking(ledger, day, forms);
