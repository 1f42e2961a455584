import { type CivilDate, dayBefore, firstDayOf } from '../src/catalogue/civil-date.ts';
import { Failure } from '../src/catalogue/failure.ts';
import { printReference, type Reference } from '../src/catalogue/reference.ts';
import { dayNumber, dayOfNumber } from '../src/timeline/timeline.ts';
import { type CutOff, type Moments, type ResolvedCutOff } from './cut-off.ts';
import { type Entries, measures } from './entries.ts';
import type { Adjustment, Closing, Issue, Milestones } from './milestones.ts';

/** A reference with both sides of its cut-off settled. */
export interface ResolvedReference extends ResolvedCutOff {
  /** as it is written: `adjustment:AJUSTADO JUNIO` */
  readonly reference: string;
  /** the original has measures of the budget alone */
  readonly isPlanOnly: boolean;
}

/** What references are resolved in. */
export interface History {
  readonly milestones: Milestones;
  readonly entries: Entries;
  readonly moments: Moments;
  /** what is asked for apart from the reference; nothing recorded after it is known to any name */
  readonly current: ResolvedCutOff;
  /** @throws CUT_OFF_OUTSIDE_FISCAL_YEAR, REVISION_NOT_FOUND, KNOWN_IN_FUTURE, KNOWN_BEFORE_LEDGER */
  readonly resolve: (cutOff: CutOff) => ResolvedCutOff;
}

const original = measures.indexOf('original');

type Sides = Pick<ResolvedCutOff, 'effective' | 'known'>;

const knownAt = ({ moments, current }: History, revision: number): Sides['known'] => ({
  revision,
  recordedAt: moments[revision] ?? current.known.recordedAt,
});

/** All records of a command carry the moment of the command, and no other command carries it. */
const lastOfCommand = (moments: Moments, revision: number): number => {
  let last = revision;
  while (last + 1 < moments.length && moments[last + 1] === moments[revision]) last += 1;
  return last;
};

/**
 * The original counts from 1 January. Who programmed by hand may have given a later day, though:
 * then it is whole from the latest of these days on.
 */
const originalDay = ({ entries }: History, approval: number, fiscalYear: number): CivilDate => {
  let latest = dayNumber(firstDayOf(fiscalYear));
  for (let at = 0; at < entries.size && (entries.revisions[at] ?? 0) <= approval; at += 1) {
    if (entries.measureIds[at] === original) latest = Math.max(latest, entries.days[at] ?? 0);
  }
  return dayOfNumber(latest);
};

const originalIn = (history: History): Sides => {
  const { approval, fiscalYear } = history.milestones;
  if (approval === null || approval.revision > history.current.known.revision) {
    throw new Failure('ORIGINAL_NOT_APPROVED', {});
  }
  const { revision } = approval;
  return {
    effective: originalDay(history, revision, fiscalYear),
    known: knownAt(history, revision),
  };
};

/** What was recorded of an adjustment by a revision. */
const recordsBy = ({ records }: Adjustment, revision: number): Adjustment['records'] =>
  records.filter((record) => record.revision <= revision);

const printAdjustment = ({ id, records }: Adjustment): string =>
  `${id} (registro ${String(records[0]?.revision ?? 0)})`;

const adjustmentNamed = (all: readonly Adjustment[], name: string): Adjustment => {
  const byName = all.filter((adjustment) => adjustment.name === name);
  const found = byName.length > 0 ? byName : all.filter(({ id }) => id === name);
  const [only] = found;
  if (only === undefined) {
    throw new Failure('ADJUSTMENT_NOT_FOUND', {
      name,
      known: all.map((one) => one.name ?? one.id),
    });
  }
  // a name that is the id of one of those that carry it names that one
  const own = found.find(({ id }) => id === name);
  if (found.length > 1 && own === undefined) {
    throw new Failure('ADJUSTMENT_AMBIGUOUS', { name, found: found.map(printAdjustment) });
  }
  return own ?? only;
};

/** The plan as an adjustment left it: on its day, once its last record was known. */
const afterAdjustment = (history: History, name: string): Sides => {
  const { milestones, current, moments } = history;
  const until = current.known.revision;
  const all = [...milestones.adjustments.values()].filter(
    (adjustment) => recordsBy(adjustment, until).length > 0,
  );
  const records = recordsBy(adjustmentNamed(all, name), until);
  const days = records.map(({ day }) => day).sort();
  const last = lastOfCommand(moments, records.at(-1)?.revision ?? until);
  return {
    effective: days.at(-1) ?? current.effective,
    known: knownAt(history, Math.min(last, until)),
  };
};

