import { add, type Amount, type Centavos, toAmount } from '../../src/catalogue/amount.ts';
import type { CivilDate } from '../../src/catalogue/civil-date.ts';
import type { Classifiers } from '../../src/catalogue/classifiers.ts';
import type { ObjectCode } from '../../src/catalogue/codes.ts';
import { dayOf } from '../../src/catalogue/instant.ts';
import { classifiedLines } from '../classified-lines.ts';
import { integerAt, numberAt, smallAt } from '../columns.ts';
import type { Moments, ResolvedCutOff } from '../cut-off.ts';
import type { Entries } from '../entries.ts';
import { columnCutOff, entryDay, isCovered, isEffectiveBy } from '../entry-days.ts';
import { shownIn, type ShownMeasure } from '../figure-measures.ts';
import type { Milestones } from '../milestones.ts';

/** What was reported: the figures of a day as they were known at a revision. */
export interface Reported {
  readonly kind: 'report' | 'period';
  /** "form-5b 001/2021", or the day through which a period was closed */
  readonly name: string;
  readonly effective: CivilDate;
  /** the last record that it knows */
  readonly known: number;
  /** the record that says so */
  readonly revision: number;
}

/** Which late entries are asked for. */
export type Lateness =
  /** recorded after this, effective on or before the day of it */
  | { readonly after: 'moment'; readonly revision: number; readonly day: CivilDate }
  /** effective in a period that was closed before they were recorded */
  | { readonly after: 'close' }
  /** in what a report covers, and not known to it */
  | { readonly after: 'report'; readonly reported: Reported };

/** Only the measures that something moves. */
export type Moved = Readonly<Partial<Record<ShownMeasure, Amount>>>;

export interface MovedGroup {
  /** null: sin grupo */
  readonly group: ObjectCode | null;
  readonly amounts: Moved;
}

export interface LateRecord {
  readonly revision: number;
  /** from the day of effect to that of recording */
  readonly daysLate: number;
  /** of the whole; zero where a record only moves money about */
  readonly amounts: Moved;
  readonly groups: readonly MovedGroup[];
  /** what was reported without it */
  readonly moves: readonly Reported[];
}

/** By how much the late entries that are listed move what was reported. */
export interface MovedReport extends Reported {
  readonly records: number;
  readonly amounts: Moved;
  readonly groups: readonly MovedGroup[];
}

export interface LateEntries {
  readonly rows: readonly LateRecord[];
  readonly reported: readonly MovedReport[];
}

interface History {
  readonly entries: Entries;
  readonly milestones: Milestones;
  readonly moments: Moments;
  readonly zone: string;
  readonly classifiers: Classifiers;
}

/** Issued reports and closed periods, in the order in which they were. */
export const reportedIn = (milestones: Milestones, known: number): Reported[] => {
  const reports = milestones.issues.map(({ revision, report, number, cutOff }): Reported => ({
    kind: 'report',
    name: `${report} ${number}`,
    effective: cutOff.effective,
    known: cutOff.known,
    revision,
  }));
  const periods = milestones.closings.map(({ revision, through }): Reported => ({
    kind: 'period',
    name: through,
    effective: through,
    known: revision,
    revision,
  }));
  return [...reports, ...periods]
    .filter(({ revision }) => revision <= known)
    .sort((one, other) => one.revision - other.revision);
};

interface Recorded {
  readonly revision: number;
  readonly day: CivilDate;
}

/** Whether what was reported covers a record and does not know it. */
const isMoved = ({ effective, known }: Reported, { revision, day }: Recorded): boolean =>
  revision > known && isCovered(day, effective);

const isLate = (lateness: Lateness, record: Recorded, reported: readonly Reported[]): boolean => {
  switch (lateness.after) {
    case 'moment':
      return record.revision > lateness.revision && isCovered(record.day, lateness.day);
    case 'report':
      return isMoved(lateness.reported, record);
    case 'close':
      return reported.some((each) => each.kind === 'period' && isMoved(each, record));
  }
};

