import { toAmount } from '../../catalogue/amount.ts';
import type { Classifiers } from '../../catalogue/classifiers.ts';
import { source } from '../../catalogue/codes.ts';
import { Failure, placed } from '../../catalogue/failure.ts';
import { finding, type Finding } from '../../catalogue/finding.ts';
import type { StatedActivity, StatedFormCell } from '../../catalogue/stated-form.ts';
import type { DecimalMark } from '../decimal-mark.ts';
import { printedPercentage } from '../printed-amount.ts';
import { activityChecks } from './activity-checks.ts';
import { activityDescription } from './activity-description.ts';
import { columns } from './columns.ts';
import { factRows, unknownGroups } from './fact-rows.ts';
import { cellOf, type FormLine, placeOf } from './form-line.ts';
import type { ActivityLines } from './form-parts.ts';
import { labelledRows } from './labelled-rows.ts';
import { type Levels, sumOfLevels } from './levels.ts';
import { type PrintedRow, printedRows } from './printed-row.ts';

/** What the whole file decides for each of its rows. */
export interface Reading {
  readonly fiscalYear: number;
  readonly mark: DecimalMark;
  readonly classifiers: Classifiers;
}

export interface ReadActivity {
  readonly activity: StatedActivity;
  readonly line: FormLine;
  readonly levels: Levels;
  readonly findings: readonly Finding[];
  /** every row as printed, TOTAL too */
  readonly rows: readonly PrintedRow[];
}

export const formActivity = (
  lines: ActivityLines,
  position: number,
  reading: Reading,
): ReadActivity => {
  const [line, ...more] = lines;
  for (const each of lines) refuseFurtherCells(each);
  for (const each of more) refuseText(each);
  const description = activityDescription(line, position, reading.fiscalYear);
  const { code } = description;
  const rows = lines.flatMap((each) => printedRows(each, reading.mark));
  const labelled = labelledRows(code, rows, reading.classifiers);
  const facts = factRows(code, labelled.facts);
  const accumulated = placed(placeOf(line, columns.accumulated), () =>
    printedPercentage(cellOf(line, columns.accumulated), reading.mark),
  );
  const cells = facts.flatMap(cellsOf);
  const findings = [
    ...joinedFindings(code, lines, rows),
    ...unknownGroups(code, facts, reading.classifiers),
    ...labelled.findings,
    ...activityChecks(code, rows, labelled),
  ].map((each) => ({ place: placeOf(line), ...each }));
  const activity = { ...description, accumulated, cells, place: String(line.number) };
  return { activity, line, levels: sumOfLevels(facts), findings, rows };
};

const refuseFurtherCells = (line: FormLine): void => {
  if (line.cells.slice(columns.percentage.index + 1).every((cell) => cell === '')) return;
  const problem = 'la fila tiene más columnas que el formulario';
  throw new Failure('FORM_ROW_UNREADABLE', { problem }, placeOf(line, columns.percentage));
};

/** A row that continues an activity brings money alone: text in it has no place in the form. */
const refuseText = (line: FormLine): void => {
  const described = Object.values(columns).slice(0, columns.group.index);
  const filled = described.find((column) => cellOf(line, column) !== '');
  if (filled === undefined) return;
  const problem = `«${cellOf(line, filled)}» está en una fila que no comienza una actividad`;
  throw new Failure('FORM_ROW_UNREADABLE', { problem }, placeOf(line, filled));
};

const joinedFindings = (
  activity: string,
  lines: ActivityLines,
  printed: readonly PrintedRow[],
): Finding[] =>
  lines.flatMap((line) => {
    const rows = printed.filter((row) => row.line === line).length;
    return rows < 2
      ? []
      : [finding('CELLS_JOINED', { activity, rows }, placeOf(line, columns.group))];
  });

const cellsOf = ({ label: object, levels, place }: PrintedRow): StatedFormCell[] => [
  {
    object,
    source: source('TGN'),
    programmed: toAmount(levels[0]),
    executed: toAmount(levels[2]),
    place,
  },
  {
    object,
    source: source('OTRAS'),
    programmed: toAmount(levels[1]),
    executed: toAmount(levels[3]),
    place,
  },
];
