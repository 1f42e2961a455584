import { type Amount, type Centavos, centavos, toAmount } from './amount.ts';
import type { ActivityId, ObjectCode, Source } from './codes.ts';

/** Further dimensions of a line of the budget; views group by none of them, documents may carry all. */
export interface LineAttributes {
  readonly programme?: string;
  readonly unit?: string;
  readonly organism?: string;
  readonly project?: string;
}

/** [object | null = sin grupo, source | null = sin fuente, amount, further dimensions] */
export type LineCell = readonly [ObjectCode | null, Source | null, Amount, LineAttributes?];

/** The lines of one event, grouped by activity so that a large form stays small; null = not yet distributed. */
export interface ActivityAmounts {
  readonly activity: ActivityId | null;
  readonly amounts: readonly LineCell[];
}
export type LineAmounts = readonly ActivityAmounts[];

/** A budget line: every dimension that was given. */
export interface BudgetLine {
  readonly activity: ActivityId | null;
  readonly object: ObjectCode | null;
  readonly source: Source | null;
  readonly attributes?: LineAttributes;
}

export type LineCentavos = BudgetLine & { readonly centavos: Centavos };

export const flatten = (lines: LineAmounts): LineCentavos[] =>
  lines.flatMap(({ activity, amounts }) =>
    amounts.map(([object, source, amount, attributes]) => ({
      activity,
      object,
      source,
      centavos: centavos(amount),
      ...(attributes && { attributes }),
    })),
  );

const cellOf = ({ object, source, attributes, ...line }: LineCentavos): LineCell =>
  attributes === undefined
    ? [object, source, toAmount(line.centavos)]
    : [object, source, toAmount(line.centavos), attributes];

/** The opposite of `flatten`: activities in the order in which they are first named. */
export const groupByActivity = (lines: Iterable<LineCentavos>): LineAmounts => {
  const byActivity = new Map<ActivityId | null, LineCell[]>();
  for (const line of lines) {
    const amounts = byActivity.get(line.activity) ?? [];
    amounts.push(cellOf(line));
    byActivity.set(line.activity, amounts);
  }
  return [...byActivity].map(([activity, amounts]) => ({ activity, amounts }));
};

/** A sign that no text of a line holds. */
const apart = '\u001f';

const attributeNames = ['programme', 'unit', 'organism', 'project'] as const;

/** One text per line, equal for equal lines. */
export const lineKey = ({ activity, object, source, attributes }: BudgetLine): string => {
  const further = attributes ? attributeNames.map((name) => attributes[name] ?? '') : [];
  return [activity, object, source, ...further].join(apart);
};

/** "11.02.02 · 23400 · 10": a line as its key names it. */
export const printLine = (key: string): string => {
  const [activity = '', object = '', source = ''] = key.split(apart);
  return [activity || 'sin distribuir', object || 'sin grupo', source || 'sin fuente'].join(' · ');
};
