import { Failure } from '../../catalogue/failure.ts';
import { columns } from './columns.ts';
import { type FormLine, placeOf } from './form-line.ts';
import { lineKind, type LineKind } from './line-kind.ts';

/** The lines of one activity: its own and those that continue it, also beyond a page's header. */
export type ActivityLines = readonly [FormLine, ...FormLine[]];

export interface PartialTotal {
  readonly line: FormLine;
  /** how many activities stand above it */
  readonly after: number;
}

export interface FormParts {
  /** the lines of each page's header */
  readonly pages: readonly (readonly FormLine[])[];
  readonly activities: readonly ActivityLines[];
  readonly partials: readonly PartialTotal[];
  readonly general: FormLine | null;
}

interface OpenParts {
  pages: FormLine[][];
  activities: [FormLine, ...FormLine[]][];
  partials: PartialTotal[];
  general: FormLine | null;
  previous: 'heading' | 'row';
}

/** @throws FORM_ROW_UNREADABLE where a row belongs to nothing */
export const formParts = (lines: readonly FormLine[]): FormParts => {
  const parts: OpenParts = {
    pages: [],
    activities: [],
    partials: [],
    general: null,
    previous: 'row',
  };
  for (const line of lines) {
    const kind = lineKind(line);
    if (parts.general === null) steps[kind](parts, line);
    else refuseRow(kind, line);
  }
  return parts;
};

const heading = (parts: OpenParts, line: FormLine): void => {
  const page = parts.pages.at(-1);
  if (page === undefined || parts.previous === 'row') parts.pages.push([line]);
  else page.push(line);
  parts.previous = 'heading';
};

const steps: Record<LineKind, (parts: OpenParts, line: FormLine) => void> = {
  blank: () => undefined,
  text: heading,
  columns: heading,
  activity: (parts, line) => {
    parts.activities.push([line]);
    parts.previous = 'row';
  },
  continuation: (parts, line) => {
    const activity = parts.activities.at(-1);
    if (activity === undefined) throw unreadable(line, 'la fila no tiene actividad');
    activity.push(line);
    parts.previous = 'row';
  },
  partial: (parts, line) => {
    parts.partials.push({ line, after: parts.activities.length });
    parts.previous = 'row';
  },
  general: (parts, line) => {
    parts.general = line;
  },
};

/** Below TOTAL GENERAL stand the signatures; money there would be in no sum. */
const refuseRow = (kind: LineKind, line: FormLine): void => {
  if (kind === 'blank' || kind === 'text' || kind === 'columns') return;
  throw unreadable(line, 'hay una fila después de TOTAL GENERAL');
};

const unreadable = (line: FormLine, problem: string): Failure =>
  new Failure('FORM_ROW_UNREADABLE', { problem }, placeOf(line, columns.code));
