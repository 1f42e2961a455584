import type { CivilDate } from '../src/catalogue/civil-date.ts';
import type {
  AdjustmentKind,
  BackingDocument,
  EventType,
  Instrument,
  LedgerRecord,
  Signatures,
} from '../src/catalogue/events.ts';
import type { Instant } from '../src/catalogue/instant.ts';
import type { Moments } from './cut-off.ts';
import type { Adjustment, Milestones } from './milestones.ts';
import type { Register } from './register.ts';

/** What an auditor reads of the record behind a figure. */
export interface RecordDetails {
  readonly revision: number;
  readonly type: EventType;
  readonly effectiveOn: CivilDate;
  readonly recordedAt: Instant;
  readonly actor: string;
  /** who answers for it, where three people signed it */
  readonly signed?: Signatures;
  /** the paper behind the entry, for a reversal that of what it reverses */
  readonly document?: BackingDocument;
  readonly follows?: BackingDocument;
  /** the legal act behind a change of the plan; null while none is known */
  readonly instrument?: Instrument | null;
  readonly adjustment?: {
    readonly id: string;
    readonly name: string | null;
    readonly kind: AdjustmentKind;
  };
  /** the form that the record follows from */
  readonly form?: {
    readonly revision: number;
    readonly corte: CivilDate;
    readonly version: string;
  };
  readonly reverses?: number;
  readonly reason?: string;
  /** the SHA-256 of the file that it came from */
  readonly file?: string;
}

/** What details are read in. */
export interface Surroundings {
  readonly register: Register;
  readonly moments: Moments;
  /** what was documented later than this is not known yet */
  readonly known: number;
  /** the records that reversals name */
  readonly reversed: ReadonlyMap<number, LedgerRecord>;
}

type Details = Omit<RecordDetails, keyof ReturnType<typeof headOf>>;

const headOf = ({ revision, type, effectiveOn, recordedAt, actor, signed }: LedgerRecord) => ({
  revision,
  type,
  effectiveOn,
  recordedAt,
  actor,
  ...(signed && { signed }),
});

const isByForm = (record: LedgerRecord): boolean => {
  switch (record.type) {
    case 'BudgetAdjusted':
      return record.data.kind === 'stated';
    case 'BudgetDistributed':
      return record.data.basis === 'form';
    case 'ExecutionCorrected':
      return record.data.cause === 'form';
    default:
      return 'document' in record.data && record.data.document === null;
  }
};

/** The form of the same command: all its records carry one moment. */
const formOf = (record: LedgerRecord, { register, moments }: Surroundings): Details => {
  if (!isByForm(record)) return {};
  const form = register.forms.find(({ revision }) => moments[revision] === record.recordedAt);
  if (form === undefined) return {};
  const { corte, version } = form.value;
  return { form: { revision: form.revision, corte, version: version.name } };
};

/** What gave an adjustment its kind and instrument afterwards, once it is known. */
const documentedBy = (
  { adjustments }: Milestones,
  id: string,
  known: number,
): Adjustment['documented'] => {
  const later = adjustments.get(id)?.documented ?? null;
  return later !== null && later.revision <= known ? later : null;
};

const adjustmentOf = (
  { data }: LedgerRecord<'BudgetAdjusted'>,
  { register, known }: Surroundings,
): Details => {
  const { adjustment: id, name, kind, instrument } = data;
  const documented = documentedBy(register.milestones, id, known);
  return {
    adjustment: { id, name, kind: documented?.kind ?? kind },
    instrument: instrument ?? documented?.instrument ?? null,
  };
};

const reversalOf = (
  { data: { reverses, reason } }: LedgerRecord<'EntryReversed'>,
  { reversed }: Surroundings,
): Details => {
  const { data } = reversed.get(reverses) ?? {};
  const document = data !== undefined && 'document' in data ? data.document : null;
  return { reverses, reason, ...(document !== null && { document }) };
};

const backingOf = ({ data }: LedgerRecord): Details => {
  if (!('document' in data)) return {};
  return {
    ...(data.document !== null && { document: data.document }),
    ...(data.follows && { follows: data.follows }),
  };
};

const originalInstrument = ({ register: { milestones }, known }: Surroundings): Details => {
  const { approval } = milestones;
  return {
    instrument: approval !== null && approval.revision <= known ? approval.instrument : null,
  };
};

const ownDetails = (record: LedgerRecord, surroundings: Surroundings): Details => {
  switch (record.type) {
    case 'BudgetProgrammed':
      return originalInstrument(surroundings);
    case 'BudgetAdjusted':
      return adjustmentOf(record, surroundings);
    case 'EntryReversed':
      return reversalOf(record, surroundings);
    case 'ExecutionCorrected':
      return record.data.reason === undefined ? {} : { reason: record.data.reason };
    default:
      return backingOf(record);
  }
};

export const detailsOf = (record: LedgerRecord, surroundings: Surroundings): RecordDetails => ({
  ...headOf(record),
  ...ownDetails(record, surroundings),
  ...formOf(record, surroundings),
  ...(record.origin && { file: record.origin.file }),
});
