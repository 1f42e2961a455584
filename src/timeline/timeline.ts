import { add, type Centavos } from '../catalogue/amount.ts';
import type { CivilDate } from '../catalogue/civil-date.ts';

/** The only comparison of days in the system: the cut-off day itself is included. */
export const isInForce = <Day extends CivilDate | DayNumber>(
  effectiveOn: Day,
  cutOff: Day,
): boolean => effectiveOn <= cutOff;

/** A day as an integer that sorts alike, 20201231, for columns. */
export type DayNumber = number;

export const dayNumber = (day: CivilDate): DayNumber => Number(day.replaceAll('-', ''));

/** The day that an integer of a column stands for. */
export const dayOfNumber = (number: DayNumber): CivilDate =>
  String(number).replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3') as CivilDate;

/** What happens to a balance on one day. */
export interface DatedChange {
  readonly day: CivilDate;
  readonly change: Centavos;
}

/** The changes of one balance in the order of their days, at most one for a day and none of zero. */
export type Timeline = readonly DatedChange[];

export const emptyTimeline: Timeline = [];

/** A balance and the first day on which it stands so. */
export interface DatedBalance {
  readonly day: CivilDate;
  readonly balance: Centavos;
}

/** How many changes lie on or before a day. */
const countBy = (timeline: Timeline, day: CivilDate): number =>
  timeline.findLastIndex((dated) => isInForce(dated.day, day)) + 1;

export const addChange = (timeline: Timeline, day: CivilDate, change: Centavos): Timeline => {
  if (change === 0) return timeline;
  const later = countBy(timeline, day);
  const before = timeline[later - 1];
  if (before?.day !== day) return timeline.toSpliced(later, 0, { day, change });
  const summed = add(before.change, change);
  return summed === 0
    ? timeline.toSpliced(later - 1, 1)
    : timeline.toSpliced(later - 1, 1, { day, change: summed });
};

export const addAll = (one: Timeline, other: Timeline): Timeline =>
  other.reduce((sum, { day, change }) => addChange(sum, day, change), one);

export const negated = (timeline: Timeline): Timeline =>
  timeline.map(({ day, change }) => ({ day, change: -change }));

export const balanceBy = (timeline: Timeline, day: CivilDate): Centavos => {
  let balance = 0;
  for (const dated of timeline) {
    if (!isInForce(dated.day, day)) break;
    balance = add(balance, dated.change);
  }
  return balance;
};

/** The balances of several timelines on each day on which one of them changes. */
function* balancesOf(
  ...timelines: readonly Timeline[]
): Generator<{ readonly day: CivilDate; readonly balances: readonly Centavos[] }> {
  const next: number[] = [];
  const balances = timelines.map(() => 0);
  for (;;) {
    const days = timelines.flatMap((timeline, index) => timeline[next[index] ?? 0]?.day ?? []);
    if (days.length === 0) return;
    const day = days.reduce((first, other) => (other < first ? other : first));
    timelines.forEach((timeline, index) => {
      const dated = timeline[next[index] ?? 0];
      if (dated?.day !== day) return;
      balances[index] = add(balances[index] ?? 0, dated.change);
      next[index] = (next[index] ?? 0) + 1;
    });
    yield { day, balances: [...balances] };
  }
}

/**
 * What a balance can still bear from a day on: the lowest of that day and every later one, so that
 * an entry dated in the past never leaves a later cut-off below zero.
 */
export const lowestFrom = (timeline: Timeline, from: CivilDate): DatedBalance => {
  let lowest: DatedBalance = { day: from, balance: balanceBy(timeline, from) };
  for (const { day, balances } of balancesOf(timeline)) {
    const balance = balances[0] ?? 0;
    if (!isInForce(day, from) && balance < lowest.balance) lowest = { day, balance };
  }
  return lowest;
};

/** On every day the largest of the balances of that day. */
export const largestOf = (timelines: readonly Timeline[]): Timeline => {
  if (timelines.length === 1) return timelines[0] ?? emptyTimeline;
  const changes: DatedChange[] = [];
  let last = 0;
  for (const { day, balances } of balancesOf(...timelines)) {
    const largest = Math.max(...balances);
    if (largest !== last) changes.push({ day, change: largest - last });
    last = largest;
  }
  return changes;
};

/** A balance that sank, with what it was on that day before. */
export interface Worsened extends DatedBalance {
  readonly before: Centavos;
}

/** The worst day on which a balance is below zero and lower than it was; null where nothing got worse. */
export const worsened = (before: Timeline, after: Timeline): Worsened | null => {
  let worst: Worsened | null = null;
  for (const { day, balances } of balancesOf(before, after)) {
    const [was = 0, is = 0] = balances;
    const isWorse = is < 0 && is < was;
    if (isWorse && (worst === null || is < worst.balance)) {
      worst = { day, balance: is, before: was };
    }
  }
  return worst;
};
