import { decodeRecord } from '../catalogue/codec.ts';
import { type CivilDate, dayBefore } from '../catalogue/civil-date.ts';
import { defaultClassifiers } from '../catalogue/classifiers.ts';
import type { ActivityId } from '../catalogue/codes.ts';
import type { LedgerRecord } from '../catalogue/events.ts';
import { Failure } from '../catalogue/failure.ts';
import { endOfDay, type Instant, instantAt, microsecondsOf } from '../catalogue/instant.ts';
import { type CutOff, isSeenAt } from '../../projections/cut-off.ts';
import { type EventFilter, eventTest } from '../../projections/events/event-filter.ts';
import { activitiesAt } from '../../projections/register.ts';
import { type EventRow, eventRows } from './event-row.ts';
import { type EventStore, ledgerStream } from './ports/event-store.ts';
import type { Sight } from './sight.ts';

/** A moment, or a day of the ledger's zone with all its moments. */
export type MomentOrDay = Instant | CivilDate;

export interface Searching extends Omit<EventFilter, 'activity' | 'recorded'> {
  /** by its code, or by its id */
  readonly activity?: string | null;
  readonly recorded?: { readonly from?: MomentOrDay; readonly to?: MomentOrDay };
  /** only records that come after this one */
  readonly after?: number;
  readonly limit: number;
  readonly cutOff: CutOff;
}

export interface EventsPage {
  readonly rows: readonly EventRow[];
  /** the `after` of the next page; null where this is the last one */
  readonly next: number | null;
}

const isDay = (value: MomentOrDay): value is CivilDate => !value.includes('T');

const startOfDay = (day: CivilDate, zone: string): Instant =>
  instantAt(microsecondsOf(endOfDay(dayBefore(day), zone)) + 1);

const recordedIn = (
  { from, to }: NonNullable<Searching['recorded']>,
  zone: string,
): NonNullable<EventFilter['recorded']> => ({
  ...(from !== undefined && { from: isDay(from) ? startOfDay(from, zone) : from }),
  ...(to !== undefined && { to: isDay(to) ? endOfDay(to, zone) : to }),
});

/** By what the activity is or ever was called. @throws ACTIVITY_NOT_FOUND */
const activityNamed = ({ book: { register }, cutOff }: Sight, name: string): ActivityId => {
  const { known } = cutOff;
  const now = activitiesAt(register, cutOff).find(({ code, id }) => code === name || id === name);
  if (now !== undefined) return now.id;
  for (const [id, facts] of register.descriptions) {
    const said = facts.filter(({ revision }) => revision <= known.revision);
    if (said.length > 0 && (id === name || said.some(({ value }) => value.code === name)))
      return id;
  }
  const codes = activitiesAt(register, cutOff).map(({ code }) => code);
  throw new Failure('ACTIVITY_NOT_FOUND', { name, known: codes });
};

/** The rest of what is asked for says how to look, not what for. */
const filterOf = (sight: Sight, searching: Searching): EventFilter => {
  const { activity, recorded, ...rest } = searching;
  const zone = sight.book.register.opened?.value.zone ?? 'UTC';
  return {
    ...rest,
    ...(activity !== undefined && {
      activity: activity === null ? null : activityNamed(sight, activity),
    }),
    ...(recorded !== undefined && { recorded: recordedIn(recorded, zone) }),
  };
};

/** The records that are known, from one on. */
async function* recordsFrom(
  { book, cutOff }: Sight,
  store: EventStore,
  from: number,
): AsyncGenerator<LedgerRecord, void> {
  for await (const page of store.read(ledgerStream(book.ledger), from)) {
    for (const { revision, text } of page) {
      if (revision > cutOff.known.revision) return;
      yield decodeRecord(text);
    }
  }
}

interface Looking {
  readonly filter: EventFilter;
  readonly after: number;
  readonly limit: number;
}

/** The records of a cut-off that a search finds, one more than a page where there are more. */
const found = async (
  sight: Sight,
  store: EventStore,
  { filter, after, limit }: Looking,
): Promise<LedgerRecord[]> => {
  const { classifiers = defaultClassifiers } = sight.book.register.opened?.value ?? {};
  const test = eventTest(filter, classifiers);
  const isFound = (record: LedgerRecord): boolean =>
    test(record) && record.revision > after && isSeenAt(record, sight.cutOff);
  const records: LedgerRecord[] = [];
  const from = filter.document === undefined ? after + 1 : 0;
  for await (const record of recordsFrom(sight, store, from)) {
    if (isFound(record)) records.push(record);
    if (records.length > limit) break;
  }
  return records;
};

/** @throws ACTIVITY_NOT_FOUND */
export const searchEvents = async (
  sight: Sight,
  store: EventStore,
  searching: Searching,
): Promise<EventsPage> => {
  const { after = -1, limit } = searching;
  const records = await found(sight, store, { filter: filterOf(sight, searching), after, limit });
  const page = records.slice(0, limit);
  return {
    rows: await eventRows(store, sight.book, page, sight.cutOff.known.revision),
    next: records.length > limit ? (page.at(-1)?.revision ?? null) : null,
  };
};
