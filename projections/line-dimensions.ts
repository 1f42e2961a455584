import type { BudgetLine } from '../src/catalogue/budget-line.ts';
import {
  type Classifiers,
  groupOf,
  type SourceClass,
  sourceClassOf,
} from '../src/catalogue/classifiers.ts';
import type { ActivityId, ObjectCode } from '../src/catalogue/codes.ts';

/** A line as views see it: partidas rolled up to groups, fuentes to their class. */
export interface LineDimensions {
  readonly activity: ActivityId | null;
  readonly group: ObjectCode | null;
  readonly source: SourceClass | null;
}

export const dimensionsOf = (
  { activity, object, source }: BudgetLine,
  classifiers: Classifiers,
): LineDimensions => ({
  activity,
  group: object === null ? null : groupOf(object),
  source: source === null ? null : sourceClassOf(source, classifiers),
});

/** The levels at which views have rows, and the dimension of each. */
export const levels = { activity: 'activity', group: 'group', overall: 'source' } as const;
export type Level = keyof typeof levels;
