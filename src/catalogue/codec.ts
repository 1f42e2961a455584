import type { EventType, LedgerRecord } from './events.ts';
import { Failure } from './failure.ts';

/** Turns the data of one version into that of the next. */
export type Upcaster = (data: never) => unknown;

/** For every event the way up from version 1: an event with n upcasters is written as version n + 1. */
export type Upcasters = Readonly<Record<EventType, readonly Upcaster[]>>;

/** Version 1 marked what a form stated and was silent about what a person said. */
const withBasis = ({ stated, ...data }: { readonly stated?: true }) => ({
  ...data,
  basis: stated === true ? 'form' : 'hand',
});

/** Version 1 knew of no signatures: whoever might record an act recorded it. */
const withSignatures = (data: object) => ({ ...data, signatures: 'one' });

const upcasters: Upcasters = {
  LedgerOpened: [],
  LedgerClosed: [],
  LedgerReopened: [],
  ActivityRegistered: [],
  ActivityRevised: [],
  ActivityWithdrawn: [],
  BudgetProgrammed: [],
  PlanApproved: [],
  BudgetDistributed: [withBasis],
  BudgetAdjusted: [],
  AdjustmentDocumented: [],
  BudgetReserved: [],
  BudgetCommitted: [],
  BudgetExecuted: [],
  BudgetPaid: [],
  EntryReversed: [],
  FormTaken: [],
  ExecutionCorrected: [],
  ProgressReported: [],
  PeriodClosed: [],
  PeriodReopened: [],
  ControlChanged: [withSignatures],
  ReportIssued: [],
};

/** Every type of event, in the order of the catalogue. */
export const eventTypes = Object.keys(upcasters) as readonly EventType[];

export const versionOf = (type: EventType, ways: Upcasters = upcasters): number =>
  ways[type].length + 1;

/**
 * Reads the stored text of a record in today's words; what is stored stays as it is.
 * @throws UNKNOWN_EVENT where a newer release wrote the record, DAMAGED_RECORD where the text is none.
 */
export const decodeRecord = (text: string, ways: Upcasters = upcasters): LedgerRecord => {
  const stored = parse(text);
  const way = Object.hasOwn(ways, stored.type) ? ways[stored.type] : undefined;
  if (way === undefined || stored.version > way.length + 1) {
    const { ledger, revision, type, version } = stored;
    throw new Failure('UNKNOWN_EVENT', { ledger, revision, type, version });
  }
  let data: unknown = stored.data;
  for (const upcast of way.slice(stored.version - 1)) data = upcast(data as never);
  return { ...stored, version: way.length + 1, data } as LedgerRecord;
};

const parse = (text: string): LedgerRecord => {
  try {
    return JSON.parse(text) as LedgerRecord;
  } catch {
    throw new Failure('DAMAGED_RECORD', { text: text.slice(0, 80) });
  }
};