const nameOfIssue = ({ report, number }: Issue): string => `${report}:${number}`;

/** @throws REPORT_NOT_FOUND, REPORT_AMBIGUOUS */
export const issueNumbered = (issues: readonly Issue[], number: string): Issue => {
  const found = issues.filter((issue) => issue.number === number || nameOfIssue(issue) === number);
  const [only] = found;
  if (only === undefined) {
    const known = issues.map((issue) => issue.number);
    throw new Failure('REPORT_NOT_FOUND', { name: number, known });
  }
  if (found.length > 1) {
    throw new Failure('REPORT_AMBIGUOUS', { number, found: found.map(nameOfIssue) });
  }
  return only;
};

const recordedBy = <Recorded extends { readonly revision: number }>(
  all: readonly Recorded[],
  { current }: History,
): Recorded[] => all.filter(({ revision }) => revision <= current.known.revision);

const asReported = (history: History, number: string): Sides => {
  const { cutOff } = issueNumbered(recordedBy(history.milestones.issues, history), number);
  return { effective: cutOff.effective, known: knownAt(history, cutOff.known) };
};

/** A period that was closed more than once is taken as its last closing found it. */
const asClosed = (history: History, through: CivilDate): Sides => {
  const closings: Closing[] = recordedBy(history.milestones.closings, history);
  const closing = closings.findLast((one) => one.through === through);
  if (closing !== undefined) {
    return { effective: through, known: knownAt(history, closing.revision) };
  }
  const known = [...new Set(closings.map((one) => one.through))];
  throw new Failure('CLOSING_NOT_FOUND', { through, known });
};

const lastMonth = ({ current, resolve }: History): Sides => {
  const effective = dayBefore(`${current.effective.slice(0, 7)}-01` as CivilDate);
  return { effective, known: resolve({ effective, known: current.known.revision }).known };
};

const sidesOf = (reference: Reference, history: History): Sides => {
  switch (reference.kind) {
    case 'original':
      return originalIn(history);
    case 'adjustment':
      return afterAdjustment(history, reference.name);
    case 'report':
      return asReported(history, reference.number);
    case 'period':
      return asClosed(history, reference.through);
    case 'last-month':
      return lastMonth(history);
    default:
      return history.current;
  }
};

const resolved = (reference: Reference, history: History): ResolvedReference => {
  const { current, resolve } = history;
  const named = { reference: printReference(reference), isPlanOnly: reference.kind === 'original' };
  if (reference.kind === 'cutOff') {
    const { effective, known = current.known.revision } = reference;
    const { isProvisional } = current;
    const cutOff = resolve({ effective, known });
    return {
      ...cutOff,
      ...named,
      isProvisional: reference.known === undefined ? isProvisional : cutOff.isProvisional,
    };
  }
  const { effective, known } = sidesOf(reference, history);
  const isCurrent = known.revision === current.known.revision;
  return { effective, known, isProvisional: isCurrent && current.isProvisional, ...named };
};

/**
 * @throws INVALID_REFERENCE where both are `same-day`, ORIGINAL_NOT_APPROVED, ADJUSTMENT_NOT_FOUND,
 * ADJUSTMENT_AMBIGUOUS, REPORT_NOT_FOUND, REPORT_AMBIGUOUS, CLOSING_NOT_FOUND and what a cut-off throws
 */
export const resolvePair = (
  { from, to }: { readonly from: Reference; readonly to: Reference },
  history: History,
): { readonly from: ResolvedReference; readonly to: ResolvedReference } => {
  if (from.kind === 'same-day' && to.kind === 'same-day') {
    throw new Failure('INVALID_REFERENCE', { text: 'same-day' });
  }
  const [one, other] = [from, to].map((each) => resolved(each, history)) as [
    ResolvedReference,
    ResolvedReference,
  ];
  return {
    from: from.kind === 'same-day' ? { ...one, effective: other.effective } : one,
    to: to.kind === 'same-day' ? { ...other, effective: one.effective } : other,
  };
};
