import { type Amount, centavos, toAmount } from '../../src/catalogue/amount.ts';
import {
  type CivilDate,
  dayAfter,
  dayBefore,
  firstDayOf,
  lastDayOfMonth,
  monthOf,
  yearOf,
} from '../../src/catalogue/civil-date.ts';
import type { ExecutedBreakdown, StatedInterval } from '../executed-breakdown.ts';
import type { Figures, Scope } from '../figures.ts';

export const seriesMeasures = [
  'original',
  'adjustments',
  'distributed',
  'current',
  'reserved',
  'committed',
  'executed',
  'paid',
] as const;
export type SeriesMeasure = (typeof seriesMeasures)[number];

export interface MonthlyFigure {
  /** null: not known of the month alone */
  readonly ofMonth: Amount | null;
  /** from 1 January to the end of the month; null: not known by that day */
  readonly accumulated: Amount | null;
}

/** What was executed between two cortes, of which no month is known. */
export interface ExecutedInterval {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly amount: Amount;
}

export interface SeriesMonth extends Readonly<Record<SeriesMeasure, MonthlyFigure>> {
  /** "2020-06" */
  readonly month: string;
  readonly from: CivilDate;
  /** its last day, or the cut-off */
  readonly to: CivilDate;
  /** the part of what was executed in the month that documents tell */
  readonly executedByDocument: Amount;
  /** those that end in this month */
  readonly intervals: readonly ExecutedInterval[];
}

export interface Series {
  readonly by: Scope;
  readonly months: readonly SeriesMonth[];
}

interface Asked {
  readonly scope: Scope;
  readonly effective: CivilDate;
  /** the figures of the scope by the end of a day */
  readonly figuresAt: (day: CivilDate) => Figures;
  readonly breakdown: ExecutedBreakdown;
}

interface MonthEnd {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly figures: Figures;
}

const zero = '0.00' as Amount;

const less = (one: Amount, other: Amount): Amount => toAmount(centavos(one) - centavos(other));

const monthEnds = ({ effective, figuresAt }: Asked): MonthEnd[] => {
  const year = yearOf(effective);
  return Array.from({ length: monthOf(effective) }, (_, index) => {
    const last = lastDayOfMonth(year, index + 1);
    const to = last < effective ? last : effective;
    const from = index === 0 ? firstDayOf(year) : dayAfter(lastDayOfMonth(year, index));
    return { from, to, figures: figuresAt(to) };
  });
};

/** What nobody had told by the end of the month before began in this one. */
const monthly = (now: Amount | null, before: Amount | null): MonthlyFigure => ({
  ofMonth: now === null ? null : less(now, before ?? zero),
  accumulated: now,
});

const executedIn = (
  { breakdown }: Asked,
  { from, to, figures }: MonthEnd,
  before: Amount,
): MonthlyFigure => {
  const isKnown = breakdown.isKnown(to);
  const isOfMonthKnown = isKnown && breakdown.isKnown(dayBefore(from));
  return {
    ofMonth: isOfMonthKnown ? less(figures.executed, before) : null,
    accumulated: isKnown ? figures.executed : null,
  };
};

const intervalOf = ({ figuresAt }: Asked, { after, through }: StatedInterval): ExecutedInterval => {
  const from = dayAfter(after);
  const before = from === firstDayOf(yearOf(through)) ? zero : figuresAt(after).executed;
  return { from, to: through, amount: less(figuresAt(through).executed, before) };
};

/** The intervals that end in a month; one that is the month itself is its figure. */
const intervalsIn = (asked: Asked, { from, to }: MonthEnd): ExecutedInterval[] =>
  asked.breakdown.intervals
    .filter(({ through }) => from <= through && through <= to)
    .filter(({ isByDocument }) => !isByDocument)
    .filter(({ after, through }) => dayAfter(after) !== from || through !== to)
    .map((interval) => intervalOf(asked, interval));

const monthRow = (asked: Asked, end: MonthEnd, before: Figures | undefined): SeriesMonth => {
  const { from, to, figures } = end;
  const found = seriesMeasures.map((measure) => [
    measure,
    monthly(figures[measure], before === undefined ? zero : before[measure]),
  ]);
  return {
    month: to.slice(0, 7),
    from,
    to,
    ...(Object.fromEntries(found) as Record<SeriesMeasure, MonthlyFigure>),
    executed: executedIn(asked, end, before?.executed ?? zero),
    executedByDocument: toAmount(asked.breakdown.byDocument(dayBefore(from), to)),
    intervals: intervalsIn(asked, end),
  };
};

/** Month by month up to the cut-off, of the month and accumulated. */
export const series = (asked: Asked): Series => {
  const ends = monthEnds(asked);
  return {
    by: asked.scope,
    months: ends.map((end, index) => monthRow(asked, end, ends[index - 1]?.figures)),
  };
};
