import type { Amount, Percentage } from './amount.ts';
import type { LineAmounts } from './budget-line.ts';
import type { CivilDate } from './civil-date.ts';
import type { Classifiers } from './classifiers.ts';
import type { ActivityCode, ActivityId, LedgerId, ObjectCode, Source } from './codes.ts';
import type { Instant } from './instant.ts';
import type { ControlSignatures, Signatures } from './signatures.ts';

export type { Signatures };

/** A legal act that stands behind a change: ley, decreto supremo, resolución …; its date may lie outside the gestión. */
export interface Instrument {
  readonly kind: string;
  readonly number: string;
  readonly date: CivilDate;
}

/** A written authorisation to open again what was closed. */
export interface Authorisation extends Instrument {
  readonly reason: string;
}

/** The paper behind an entry, "C31 55/1": a partial payment has its own sequence. */
export interface BackingDocument {
  readonly kind: string;
  readonly number: string;
  readonly sequence: number;
}

/** The moments of an expense in their order. @see NB-SCI art. 22 */
export const stages = ['reserved', 'committed', 'executed', 'paid'] as const;
export type Stage = (typeof stages)[number];

export const adjustmentKinds = ['additional', 'reduction', 'transfer', 'reformulation'] as const;
/** `stated` comes from a form alone: its kind and instrument are not known yet. */
export type AdjustmentKind = (typeof adjustmentKinds)[number] | 'stated';

export const controlLevels = ['cell', 'activity', 'ledger'] as const;
export type ControlLevel = (typeof controlLevels)[number];
export const controlModes = ['block', 'warn'] as const;
export type ControlMode = (typeof controlModes)[number];

export interface ActivityDescription {
  readonly code: ActivityCode;
  readonly operation: string | null;
  readonly name: string;
  readonly start: CivilDate | null;
  readonly end: CivilDate | null;
  readonly indicator: string | null;
  /** the row that it has in the printed form, from 1 */
  readonly position: number | null;
}

/** What a fact that a form could have stated says of forms: the latest corte whose form lacks it, if any does. */
interface AgainstForms {
  readonly beyond?: CivilDate;
}

interface StageData extends AgainstForms {
  /** null: stated by a form, for all its cells together */
  readonly document: BackingDocument | null;
  readonly follows?: BackingDocument;
  readonly lines: LineAmounts;
}

/** [object | null, source | null, programmed, executed] as a form states them, zeros too */
export type StatedCell = readonly [ObjectCode | null, Source | null, Amount, Amount];

export interface StatedLevels {
  readonly activity: ActivityId;
  readonly amounts: readonly StatedCell[];
}

/** The plan that a form reports on; `assumed` where the day was worked out from the name. */
export interface PlanVersion {
  readonly name: string;
  readonly day: CivilDate;
  readonly assumed: boolean;
}