type ByMeasure = Map<ShownMeasure, Centavos>;

const movedOf = (sums: ByMeasure): Moved =>
  Object.fromEntries([...sums].map(([measure, sum]) => [measure, toAmount(sum)]));

const isSomething = (sums: ByMeasure): boolean => [...sums.values()].some((sum) => sum !== 0);

const give = (sums: ByMeasure, measure: ShownMeasure, change: Centavos): void => {
  sums.set(measure, add(sums.get(measure) ?? 0, change));
};

const isBefore = (
  [one]: readonly [string | null, unknown],
  [other]: readonly [string | null, unknown],
) => ((one ?? '~') < (other ?? '~') ? -1 : 1);

/** Places of entries added up, per measure and per group. */
const sumsOf = (
  { entries, classifiers }: History,
  places: readonly number[],
): { readonly amounts: Moved; readonly groups: readonly MovedGroup[] } => {
  const { lines } = classifiedLines(entries.lines, classifiers);
  const whole: ByMeasure = new Map();
  const byGroup = new Map<ObjectCode | null, ByMeasure>();
  for (const at of places) {
    const group = lines[integerAt(entries.lineIds, at)]?.group ?? null;
    const own = byGroup.get(group) ?? new Map<ShownMeasure, Centavos>();
    byGroup.set(group, own);
    for (const measure of shownIn[smallAt(entries.measureIds, at)] ?? []) {
      give(whole, measure, numberAt(entries.amounts, at));
      give(own, measure, numberAt(entries.amounts, at));
    }
  }
  const groups = [...byGroup]
    .filter(([, sums]) => isSomething(sums))
    .sort(isBefore)
    .map(([group, sums]) => ({ group, amounts: movedOf(sums) }));
  return { amounts: movedOf(whole), groups };
};

const milliseconds = 86_400_000;

const daysBetween = (from: CivilDate, to: CivilDate): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / milliseconds);

interface Placed extends Recorded {
  readonly places: number[];
}

/** The records with money that a cut-off sees, with the places of their entries. */
const recordsSeen = (
  entries: Entries,
  sides: Pick<ResolvedCutOff, 'effective' | 'known'>,
): Placed[] => {
  const records: Placed[] = [];
  const cutOff = columnCutOff(sides);
  for (let at = 0; at < entries.size; at += 1) {
    const revision = integerAt(entries.revisions, at);
    if (revision > cutOff.revision) break;
    if (!isEffectiveBy(entries, at, cutOff.day)) continue;
    const last = records.at(-1);
    if (last?.revision === revision) last.places.push(at);
    else records.push({ revision, day: entryDay(entries, at), places: [at] });
  }
  return records;
};

/** What was recorded late, and what had been reported without it. */
export const lateEntries = (
  history: History,
  lateness: Lateness,
  cutOff: Pick<ResolvedCutOff, 'effective' | 'known'>,
): LateEntries => {
  const { entries, milestones, moments, zone } = history;
  const reported = reportedIn(milestones, cutOff.known.revision);
  const late = recordsSeen(entries, cutOff).filter((each) => isLate(lateness, each, reported));
  const rows = late.map(({ revision, day, places }): LateRecord => {
    const moment = moments[revision];
    return {
      revision,
      daysLate: moment === undefined ? 0 : daysBetween(day, dayOf(moment, zone)),
      ...sumsOf(history, places),
      moves: reported.filter((each) => isMoved(each, { revision, day })),
    };
  });
  const moved = reported.flatMap((each): MovedReport[] => {
    const own = late.filter((record) => isMoved(each, record));
    const places = own.flatMap((record) => record.places);
    return own.length === 0 ? [] : [{ ...each, records: own.length, ...sumsOf(history, places) }];
  });
  return { rows, reported: moved };
};
