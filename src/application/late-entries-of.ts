import { defaultClassifiers } from '../catalogue/classifiers.ts';
import { dayOf } from '../catalogue/instant.ts';
import { isDay, type Known } from '../catalogue/known.ts';
import type { CutOff } from '../../projections/cut-off.ts';
import {
  lateEntries,
  type Lateness,
  type LateRecord,
  type MovedReport,
  type Reported,
  reportedIn,
} from '../../projections/late-entries/late-entries.ts';
import type { RecordDetails } from '../../projections/record-details.ts';
import { issueNumbered } from '../../projections/references.ts';
import type { EventStore } from './ports/event-store.ts';
import { detailsIn, recordsWith } from './read-records.ts';
import { resolvedIn, type Sight } from './sight.ts';

/** Which late entries are asked for: after a moment, after a report, else after a closing. */
export interface AskedLate {
  readonly since?: Known;
  readonly afterReport?: string;
  readonly cutOff: CutOff;
}

export type LateRow = RecordDetails & LateRecord;

export interface LateView {
  readonly after: Lateness['after'];
  /** what they are late against, where one was named */
  readonly against: Reported | { readonly revision: number; readonly day: string } | null;
  readonly rows: readonly LateRow[];
  readonly reported: readonly MovedReport[];
}

/** A day means until its end, and what was effective on it is late after it. */
const sinceMoment = ({ book, cutOff, now }: Sight, since: Known): Lateness => {
  const { effective } = cutOff;
  const { revision, recordedAt } = resolvedIn(book, { effective, known: since }, now).known;
  const zone = book.register.opened?.value.zone ?? 'UTC';
  const moment = typeof since === 'number' ? recordedAt : since;
  const day = isDay(moment) ? moment : dayOf(moment, zone);
  return { after: 'moment', revision, day };
};

const latenessOf = (sight: Sight, { since, afterReport }: AskedLate): Lateness => {
  if (since !== undefined) return sinceMoment(sight, since);
  if (afterReport === undefined) return { after: 'close' };
  const { milestones } = sight.book.register;
  const { revision: last } = sight.cutOff.known;
  const known = milestones.issues.filter(({ revision }) => revision <= last);
  const { revision } = issueNumbered(known, afterReport);
  const reported = reportedIn(milestones, last).find((each) => each.revision === revision);
  return reported === undefined ? { after: 'close' } : { after: 'report', reported };
};

const againstOf = (lateness: Lateness): LateView['against'] => {
  if (lateness.after === 'close') return null;
  if (lateness.after === 'report') return lateness.reported;
  return { revision: lateness.revision, day: lateness.day };
};

/** @throws REPORT_NOT_FOUND, REPORT_AMBIGUOUS and what a cut-off throws */
export const lateEntriesOf = async (
  sight: Sight,
  store: EventStore,
  asked: AskedLate,
): Promise<LateView> => {
  const { book, cutOff } = sight;
  const { register, entries, moments } = book;
  const lateness = latenessOf(sight, asked);
  const { classifiers = defaultClassifiers, zone = 'UTC' } = register.opened?.value ?? {};
  const history = { entries, milestones: register.milestones, moments, zone, classifiers };
  const { rows, reported } = lateEntries(history, lateness, cutOff);
  const revisions = rows.map(({ revision }) => revision);
  const records = await recordsWith(store, book.ledger, revisions);
  const details = await detailsIn(store, book, records.values(), cutOff.known.revision);
  return {
    after: lateness.after,
    against: againstOf(lateness),
    rows: rows.flatMap((row): LateRow[] => {
      const own = details.get(row.revision);
      return own === undefined ? [] : [{ ...own, ...row }];
    }),
    reported,
  };
};
