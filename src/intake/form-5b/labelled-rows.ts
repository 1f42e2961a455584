import type { Classifiers } from '../../catalogue/classifiers.ts';
import { objectCode, type ObjectCode } from '../../catalogue/codes.ts';
import { Failure } from '../../catalogue/failure.ts';
import { finding, type Finding } from '../../catalogue/finding.ts';
import { columns } from './columns.ts';
import { placeOf } from './form-line.ts';
import { areEqual, noMoney, sumOfLevels } from './levels.ts';
import type { PrintedRow } from './printed-row.ts';

export interface LabelledRows {
  /** the rows that are facts, label null: sin grupo */
  readonly facts: readonly PrintedRow[];
  /** the row that checks them */
  readonly total: PrintedRow | null;
  readonly findings: readonly Finding[];
}

/**
 * Tells an activity's facts from its sum. The last TOTAL is the sum; alone it is money that
 * belongs to no known group. An earlier TOTAL is a group that lost its label if it closes the sum.
 *
 * @throws FORM_ROW_UNREADABLE for an earlier TOTAL that is neither a group nor the sum
 */
export const labelledRows = (
  activity: string,
  rows: readonly PrintedRow[],
  classifiers: Classifiers,
): LabelledRows => {
  const total = rows.findLast(({ label }) => label === null) ?? null;
  const others = rows.filter((row) => row !== total);
  if (total === null) {
    return { facts: others, total, findings: [finding('TOTAL_ROW_MISSING', { activity })] };
  }
  if (others.length === 0) return totalAlone(activity, total);

  const unlabelled = others.filter(({ label }) => label === null);
  const isLast = rows.at(-1) === total;
  if (isLast && unlabelled.length === 0) return { facts: others, total, findings: [] };
  if (areEqual(sumOfLevels(others), total.levels)) {
    const { facts, findings } = withGroups(activity, others, classifiers);
    const moved = isLast ? [] : [notLast(activity, total)];
    return { facts, total, findings: [...findings, ...moved] };
  }
  return repeatedTotal(activity, others, total);
};

const totalAlone = (activity: string, total: PrintedRow): LabelledRows =>
  areEqual(total.levels, noMoney)
    ? { facts: [], total, findings: [] }
    : { facts: [total], total, findings: [] };

const notLast = (activity: string, { line }: PrintedRow): Finding =>
  finding('TOTAL_ROW_NOT_LAST', { activity }, placeOf(line, columns.group));

/** The sum may also be printed above its groups and again below them. */
const repeatedTotal = (
  activity: string,
  others: readonly PrintedRow[],
  total: PrintedRow,
): LabelledRows => {
  const facts = others.filter(({ label }) => label !== null);
  const unlabelled = others.filter(({ label }) => label === null);
  const repeats = [...unlabelled, { levels: sumOfLevels(facts) }];
  const [first] = unlabelled;
  if (first !== undefined && repeats.every(({ levels }) => areEqual(levels, total.levels))) {
    return { facts, total, findings: [notLast(activity, first)] };
  }
  const problem = `${activity}: la fila TOTAL que no es la última no cierra la suma`;
  const { line } = first ?? total;
  throw new Failure('FORM_ROW_UNREADABLE', { problem }, placeOf(line, columns.group));
};

/** Each run of rows without label takes the groups that fit between its neighbours, if just as many do. */
const withGroups = (
  activity: string,
  rows: readonly PrintedRow[],
  classifiers: Classifiers,
): { facts: PrintedRow[]; findings: Finding[] } => {
  const findings: Finding[] = [];
  const facts = rows.map((row, index) => {
    if (row.label !== null) return row;
    const label = fittingGroup(rows, index, classifiers);
    findings.push(labelFinding(activity, row, label));
    return { ...row, label };
  });
  return { facts, findings };
};

const fittingGroup = (
  rows: readonly PrintedRow[],
  index: number,
  classifiers: Classifiers,
): ObjectCode | null => {
  const before = rows.slice(0, index).findLastIndex(({ label }) => label !== null);
  const next = rows.findIndex(({ label }, other) => other > index && label !== null);
  const after = next === -1 ? rows.length : next;
  const low = rows[before]?.label ?? '';
  const high = rows[after]?.label ?? '~';
  const fitting = Object.keys(classifiers.groups)
    .filter((group) => low < group && group < high && !rows.some(({ label }) => label === group))
    .sort();
  const group = fitting[index - before - 1];
  return group === undefined || fitting.length !== after - before - 1 ? null : objectCode(group);
};

const labelFinding = (activity: string, { line }: PrintedRow, group: ObjectCode | null): Finding =>
  group === null
    ? finding('LABEL_READ_AS_NO_GROUP', { activity }, placeOf(line, columns.group))
    : finding('LABEL_READ_AS_GROUP', { activity, group }, placeOf(line, columns.group));
