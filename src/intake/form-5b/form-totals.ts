import { type Amount, type Percentage, toAmount } from '../../catalogue/amount.ts';
import { Failure } from '../../catalogue/failure.ts';
import { finding, type Finding } from '../../catalogue/finding.ts';
import type { DecimalMark } from '../decimal-mark.ts';
import { type Column, columns, moneyColumns } from './columns.ts';
import type { ReadActivity } from './form-activity.ts';
import { type FormLine, placeOf } from './form-line.ts';
import type { PartialTotal } from './form-parts.ts';
import { areEqual, type Levels, printedRateOf, sumOfLevels } from './levels.ts';
import { totalLevels, totalPercentage } from './printed-row.ts';

/** A sum row of the form as printed. */
export interface PrintedTotal {
  readonly programmed: { readonly TGN: Amount; readonly OTRAS: Amount };
  readonly executed: { readonly TGN: Amount; readonly OTRAS: Amount };
  readonly percentage: Percentage | null;
  readonly line: number;
}

export interface PrintedTotals {
  /** TOTAL PARCIAL, one or one per page */
  readonly partial: readonly PrintedTotal[];
  /** TOTAL GENERAL */
  readonly general: PrintedTotal;
}

export interface CheckedTotals {
  readonly printed: PrintedTotals;
  readonly findings: readonly Finding[];
}

interface TotalRows {
  readonly partials: readonly PartialTotal[];
  readonly general: FormLine;
}

/** @throws FORM_TOTAL_DIFFERS unless differences are accepted */
export const formTotals = (
  rows: TotalRows,
  activities: readonly ReadActivity[],
  mark: DecimalMark,
  acceptDifferences: boolean,
): CheckedTotals => {
  const partial = rows.partials.map(({ line }) => printedTotal(line, mark));
  const general = printedTotal(rows.general, mark);
  const found = sumOfLevels(activities);
  const differences = differencesOf('TOTAL GENERAL', rows.general, mark, found);
  const [first] = differences;
  if (first !== undefined && !acceptDifferences) {
    const { column, printed, found: sum } = first.facts;
    const place = placeOf(rows.general, first.column);
    throw new Failure('FORM_TOTAL_DIFFERS', { column, printed, found: sum }, place);
  }
  const findings = [
    ...partialFindings(rows.partials, activities, mark),
    ...differences.map((difference) => totalDiffers(difference, rows.general)),
    ...rateFindings('TOTAL GENERAL', rows.general, mark, found),
  ];
  return { printed: { partial, general }, findings };
};

const printedTotal = (line: FormLine, mark: DecimalMark): PrintedTotal => {
  const levels = totalLevels(line, mark);
  return {
    programmed: { TGN: toAmount(levels[0]), OTRAS: toAmount(levels[1]) },
    executed: { TGN: toAmount(levels[2]), OTRAS: toAmount(levels[3]) },
    percentage: totalPercentage(line, mark),
    line: line.number,
  };
};

interface Difference {
  readonly column: Column;
  readonly facts: {
    readonly row: string;
    readonly column: string;
    readonly printed: Amount;
    readonly found: Amount;
  };
}

const differencesOf = (
  row: string,
  line: FormLine,
  mark: DecimalMark,
  found: Levels,
): Difference[] => {
  const levels = totalLevels(line, mark);
  return moneyColumns.flatMap((column, index) => {
    const printed = toAmount(levels[index] ?? 0);
    const sum = toAmount(found[index] ?? 0);
    return printed === sum
      ? []
      : [{ column, facts: { row, column: column.name, printed, found: sum } }];
  });
};

const totalDiffers = ({ column, facts }: Difference, line: FormLine): Finding =>
  finding('TOTAL_DIFFERS', facts, placeOf(line, column));

/** Some bodies print one at the end, some one per page: of that page or of all so far. */
const partialFindings = (
  partials: readonly PartialTotal[],
  activities: readonly ReadActivity[],
  mark: DecimalMark,
): Finding[] =>
  partials.flatMap(({ line, after }, index) => {
    const soFar = sumOfLevels(activities.slice(0, after));
    const sincePrevious = sumOfLevels(activities.slice(partials[index - 1]?.after ?? 0, after));
    const ofPage = areEqual(totalLevels(line, mark), sincePrevious);
    const found = ofPage ? sincePrevious : soFar;
    return [
      ...differencesOf('TOTAL PARCIAL', line, mark, found).map((each) => totalDiffers(each, line)),
      ...rateFindings('TOTAL PARCIAL', line, mark, found),
    ];
  });

const rateFindings = (
  activity: string,
  line: FormLine,
  mark: DecimalMark,
  levels: Levels,
): Finding[] => {
  const printed = totalPercentage(line, mark);
  const found = printedRateOf(levels);
  if (printed === null || printed === found) return [];
  return [
    finding('PERCENTAGE_DIFFERS', { activity, printed, found }, placeOf(line, columns.percentage)),
  ];
};
