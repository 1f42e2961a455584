import { type CivilDate, lastDayOf } from '../src/catalogue/civil-date.ts';
import {
  type AdjustmentKind,
  foldWith,
  type Instrument,
  type LedgerEvents,
  type Steps,
  unchanged,
} from '../src/catalogue/events.ts';

/** One adjustment of the plan; all its records together. */
export interface Adjustment {
  readonly id: string;
  /** null: a form with the same version name and another programmed budget */
  readonly name: string | null;
  /** those of its last record */
  readonly kind: AdjustmentKind;
  readonly instrument: Instrument | null;
  readonly records: { readonly revision: number; readonly day: CivilDate }[];
  /** what gave it its kind and instrument afterwards */
  documented: {
    readonly revision: number;
    readonly kind: AdjustmentKind;
    readonly instrument: Instrument;
  } | null;
}

/** A day through which nothing more was let in, from a record on; reopening is another matter. */
export interface Closing {
  readonly revision: number;
  readonly through: CivilDate;
  /** the whole gestión, not a period of it */
  readonly isOfLedger: boolean;
}

export type Issue = LedgerEvents['ReportIssued'] & { readonly revision: number };

/** What the plan and its reporting went through, in the order of recording. */
export interface Milestones {
  fiscalYear: number;
  approval: { readonly revision: number; readonly instrument: Instrument } | null;
  readonly adjustments: Map<string, Adjustment>;
  readonly closings: Closing[];
  readonly issues: Issue[];
}

export const noMilestones = (): Milestones => ({
  fiscalYear: 0,
  approval: null,
  adjustments: new Map(),
  closings: [],
  issues: [],
});

const steps: Steps<Milestones> = {
  LedgerOpened: (milestones, { data }) => {
    milestones.fiscalYear = data.fiscalYear;
    return milestones;
  },
  LedgerClosed: (milestones, { revision }) => {
    const through = lastDayOf(milestones.fiscalYear);
    milestones.closings.push({ revision, through, isOfLedger: true });
    return milestones;
  },
  LedgerReopened: unchanged,
  ActivityRegistered: unchanged,
  ActivityRevised: unchanged,
  ActivityWithdrawn: unchanged,
  BudgetProgrammed: unchanged,
  PlanApproved: (milestones, { revision, data: { instrument } }) => {
    milestones.approval = { revision, instrument };
    return milestones;
  },
  BudgetDistributed: unchanged,
  BudgetAdjusted: (milestones, { revision, effectiveOn: day, data }) => {
    const { adjustment: id, name, kind, instrument } = data;
    const { records = [], documented = null } = milestones.adjustments.get(id) ?? {};
    records.push({ revision, day });
    milestones.adjustments.set(id, { id, name, kind, instrument, records, documented });
    return milestones;
  },
  AdjustmentDocumented: (milestones, { revision, data }) => {
    const known = milestones.adjustments.get(data.adjustment);
    const { kind, instrument } = data;
    if (known !== undefined) known.documented = { revision, kind, instrument };
    return milestones;
  },
  BudgetReserved: unchanged,
  BudgetCommitted: unchanged,
  BudgetExecuted: unchanged,
  BudgetPaid: unchanged,
  EntryReversed: unchanged,
  FormTaken: unchanged,
  ExecutionCorrected: unchanged,
  ProgressReported: unchanged,
  PeriodClosed: (milestones, { revision, data: { through } }) => {
    milestones.closings.push({ revision, through, isOfLedger: false });
    return milestones;
  },
  PeriodReopened: unchanged,
  ControlChanged: unchanged,
  ReportIssued: (milestones, { revision, data }) => {
    milestones.issues.push({ ...data, revision });
    return milestones;
  },
};

export const foldMilestones = foldWith(steps);
