import { type CivilDate, dayBefore, lastDayOf, yearOf } from '../../src/catalogue/civil-date.ts';
import type { Authorisation, LedgerRecord } from '../../src/catalogue/events.ts';
import type { Instant } from '../../src/catalogue/instant.ts';

interface Noted {
  readonly revision: number;
  readonly recordedAt: Instant;
  readonly actor: string;
}

export interface Closing extends Noted {
  readonly what: 'period' | 'ledger';
  readonly does: 'close';
  readonly through: CivilDate;
  /** why the gestión was closed */
  readonly reason: string | null;
}

export interface Reopening extends Noted {
  readonly what: 'period' | 'ledger';
  readonly does: 'reopen';
  /** the first day that is open again; null for the gestión, whose periods stay as they are */
  readonly from: CivilDate | null;
  readonly authorisation: Authorisation;
}

export interface Periods {
  /** the last day of the closed periods; null while none is closed */
  readonly closedThrough: CivilDate | null;
  readonly isLedgerClosed: boolean;
  /** in the order of recording */
  readonly rows: readonly (Closing | Reopening)[];
}

const notedOf = ({ revision, recordedAt, actor }: LedgerRecord): Noted => ({
  revision,
  recordedAt,
  actor,
});

const rowOf = (record: LedgerRecord, fiscalYear: number): Closing | Reopening | null => {
  const noted = notedOf(record);
  switch (record.type) {
    case 'PeriodClosed': {
      const { through } = record.data;
      return { ...noted, what: 'period', does: 'close', through, reason: null };
    }
    case 'LedgerClosed': {
      const { reason } = record.data;
      return { ...noted, what: 'ledger', does: 'close', through: lastDayOf(fiscalYear), reason };
    }
    case 'PeriodReopened': {
      const { from, authorisation } = record.data;
      return { ...noted, what: 'period', does: 'reopen', from, authorisation };
    }
    case 'LedgerReopened': {
      const { authorisation } = record.data;
      return { ...noted, what: 'ledger', does: 'reopen', from: null, authorisation };
    }
    default:
      return null;
  }
};

/** Reopening from the first day of the gestión leaves nothing closed. */
const through = (row: Closing | Reopening | undefined, fiscalYear: number): CivilDate | null => {
  if (row === undefined) return null;
  if (row.does === 'close') return row.through;
  const last = row.from === null ? null : dayBefore(row.from);
  return last !== null && yearOf(last) >= fiscalYear ? last : null;
};

/** What is closed after these records, and how it came to be so. */
export const periods = (records: readonly LedgerRecord[], fiscalYear: number): Periods => {
  const rows = records.flatMap((record) => rowOf(record, fiscalYear) ?? []);
  const lastOf = (what: Closing['what']) => rows.findLast((row) => row.what === what);
  return {
    closedThrough: through(lastOf('period'), fiscalYear),
    isLedgerClosed: lastOf('ledger')?.does === 'close',
    rows,
  };
};
