import { type CivilDate, firstDayOf, lastDayOf, yearOf } from '../src/catalogue/civil-date.ts';
import { acts, type LedgerRecord } from '../src/catalogue/events.ts';
import { Failure } from '../src/catalogue/failure.ts';
import { isDay, type Known } from '../src/catalogue/known.ts';
import {
  dayOf,
  endOfDay,
  type Instant,
  instantAt,
  microsecondsOf,
} from '../src/catalogue/instant.ts';
import { isInForce } from '../src/timeline/timeline.ts';

/** The two sides of a cut-off: what was in force by a day, and what was known by a moment or a revision. */
export interface CutOff {
  readonly effective?: CivilDate;
  readonly known?: Known;
}

/** A cut-off with both sides settled: a view at it never moves. */
export interface ResolvedCutOff {
  readonly effective: CivilDate;
  readonly known: { readonly revision: number; readonly recordedAt: Instant };
  /** the moment is so young that an append may still be under way */
  readonly isProvisional: boolean;
}

/** An append under way may take this long, in microseconds, to be seen. */
const settleTime = 15_000_000;

/** An append of that moment may still be under way. */
export const isYoung = (moment: Instant, now: Instant): boolean =>
  moment > instantAt(microsecondsOf(now) - settleTime);

/** When the records of a ledger were recorded, by revision. */
export type Moments = readonly Instant[];

/** The last record of the last command that was taken by a moment, -1 for none. */
const lastBy = (moments: Moments, moment: Instant): number => {
  let low = 0;
  let high = moments.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((moments[middle] ?? '') <= moment) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};

const existing = (revision: number, last: number): number => {
  if (revision < 0 || revision > last) throw new Failure('REVISION_NOT_FOUND', { revision, last });
  return revision;
};

const revisionOf = (
  moments: Moments,
  known: Instant | number | undefined,
  now: Instant,
): number => {
  const last = moments.length - 1;
  if (known === undefined) return last;
  if (typeof known === 'number') return existing(known, last);
  if (known > now) throw new Failure('KNOWN_IN_FUTURE', { known, last: moments.at(-1) ?? '' });
  const revision = lastBy(moments, known);
  if (revision >= 0) return revision;
  throw new Failure('KNOWN_BEFORE_LEDGER', { known, first: moments[0] ?? '' });
};

const effectiveDay = (
  effective: CivilDate | undefined,
  { fiscalYear, zone, now }: Standing,
): CivilDate => {
  if (effective !== undefined) {
    if (yearOf(effective) === fiscalYear) return effective;
    throw new Failure('CUT_OFF_OUTSIDE_FISCAL_YEAR', { day: effective, fiscalYear });
  }
  const today = dayOf(now, zone);
  if (today < firstDayOf(fiscalYear)) return firstDayOf(fiscalYear);
  return yearOf(today) === fiscalYear ? today : lastDayOf(fiscalYear);
};

/** A day counts to its end, today until now. */
export const endOf = (day: CivilDate, { zone, now }: Pick<Standing, 'zone' | 'now'>): Instant =>
  day === dayOf(now, zone) ? now : endOfDay(day, zone);

interface Standing {
  readonly fiscalYear: number;
  readonly zone: string;
  readonly now: Instant;
}

/** @throws CUT_OFF_OUTSIDE_FISCAL_YEAR, REVISION_NOT_FOUND, KNOWN_IN_FUTURE, KNOWN_BEFORE_LEDGER */
export const resolveCutOff = (
  { effective, known }: CutOff,
  moments: Moments,
  standing: Standing,
): ResolvedCutOff => {
  const moment = known !== undefined && isDay(known) ? endOf(known, standing) : known;
  const revision = revisionOf(moments, moment, standing.now);
  return {
    effective: effectiveDay(effective, standing),
    known: { revision, recordedAt: moments[revision] ?? standing.now },
    isProvisional: typeof moment === 'string' && isYoung(moment, standing.now),
  };
};

/** Facts are seen from their day on, acts whatever day is asked for; both once they are known. */
export const isSeenAt = (
  { type, effectiveOn, revision }: Pick<LedgerRecord, 'type' | 'effectiveOn' | 'revision'>,
  { effective, known }: Pick<ResolvedCutOff, 'effective' | 'known'>,
): boolean => revision <= known.revision && (acts.has(type) || isInForce(effectiveOn, effective));
