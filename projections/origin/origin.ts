import { add, type Amount, type Centavos, toAmount } from '../../src/catalogue/amount.ts';
import type { BudgetLine } from '../../src/catalogue/budget-line.ts';
import type { CivilDate } from '../../src/catalogue/civil-date.ts';
import type { Classifiers } from '../../src/catalogue/classifiers.ts';
import { classifiedLines } from '../classified-lines.ts';
import { integerAt, numberAt, smallAt } from '../columns.ts';
import type { ResolvedCutOff } from '../cut-off.ts';
import { type Entries, type Measure, measures } from '../entries.ts';
import {
  type ColumnCutOff,
  columnCutOff,
  entryDay,
  isEffectiveBy,
  isEntrySeen,
} from '../entry-days.ts';
import type { Scope, ViewLine } from '../figures.ts';
import { isInScope } from '../scope.ts';
import type { Term } from './cell.ts';

/** Which lines a cell is of. */
export interface CellLines {
  readonly scope: Scope;
  /** the form leaves out what is not distributed */
  readonly isOfActivities: boolean;
}

/** An entry of a cell. */
export interface OriginEntry {
  readonly revision: number;
  /** its place among the lines of its record, from 0 */
  readonly index: number;
  readonly line: BudgetLine;
  readonly measure: Measure;
  readonly effectiveOn: CivilDate;
  /** as it counts in the cell: what is paid lowers what is left to pay */
  readonly amount: Amount;
  readonly running: Amount;
}

export const laterReasons = ['effectiveLater', 'recordedLater'] as const;

/** What touches a cell and is not in it. */
export interface LaterShare {
  readonly revision: number;
  readonly amount: Amount;
  /** both where it was recorded later and counts from a later day */
  readonly reasons: readonly (typeof laterReasons)[number][];
}

export interface OriginSum {
  readonly amount: Amount;
  /** by day, those of one day as they were recorded: the running total is the cell at that day */
  readonly entries: readonly OriginEntry[];
  /** in the order of recording */
  readonly later: readonly LaterShare[];
}

export const linesOf = (
  { lines }: Entries,
  { scope, isOfActivities }: CellLines,
  classifiers: Classifiers,
): ViewLine[] =>
  classifiedLines(lines, classifiers).lines.filter(
    (line) => isInScope(line, scope) && !(isOfActivities && line.activity === null),
  );

interface Found {
  readonly at: number;
  readonly centavos: Centavos;
}

/** The entries of some lines in a sum, wherever they stand in time. */
const entriesIn = (entries: Entries, lines: readonly ViewLine[], { signs }: Term): Found[] => {
  const isOfCell = new Uint8Array(entries.lines.length);
  for (const { index } of lines) isOfCell[index] = 1;
  const found: Found[] = [];
  for (let at = 0; at < entries.size; at += 1) {
    if (smallAt(isOfCell, integerAt(entries.lineIds, at)) === 0) continue;
    const sign = signs[measures[smallAt(entries.measureIds, at)] ?? 'original'];
    if (sign === undefined) continue;
    const centavos = sign * numberAt(entries.amounts, at);
    found.push({ at, centavos });
  }
  return found;
};

/** The entries of a record stand together, in the order of its lines. */
const indexInRecord = ({ revisions }: Entries, at: number): number => {
  let first = at;
  while (first > 0 && revisions[first - 1] === revisions[at]) first -= 1;
  return at - first;
};

const withRunning = (entries: Entries, found: readonly Found[]): OriginEntry[] => {
  let running = 0;
  const dayOf = ({ at }: Found): number => integerAt(entries.days, at);
  const sorted = found.toSorted((one, other) => dayOf(one) - dayOf(other) || one.at - other.at);
  return sorted.flatMap(({ at, centavos }) => {
    const line = entries.lines[integerAt(entries.lineIds, at)];
    const measure = measures[smallAt(entries.measureIds, at)];
    if (line === undefined || measure === undefined) return [];
    running = add(running, centavos);
    return [
      {
        revision: integerAt(entries.revisions, at),
        index: indexInRecord(entries, at),
        line,
        measure,
        effectiveOn: entryDay(entries, at),
        amount: toAmount(centavos),
        running: toAmount(running),
      },
    ];
  });
};

/** A record that brings nothing together to the cell is not waiting for it either. */
const laterShares = (
  entries: Entries,
  found: readonly Found[],
  cutOff: ColumnCutOff,
): LaterShare[] => {
  const byRecord = Map.groupBy(found, ({ at }) => integerAt(entries.revisions, at));
  return [...byRecord].flatMap(([revision, own]) => {
    const sum = own.reduce((all, { centavos }) => add(all, centavos), 0);
    if (sum === 0) return [];
    const isEffectiveLater = own.some(({ at }) => !isEffectiveBy(entries, at, cutOff.day));
    const reasons = laterReasons.filter((reason) =>
      reason === 'effectiveLater' ? isEffectiveLater : revision > cutOff.revision,
    );
    return [{ revision, amount: toAmount(sum), reasons }];
  });
};

/** A sum down to its entries, and what touches it and is not in it. */
export const originOf = (
  entries: Entries,
  sides: Pick<ResolvedCutOff, 'effective' | 'known'>,
  lines: readonly ViewLine[],
  term: Term,
): OriginSum => {
  const cutOff = columnCutOff(sides);
  const isIn = ({ at }: Found): boolean => isEntrySeen(entries, at, cutOff);
  const found = entriesIn(entries, lines, term);
  const own = withRunning(entries, found.filter(isIn));
  return {
    amount: own.at(-1)?.running ?? toAmount(0),
    entries: own,
    later: laterShares(
      entries,
      found.filter((each) => !isIn(each)),
      cutOff,
    ),
  };
};
