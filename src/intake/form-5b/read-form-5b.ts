import type { CivilDate } from '../../catalogue/civil-date.ts';
import { type Classifiers, defaultClassifiers } from '../../catalogue/classifiers.ts';
import { Failure, placed } from '../../catalogue/failure.ts';
import { finding, type Finding } from '../../catalogue/finding.ts';
import type { StatedForm } from '../../catalogue/stated-form.ts';
import { type DecimalMark, decimalMarkOf } from '../decimal-mark.ts';
import { decodeText } from '../decode-text.ts';
import { codeGaps } from './code-gaps.ts';
import { columns, moneyColumns } from './columns.ts';
import { formActivity, type ReadActivity, type Reading } from './form-activity.ts';
import { formHeader } from './form-header.ts';
import { cellOf, type FormLine, formLines, placeOf } from './form-line.ts';
import { formNumbers } from './form-numbers.ts';
import { type FormParts, formParts } from './form-parts.ts';
import { type CheckedTotals, formTotals, type PrintedTotals } from './form-totals.ts';
import { monthFindings } from './month-findings.ts';
import { planVersion } from './plan-version.ts';

export interface Form5bOptions {
  readonly fileName: string;
  readonly sha256: string;
  /** since when an adjusted plan is in force, where its name does not say the month */
  readonly adjustedOn?: CivilDate;
  /** where no value of the file shows its number format */
  readonly decimal?: DecimalMark;
  /** takes a TOTAL GENERAL that its rows do not give as a finding */
  readonly acceptDifferences?: boolean;
  readonly classifiers?: Classifiers;
}

export interface ReadForm5b {
  readonly form: StatedForm;
  /** in the order of the file */
  readonly findings: readonly Finding[];
  readonly printed: PrintedTotals;
}

/**
 * Reads the tab-separated text of a Formulario N.5.B. Sum rows are compared, never taken over.
 *
 * @throws Failure with the place, for whatever cannot be read in one way
 */
export const readForm5b = (bytes: Uint8Array, options: Form5bOptions): ReadForm5b =>
  placed({ file: options.fileName }, () => readText(decodeText(bytes), options));

const readText = (text: string, options: Form5bOptions): ReadForm5b => {
  const lines = formLines(text);
  const parts = formParts(lines);
  const general = parts.activities.length > 0 ? generalOf(parts.general, lines) : null;
  const header = formHeader(parts.pages);
  if (general === null) throw cutOff('toda actividad', lines);
  const mark = decimalMarkOf(formNumbers(parts), options.decimal);
  const classifiers = options.classifiers ?? defaultClassifiers;
  const { version, isAdjusted, findings } = planVersion(header, options.adjustedOn);
  const read = readActivities(parts, { fiscalYear: header.fiscalYear, mark, classifiers });
  const accept = options.acceptDifferences ?? false;
  const totals = formTotals({ partials: parts.partials, general }, read, mark, accept);
  const { entity, area, fiscalYear, corte } = header;
  const activities = read.map(({ activity }) => activity);
  return {
    form: {
      file: options.sha256,
      entity,
      area,
      fiscalYear,
      corte,
      version,
      isAdjusted,
      activities,
    },
    findings: [...monthFindings(parts, corte), ...findings, ...findingsOf(read, totals)].map(
      (each) => inFile(each, options.fileName),
    ),
    printed: totals.printed,
  };
};

/** A row of totals without a single amount is one that was cut. */
const generalOf = (general: FormLine | null, lines: readonly FormLine[]): FormLine => {
  if (general === null) throw cutOff('la fila TOTAL GENERAL', lines);
  if (moneyColumns.some((column) => cellOf(general, column) !== '')) return general;
  throw cutOff('el monto de TOTAL GENERAL', lines);
};

const cutOff = (missing: string, lines: readonly FormLine[]): Failure =>
  new Failure('FORM_CUT_OFF', { missing }, { line: lines.length });

const readActivities = ({ activities }: FormParts, reading: Reading): ReadActivity[] => {
  const lineByCode = new Map<string, number>();
  return activities.map((lines, index) => {
    const read = formActivity(lines, index + 1, reading);
    const { code } = read.activity;
    const first = lineByCode.get(code);
    if (first !== undefined) {
      throw new Failure('DUPLICATE_ACTIVITY', { code, first }, placeOf(read.line, columns.code));
    }
    lineByCode.set(code, read.line.number);
    return read;
  });
};

const findingsOf = (read: readonly ReadActivity[], totals: CheckedTotals): Finding[] =>
  [
    ...read.flatMap(({ findings }) => findings),
    ...codeGaps(read),
    ...blankFindings(read),
    ...totals.findings,
  ].toSorted((one, other) => (one.place?.line ?? 0) - (other.place?.line ?? 0));

const blankFindings = (read: readonly ReadActivity[]): Finding[] => {
  const rows = read.flatMap((each) => each.rows).filter(({ blanks }) => blanks > 0);
  const [first] = rows;
  if (first === undefined) return [];
  const cells = rows.reduce((count, { blanks }) => count + blanks, 0);
  return [finding('BLANKS_READ_AS_ZERO', { cells }, placeOf(first.line))];
};

const inFile = (each: Finding, file: string): Finding => ({
  ...each,
  place: { file, ...each.place },
});
