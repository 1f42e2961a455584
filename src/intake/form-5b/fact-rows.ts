import type { Classifiers } from '../../catalogue/classifiers.ts';
import { Failure } from '../../catalogue/failure.ts';
import { finding, type Finding } from '../../catalogue/finding.ts';
import { columns } from './columns.ts';
import { placeOf } from './form-line.ts';
import { addLevels, areEqual, noMoney } from './levels.ts';
import type { PrintedRow } from './printed-row.ts';

/** One row per group. @throws DUPLICATE_GROUP */
export const factRows = (code: string, labelled: readonly PrintedRow[]): PrintedRow[] => {
  const facts = mergeWithoutGroup(labelled);
  checkGroups(code, facts);
  return facts;
};

/** Rows that stay sin grupo are one cell per column; without money they state nothing. */
const mergeWithoutGroup = (facts: readonly PrintedRow[]): PrintedRow[] => {
  const [first, ...others] = facts.filter(({ label }) => label === null);
  if (first === undefined) return [...facts];
  const levels = others.reduce((sum, row) => addLevels(sum, row.levels), first.levels);
  return facts.flatMap((row) => {
    if (row.label !== null) return [row];
    return row === first && !areEqual(levels, noMoney) ? [{ ...row, levels }] : [];
  });
};

const checkGroups = (code: string, facts: readonly PrintedRow[]): void => {
  for (const [index, { label, line }] of facts.entries()) {
    if (label === null || facts.findIndex((row) => row.label === label) === index) continue;
    throw new Failure('DUPLICATE_GROUP', { code, group: label }, placeOf(line, columns.group));
  }
};

export const unknownGroups = (
  activity: string,
  facts: readonly PrintedRow[],
  { groups }: Classifiers,
): Finding[] =>
  facts.flatMap(({ label, line }) =>
    label === null || Object.hasOwn(groups, label)
      ? []
      : [
          finding(
            'GROUP_NOT_IN_CLASSIFIER',
            { activity, group: label },
            placeOf(line, columns.group),
          ),
        ],
  );
