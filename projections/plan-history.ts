import type { CivilDate } from '../src/catalogue/civil-date.ts';
import {
  type AdjustmentKind,
  type ControlLevel,
  type ControlMode,
  foldWith,
  type Instrument,
  type LedgerEvents,
  type LedgerRecord,
  type Steps,
  unchanged,
} from '../src/catalogue/events.ts';
import type { Instant } from '../src/catalogue/instant.ts';
import { isInForce } from '../src/timeline/timeline.ts';
import type { ResolvedCutOff } from './cut-off.ts';

type Counterpart = NonNullable<LedgerEvents['BudgetAdjusted']['counterpart']>;

interface Noted {
  readonly revision: number;
  readonly recordedAt: Instant;
  readonly actor: string;
}

/** What one record says of an adjustment; its money stands in the entries. */
export interface AdjustmentRecord extends Noted {
  readonly adjustment: string;
  /** null for what only gives kind and instrument, an act */
  readonly day: CivilDate | null;
  readonly name: string | null;
  readonly kind: AdjustmentKind;
  readonly instrument: Instrument | null;
  readonly counterpart: Counterpart | null;
}

export interface FormRecord extends Noted {
  readonly corte: CivilDate;
  /** SHA-256 of the kept file */
  readonly file: string;
}

export interface ControlRecord {
  readonly revision: number;
  readonly mode: ControlMode;
  readonly level: ControlLevel;
}

/** How the plan, its forms and its control came about, in the order of recording. */
export interface PlanHistory {
  readonly adjustments: AdjustmentRecord[];
  readonly forms: FormRecord[];
  readonly controls: ControlRecord[];
  /** the revisions of what forms say was executed, rising; all other executions are by document */
  readonly executedByForms: number[];
}

export const noPlanHistory = (): PlanHistory => ({
  adjustments: [],
  forms: [],
  controls: [],
  executedByForms: [],
});

const notedOf = ({ revision, recordedAt, actor }: LedgerRecord): Noted => ({
  revision,
  recordedAt,
  actor,
});

const steps: Steps<PlanHistory> = {
  LedgerOpened: unchanged,
  LedgerClosed: unchanged,
  LedgerReopened: unchanged,
  ActivityRegistered: unchanged,
  ActivityRevised: unchanged,
  ActivityWithdrawn: unchanged,
  BudgetProgrammed: unchanged,
  PlanApproved: unchanged,
  BudgetDistributed: unchanged,
  BudgetAdjusted: (history, record) => {
    const { adjustment, name, kind, instrument, counterpart = null } = record.data;
    const said = { adjustment, name, kind, instrument, counterpart };
    history.adjustments.push({ ...notedOf(record), day: record.effectiveOn, ...said });
    return history;
  },
  AdjustmentDocumented: (history, record) => {
    const { adjustment, kind, instrument, counterpart = null } = record.data;
    const said = { adjustment, name: null, kind, instrument, counterpart };
    history.adjustments.push({ ...notedOf(record), day: null, ...said });
    return history;
  },
  BudgetReserved: unchanged,
  BudgetCommitted: unchanged,
  BudgetExecuted: (history, { revision, data }) => {
    if (data.document === null) history.executedByForms.push(revision);
    return history;
  },
  BudgetPaid: unchanged,
  EntryReversed: unchanged,
  FormTaken: (history, record) => {
    const { corte, file } = record.data;
    history.forms.push({ ...notedOf(record), corte, file });
    return history;
  },
  ExecutionCorrected: (history, { revision }) => {
    history.executedByForms.push(revision);
    return history;
  },
  ProgressReported: unchanged,
  PeriodClosed: unchanged,
  PeriodReopened: unchanged,
  ControlChanged: (history, { revision, data: { mode, level } }) => {
    history.controls.push({ revision, mode, level });
    return history;
  },
  ReportIssued: unchanged,
};

export const foldPlanHistory = foldWith(steps);

/** A ledger opens blocking, at the finest level. */
const openingControl: Omit<ControlRecord, 'revision'> = { mode: 'block', level: 'cell' };

/** The control by a revision: it binds from its recording on. */
export const controlAt = (
  { controls }: PlanHistory,
  revision: number,
): Omit<ControlRecord, 'revision'> =>
  controls.findLast((control) => control.revision <= revision) ?? openingControl;

/** The forms known by a revision, in the order in which they were taken. */
export const formsKnownBy = ({ forms }: PlanHistory, revision: number): readonly FormRecord[] =>
  forms.filter((form) => form.revision <= revision);

/** Those of them whose corte lies on or before the day. */
export const formsAt = (
  history: PlanHistory,
  { effective, known }: Pick<ResolvedCutOff, 'effective' | 'known'>,
): readonly FormRecord[] =>
  formsKnownBy(history, known.revision).filter(({ corte }) => isInForce(corte, effective));