export interface LedgerEvents {
  LedgerOpened: {
    /** names are null where the ledger was opened by a file that lacks them */
    readonly entity: { readonly code: string; readonly name: string | null };
    readonly area: { readonly sigla: string; readonly name: string | null };
    readonly fiscalYear: number;
    readonly currency: string;
    readonly zone: string;
    readonly classifiers: Classifiers;
  };
  LedgerClosed: { readonly reason: string };
  LedgerReopened: { readonly authorisation: Authorisation };
  ActivityRegistered: ActivityDescription & { readonly activity: ActivityId };
  ActivityRevised: {
    readonly activity: ActivityId;
    readonly changes: Partial<ActivityDescription>;
    readonly adjustment?: string;
  };
  ActivityWithdrawn: {
    readonly activity: ActivityId;
    readonly reason: string;
    readonly adjustment?: string;
  };
  BudgetProgrammed: { readonly lines: LineAmounts; readonly assumed?: readonly string[] };
  PlanApproved: { readonly instrument: Instrument };
  BudgetDistributed: AgainstForms & {
    readonly lines: LineAmounts;
    /** `form`: follows from what a form stated; `hand`: a person said it */
    readonly basis: 'form' | 'hand';
  };
  BudgetAdjusted: AgainstForms & {
    readonly adjustment: string;
    /** null: a form with the same version name and another programmed budget */
    readonly name: string | null;
    readonly kind: AdjustmentKind;
    readonly instrument: Instrument | null;
    readonly lines: LineAmounts;
    readonly counterpart?: { readonly area: string; readonly transferId: string };
    readonly netEffect?: Amount;
    readonly assumed?: readonly string[];
  };
  AdjustmentDocumented: {
    readonly adjustment: string;
    readonly kind: Exclude<AdjustmentKind, 'stated'>;
    readonly instrument: Instrument;
    readonly counterpart?: { readonly area: string; readonly transferId: string };
    readonly netEffect?: Amount;
  };
  BudgetReserved: StageData;
  BudgetCommitted: StageData;
  BudgetExecuted: StageData;
  BudgetPaid: StageData;
  EntryReversed: AgainstForms & {
    readonly reverses: number;
    readonly measure: Stage | 'original';
    /** signed: what the entry loses */
    readonly lines: LineAmounts;
    readonly reason: string;
  };
  FormTaken: {
    /** SHA-256 of the file, whose bytes the store keeps */
    readonly file: string;
    readonly corte: CivilDate;
    /** the names that the form prints in its heading */
    readonly header: { readonly entity: string; readonly area: string };
    readonly version: PlanVersion;
    readonly levels: readonly StatedLevels[];
  };
  ExecutionCorrected: {
    /** the corte whose stated level changes */
    readonly corte: CivilDate;
    /** `form`: a lower level or a breakdown; `document`: taken over by an entry of its own; `hand`: said by a person */
    readonly cause: 'form' | 'document' | 'hand';
    readonly lines: LineAmounts;
    readonly reason?: string;
  };
  ProgressReported: {
    readonly progress: readonly {
      readonly activity: ActivityId;
      /** eficacia acumulada in percent */
      readonly accumulated: Percentage;
      readonly evidence?: string;
    }[];
  };
  PeriodClosed: { readonly through: CivilDate };
  PeriodReopened: { readonly from: CivilDate; readonly authorisation: Authorisation };
  ControlChanged: {
    readonly mode: ControlMode;
    readonly level: ControlLevel;
    readonly signatures: ControlSignatures;
    readonly reason: string;
  };
  ReportIssued: Signatures & {
    readonly report: string;
    readonly number: string;
    readonly cutOff: { readonly effective: CivilDate; readonly known: number };
    readonly sha256: string;
  };
}

export type EventType = keyof LedgerEvents;

/** Events that bind from their recording on; all others are facts and count from their day. */
export const acts: ReadonlySet<EventType> = new Set<EventType>([
  'LedgerOpened',
  'LedgerClosed',
  'LedgerReopened',
  'PlanApproved',
  'AdjustmentDocumented',
  'FormTaken',
  'PeriodClosed',
  'PeriodReopened',
  'ControlChanged',
  'ReportIssued',
]);

/** Where the lines of an event stand in the file they came from: a place per line, in order. */
export interface Origin {
  readonly file: string;
  readonly places: readonly (string | null)[];
}

/** An event that was decided and not yet recorded; an act (no day of effect of its own) carries null. */
export type Draft<Type extends EventType = EventType> = {
  [T in Type]: {
    readonly type: T;
    readonly effectiveOn: CivilDate | null;
    readonly data: LedgerEvents[T];
    readonly origin?: Origin;
  };
}[Type];

/** What is recorded around every event; people's names live elsewhere. */
export interface Envelope {
  readonly ledger: LedgerId;
  /** counts the records of a ledger from 0 */
  readonly revision: number;
  readonly effectiveOn: CivilDate;
  readonly recordedAt: Instant;
  readonly actor: string;
  readonly commandId: string;
  readonly commandHash: string;
  readonly correlationId: string;
  readonly origin?: Origin;
  /** who signed the command, where three people did */
  readonly signed?: Signatures;
}

export type LedgerRecord<Type extends EventType = EventType> = {
  [T in Type]: Envelope & {
    readonly type: T;
    readonly version: number;
    readonly data: LedgerEvents[T];
  };
}[Type];

/** One step for every event: a missing one does not compile. */
export type Steps<State> = {
  readonly [T in EventType]: (state: State, record: LedgerRecord<T>) => State;
};

/** Silence in writing: the event does not concern this fold. */
export const unchanged = <State>(state: State): State => state;

/** Folds one record with its step. */
export const foldWith =
  <State>(steps: Steps<State>) =>
  (state: State, record: LedgerRecord): State =>
    (steps[record.type] as (state: State, record: LedgerRecord) => State)(state, record);
