import {
  add,
  type Amount,
  type Centavos,
  type Percentage,
  percentage,
  toAmount,
} from '../../src/catalogue/amount.ts';
import { type CivilDate, monthOf } from '../../src/catalogue/civil-date.ts';
import type { SourceClass } from '../../src/catalogue/classifiers.ts';
import type { ActivityCode, ObjectCode } from '../../src/catalogue/codes.ts';
import { splitBy, type Statement, type ViewLine } from '../figures.ts';
import type { RegisteredActivity } from '../register.ts';

/** Columns (9) to (13) of one printed row. */
export interface FormAmounts {
  readonly programmed: { readonly TGN: Amount; readonly OTRAS: Amount };
  readonly executed: { readonly TGN: Amount; readonly OTRAS: Amount };
  /** null where nothing is programmed; the form prints 0.00 */
  readonly rate: Percentage | null;
}

export interface FormActivity {
  readonly code: ActivityCode;
  readonly operation: string | null;
  readonly name: string;
  readonly start: CivilDate | null;
  readonly end: CivilDate | null;
  readonly indicator: string | null;
  readonly accumulated: Percentage | null;
  /** null stands for money without a group beside groups; an activity with none has its total alone */
  readonly groups: readonly (FormAmounts & { readonly group: ObjectCode | null })[];
  readonly total: FormAmounts;
}

export interface Form5b {
  readonly heading: {
    readonly entity: string | null;
    readonly entityCode: string;
    readonly area: string | null;
    readonly sigla: string;
    readonly title: string;
    readonly fiscalYear: number;
    readonly month: number;
    readonly corte: CivilDate;
  };
  readonly rows: readonly FormActivity[];
  readonly total: FormAmounts;
  /** money of activities that names no source and has no column; null where there is none */
  readonly withoutSource: { readonly programmed: Amount; readonly executed: Amount } | null;
}

const sumOf = (
  { balances }: Statement,
  lines: readonly ViewLine[],
  source: SourceClass | null,
): { programmed: Centavos; executed: Centavos } => {
  const sum = { programmed: 0, executed: 0 };
  for (const { index, source: own } of lines) {
    if (own !== source) continue;
    for (const measure of ['original', 'distributed', 'adjustments'] as const) {
      sum.programmed = add(sum.programmed, balances.balance(index, measure));
    }
    sum.executed = add(sum.executed, balances.balance(index, 'executed'));
  }
  return sum;
};

const amountsOf = (statement: Statement, lines: readonly ViewLine[]): FormAmounts => {
  const treasury = sumOf(statement, lines, 'TGN');
  const others = sumOf(statement, lines, 'OTRAS');
  return {
    programmed: { TGN: toAmount(treasury.programmed), OTRAS: toAmount(others.programmed) },
    executed: { TGN: toAmount(treasury.executed), OTRAS: toAmount(others.executed) },
    rate: percentage(
      add(treasury.executed, others.executed),
      add(treasury.programmed, others.programmed),
    ),
  };
};

const isPrinted = ({ programmed, executed }: FormAmounts): boolean =>
  [programmed.TGN, programmed.OTRAS, executed.TGN, executed.OTRAS].some(
    (amount) => amount !== '0.00',
  );

const activityOf = (
  statement: Statement,
  lines: readonly ViewLine[],
  { id: _, position: __, ...description }: RegisteredActivity,
): FormActivity => {
  const groups = splitBy(lines, 'group')
    .map(([group, ofGroup]) => ({ group, ...amountsOf(statement, ofGroup) }))
    .filter(isPrinted);
  const hasGroups = groups.some(({ group }) => group !== null);
  return { ...description, groups: hasGroups ? groups : [], total: amountsOf(statement, lines) };
};

/** The Formulario N.5.B as data: cumulative to the corte, activities in printed order. */
export const form5b = (
  statement: Statement,
  activities: readonly RegisteredActivity[],
  heading: Omit<Form5b['heading'], 'month'>,
): Form5b => {
  const lines = statement.lines.filter(({ activity }) => activity !== null);
  const byActivity = Map.groupBy(lines, ({ activity }) => activity);
  const unsourced = sumOf(statement, lines, null);
  return {
    heading: { ...heading, month: monthOf(heading.corte) },
    rows: activities.map((activity) =>
      activityOf(statement, byActivity.get(activity.id) ?? [], activity),
    ),
    total: amountsOf(statement, lines),
    withoutSource:
      unsourced.programmed === 0 && unsourced.executed === 0
        ? null
        : { programmed: toAmount(unsourced.programmed), executed: toAmount(unsourced.executed) },
  };
};
