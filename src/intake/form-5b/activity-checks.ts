import { type Centavos, type Percentage, toAmount } from '../../catalogue/amount.ts';
import { finding, type Finding } from '../../catalogue/finding.ts';
import { columns, moneyColumns } from './columns.ts';
import { placeOf } from './form-line.ts';
import { executedOf, type Levels, printedRateOf, programmedOf, sumOfLevels } from './levels.ts';
import type { LabelledRows } from './labelled-rows.ts';
import type { PrintedRow } from './printed-row.ts';

/** What an activity's sum row, percentage and total without groups say against its facts. */
export const activityChecks = (
  activity: string,
  rows: readonly PrintedRow[],
  { facts, total }: LabelledRows,
): Finding[] => {
  const levels = sumOfLevels(facts);
  return [
    ...withoutGroup(activity, facts, total),
    ...(total === null ? [] : sumDifferences(activity, total, levels)),
    ...percentageFindings(activity, rows, total, levels),
  ];
};

const withoutGroup = (
  activity: string,
  facts: readonly PrintedRow[],
  total: PrintedRow | null,
): Finding[] => {
  if (total === null || facts[0] !== total) return [];
  const programmed = toAmount(programmedOf(total.levels));
  const executed = toAmount(executedOf(total.levels));
  const place = placeOf(total.line, columns.group);
  return [finding('MONEY_WITHOUT_GROUP', { activity, programmed, executed }, place)];
};

const sumDifferences = (activity: string, total: PrintedRow, found: Levels): Finding[] =>
  moneyColumns.flatMap((column, index) => {
    const [one, other]: [Centavos, Centavos] = [total.levels[index] ?? 0, found[index] ?? 0];
    if (one === other) return [];
    const facts = {
      activity,
      column: column.name,
      printed: toAmount(one),
      found: toAmount(other),
    };
    return [finding('SUM_DIFFERS', facts, placeOf(total.line, column))];
  });

/**
 * The percentage of the activity is the one on its TOTAL row or, where that has none, the only one
 * that is printed; any further one speaks of its own row.
 */
const percentageFindings = (
  activity: string,
  rows: readonly PrintedRow[],
  total: PrintedRow | null,
  levels: Levels,
): Finding[] => {
  const printed = rows.filter((row) => row.percentage !== null);
  const [only] = printed.length === 1 ? printed : [];
  const owner = total !== null && total.percentage !== null ? total : only;
  return [
    ...(owner === undefined ? [finding('PERCENTAGE_MISSING', { activity }, rowPlace(rows))] : []),
    ...(owner !== undefined && owner !== total ? [onOtherRow(activity, owner)] : []),
    ...printed.flatMap((row) => rateDifference(activity, row, row === owner ? levels : row.levels)),
  ];
};

const rowPlace = (rows: readonly PrintedRow[]): Finding['place'] => {
  const last = rows.at(-1);
  return last && placeOf(last.line, columns.percentage);
};

const onOtherRow = (activity: string, { line, percentage }: PrintedRow): Finding =>
  finding(
    'PERCENTAGE_ON_OTHER_ROW',
    { activity, percentage: percentage ?? '' },
    placeOf(line, columns.percentage),
  );

const rateDifference = (
  activity: string,
  { line, percentage }: { line: PrintedRow['line']; percentage: Percentage | null },
  levels: Levels,
): Finding[] => {
  const found = printedRateOf(levels);
  if (percentage === null || percentage === found) return [];
  const facts = { activity, printed: percentage, found };
  return [finding('PERCENTAGE_DIFFERS', facts, placeOf(line, columns.percentage))];
};
