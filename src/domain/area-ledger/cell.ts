import type { BudgetLine } from '../../catalogue/budget-line.ts';
import {
  type Classifiers,
  groupOf,
  sourceClassOf,
  type SourceClass,
} from '../../catalogue/classifiers.ts';
import type { ActivityId, ObjectCode, Source } from '../../catalogue/codes.ts';
import type { ControlLevel } from '../../catalogue/events.ts';

/** A cell of the finest level, activity × group × source class; null is a value of its own. */
export interface Cell {
  readonly activity: ActivityId | null;
  readonly group: ObjectCode | null;
  readonly source: SourceClass | null;
}

/** One text per cell, equal for equal cells. */
export type CellKey = string & { readonly CellKey: unique symbol };

export const cellOf = (
  { activity, object, source }: BudgetLine,
  classifiers: Classifiers,
): Cell => ({
  activity,
  group: object === null ? null : groupOf(object),
  source: source === null ? null : sourceClassOf(source, classifiers),
});

export const keyOf = ({ activity, group, source }: Cell): CellKey =>
  `${activity ?? ''}|${group ?? ''}|${source ?? ''}` as CellKey;

export const cellAt = (key: CellKey): Cell => {
  const [activity = '', group = '', source = ''] = key.split('|');
  return {
    activity: (activity || null) as ActivityId | null,
    group: (group || null) as ObjectCode | null,
    source: (source || null) as SourceClass | null,
  };
};

/** The line on which what is stated for a cell is written. */
export const lineOf = ({ activity, group, source }: Cell): BudgetLine => ({
  activity,
  object: group,
  source: source as Source | null,
});

/** The cell in which availability is checked at a level; the whole ledger is one. */
export const controlKeyOf = (key: CellKey, level: ControlLevel): CellKey => {
  if (level === 'cell') return key;
  return (level === 'activity' ? key.slice(0, key.indexOf('|')) + '|*|*' : '*|*|*') as CellKey;
};

const shown = (part: string, empty: string): string[] => (part === '*' ? [] : [part || empty]);

/** "11.02.02 · 20000 · TGN" */
export const printCell = (key: CellKey): string => {
  const [activity = '', group = '', source = ''] = key.split('|');
  const parts = [
    ...shown(activity, 'sin distribuir'),
    ...shown(group, 'sin grupo'),
    ...shown(source, 'sin fuente'),
  ];
  return parts.length === 0 ? 'todo el libro' : parts.join(' · ');
};
