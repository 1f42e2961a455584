import type { Amount, Percentage } from '../../catalogue/amount.ts';
import type { LineAttributes } from '../../catalogue/budget-line.ts';
import type { CivilDate } from '../../catalogue/civil-date.ts';
import type { ObjectCode, Source } from '../../catalogue/codes.ts';
import type {
  ActivityDescription,
  AdjustmentKind,
  Authorisation,
  BackingDocument,
  ControlLevel,
  ControlMode,
  Instrument,
  LedgerEvents,
  Signatures,
  Stage,
} from '../../catalogue/events.ts';
import type { ControlSignatures } from '../../catalogue/signatures.ts';
import type { StatedBudget, StatedForm } from '../../catalogue/stated-form.ts';

/** A line as a clerk writes it: the activity by its code (or id), null where it is not distributed. */
export interface CommandLine {
  readonly activity: string | null;
  readonly object: ObjectCode | null;
  readonly source: Source | null;
  readonly amount: Amount;
  readonly attributes?: LineAttributes;
}

/** What a form with a later corte is said to do with an entry: contain it, or lack it up to a corte (null: every stated one). */
export type AgainstForms = { readonly within: true } | { readonly beyond: CivilDate | null };

interface WithLines {
  readonly lines: readonly CommandLine[];
}

interface StageCommand extends WithLines {
  readonly document: BackingDocument;
  readonly follows?: BackingDocument;
  /** the other stages that the same document brings at once */
  readonly also?: readonly Stage[];
  readonly forms?: AgainstForms;
}

interface NewAdjustment extends WithLines {
  readonly name: string;
  /** worked out from the name where it is not given */
  readonly adjustment?: string;
  readonly kind: Exclude<AdjustmentKind, 'stated'>;
  readonly instrument?: Instrument;
  readonly counterpart?: { readonly area: string; readonly transferId: string };
  readonly netEffect?: Amount;
  readonly forms?: AgainstForms;
}

/** Commands whose event takes effect on a day that the clerk gives. */
interface FactCommands {
  RegisterActivity: ActivityDescription;
  ReviseActivity: {
    readonly activity: string;
    readonly changes: Partial<ActivityDescription>;
    readonly adjustment?: string;
  };
  WithdrawActivity: {
    readonly activity: string;
    readonly reason: string;
    readonly adjustment?: string;
  };
  ProgramBudget: WithLines;
  DistributeBudget: WithLines & { readonly forms?: AgainstForms };
  AdjustBudget: NewAdjustment;
  ReserveBudget: StageCommand;
  CommitBudget: StageCommand;
  ExecuteBudget: StageCommand;
  PayBudget: StageCommand;
  ReverseEntry: {
    readonly reverses: number;
    /** positive; left out: all that is left of the entry */
    readonly lines?: readonly CommandLine[];
    readonly reason: string;
    readonly forms?: AgainstForms;
  };
  ReportProgress: {
    readonly progress: readonly {
      readonly activity: string;
      readonly accumulated: Percentage;
      readonly evidence?: string;
    }[];
  };
}

/** Commands whose event binds from its recording on. */
interface ActCommands {
  OpenLedger: LedgerEvents['LedgerOpened'];
  CloseLedger: { readonly reason: string };
  ReopenLedger: { readonly authorisation: Authorisation };
  ApprovePlan: { readonly instrument: Instrument };
  DocumentAdjustment: LedgerEvents['AdjustmentDocumented'];
  ClosePeriod: { readonly through: CivilDate };
  ReopenPeriod: { readonly from: CivilDate; readonly authorisation: Authorisation };
  ChangeControl: {
    readonly mode: ControlMode;
    readonly level: ControlLevel;
    /** left out: as it is */
    readonly signatures?: ControlSignatures;
    readonly reason: string;
  };
  /** changes the level that a form stated for its corte; the lines are signed */
  CorrectExecution: WithLines & { readonly corte: CivilDate; readonly reason: string };
  IssueReport: LedgerEvents['ReportIssued'];
  /** again: looks once more at a file that was taken before */
  TakeForm: { readonly form: StatedForm; readonly again: boolean };
  TakeBudget: { readonly budget: StatedBudget; readonly approve: Instrument | null };
}

export type ActType = keyof ActCommands;
export type FactType = keyof FactCommands;
export type CommandType = ActType | FactType;

/** What is said of any command beside its data. */
interface Signed {
  /** who answers for it, where three people do */
  readonly signed?: Signatures;
}

export type Act<Type extends ActType = ActType> = {
  [T in Type]: Signed & { readonly type: T; readonly data: ActCommands[T] };
}[Type];

export type Fact<Type extends FactType = FactType> = {
  [T in Type]: Signed & {
    readonly type: T;
    readonly effectiveOn: CivilDate;
    readonly data: FactCommands[T];
  };
}[Type];

/** The union of all that can be asked of a ledger; the bus carries nothing narrower. */
export type Command = Act | Fact;

export type CommandOf<Type extends CommandType> = Extract<Command, { type: Type }>;
