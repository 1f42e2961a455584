import { add, type Centavos } from '../src/catalogue/amount.ts';
import {
  type BudgetLine,
  flatten,
  lineKey,
  type LineAmounts,
} from '../src/catalogue/budget-line.ts';
import {
  type EventType,
  foldWith,
  type LedgerRecord,
  type Steps,
  unchanged,
} from '../src/catalogue/events.ts';
import { dayNumber, type DayNumber } from '../src/timeline/timeline.ts';

/** What an entry moves; everything else that views show is derived. */
export const measures = [
  'original',
  'distributed',
  'adjustments',
  'reserved',
  'committed',
  'executed',
  'paid',
] as const;
export type Measure = (typeof measures)[number];

/**
 * The money of a ledger as dated, signed entries in columns, in the order of their recording.
 * Adding grows the columns in place: a view reads only up to its revision.
 */
export interface Entries {
  size: number;
  days: Int32Array;
  revisions: Int32Array;
  lineIds: Int32Array;
  measureIds: Uint8Array;
  /** 1 where the record corrects what was recorded before it: a reversal, a correction or a breakdown */
  corrections: Uint8Array;
  /** exact integers */
  amounts: Float64Array;
  readonly lines: BudgetLine[];
  readonly idByLine: Map<string, number>;
}

export const noEntries = (capacity = 256): Entries => ({
  size: 0,
  days: new Int32Array(capacity),
  revisions: new Int32Array(capacity),
  lineIds: new Int32Array(capacity),
  measureIds: new Uint8Array(capacity),
  corrections: new Uint8Array(capacity),
  amounts: new Float64Array(capacity),
  lines: [],
  idByLine: new Map(),
});

/** The same entries without the room to grow that nobody used. */
export const trimmed = (entries: Entries): Entries => {
  const size = Math.max(1, entries.size);
  return {
    ...entries,
    days: entries.days.slice(0, size),
    revisions: entries.revisions.slice(0, size),
    lineIds: entries.lineIds.slice(0, size),
    measureIds: entries.measureIds.slice(0, size),
    corrections: entries.corrections.slice(0, size),
    amounts: entries.amounts.slice(0, size),
  };
};

const widen = (entries: Entries): void => {
  const capacity = Math.ceil(entries.days.length * 1.25);
  const copy = <Column extends Int32Array | Uint8Array | Float64Array>(
    wide: Column,
    narrow: Column,
  ): Column => {
    wide.set(narrow);
    return wide;
  };
  entries.days = copy(new Int32Array(capacity), entries.days);
  entries.revisions = copy(new Int32Array(capacity), entries.revisions);
  entries.lineIds = copy(new Int32Array(capacity), entries.lineIds);
  entries.measureIds = copy(new Uint8Array(capacity), entries.measureIds);
  entries.corrections = copy(new Uint8Array(capacity), entries.corrections);
  entries.amounts = copy(new Float64Array(capacity), entries.amounts);
};

const lineIdOf = (entries: Entries, line: BudgetLine): number => {
  const key = lineKey(line);
  const known = entries.idByLine.get(key);
  if (known !== undefined) return known;
  const { activity, object, source, attributes } = line;
  entries.lines.push({ activity, object, source, ...(attributes && { attributes }) });
  entries.idByLine.set(key, entries.lines.length - 1);
  return entries.lines.length - 1;
};

interface EntryTo {
  readonly measure: Measure;
  readonly day: DayNumber;
  readonly revision: number;
  readonly correction: 0 | 1;
}

const append = (
  entries: Entries,
  { measure, day, revision, correction }: EntryTo,
  line: BudgetLine,
  centavos: Centavos,
): void => {
  if (entries.size === entries.days.length) widen(entries);
  const at = entries.size;
  entries.days[at] = day;
  entries.revisions[at] = revision;
  entries.lineIds[at] = lineIdOf(entries, line);
  entries.measureIds[at] = measures.indexOf(measure);
  entries.corrections[at] = correction;
  entries.amounts[at] = add(0, centavos);
  entries.size += 1;
};

/** A breakdown is an ExecutionCorrected too: what a document takes over from a form's level. */
const correcting: ReadonlySet<EventType> = new Set<EventType>([
  'EntryReversed',
  'ExecutionCorrected',
]);

const addEach = (
  entries: Entries,
  measure: Measure,
  { type, effectiveOn, revision, data }: LedgerRecord & { data: { lines: LineAmounts } },
): Entries => {
  const correction = correcting.has(type) ? 1 : 0;
  const to: EntryTo = { measure, day: dayNumber(effectiveOn), revision, correction };
  for (const line of flatten(data.lines)) append(entries, to, line, line.centavos);
  return entries;
};

const steps: Steps<Entries> = {
  LedgerOpened: unchanged,
  LedgerClosed: unchanged,
  LedgerReopened: unchanged,
  ActivityRegistered: unchanged,
  ActivityRevised: unchanged,
  ActivityWithdrawn: unchanged,
  BudgetProgrammed: (entries, record) => addEach(entries, 'original', record),
  PlanApproved: unchanged,
  BudgetDistributed: (entries, record) => addEach(entries, 'distributed', record),
  BudgetAdjusted: (entries, record) => addEach(entries, 'adjustments', record),
  AdjustmentDocumented: unchanged,
  BudgetReserved: (entries, record) => addEach(entries, 'reserved', record),
  BudgetCommitted: (entries, record) => addEach(entries, 'committed', record),
  BudgetExecuted: (entries, record) => addEach(entries, 'executed', record),
  BudgetPaid: (entries, record) => addEach(entries, 'paid', record),
  EntryReversed: (entries, record) => addEach(entries, record.data.measure, record),
  FormTaken: unchanged,
  ExecutionCorrected: (entries, record) => addEach(entries, 'executed', record),
  ProgressReported: unchanged,
  PeriodClosed: unchanged,
  PeriodReopened: unchanged,
  ControlChanged: unchanged,
  ReportIssued: unchanged,
};

/** The only fold over records for money in views. */
export const foldEntries = foldWith(steps);
