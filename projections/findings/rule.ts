import type { Centavos } from '../../src/catalogue/amount.ts';
import type { CivilDate } from '../../src/catalogue/civil-date.ts';
import type { ActivityId } from '../../src/catalogue/codes.ts';
import type { ControlLevel, ControlMode } from '../../src/catalogue/events.ts';
import type { Finding } from '../../src/catalogue/finding.ts';
import type { FindingCode } from '../../src/catalogue/findings.ts';
import type { PlanAdjustment } from '../adjustments-at.ts';
import type { Measure } from '../entries.ts';
import type { Scope } from '../figures.ts';
import type { FormRecord } from '../plan-history.ts';
import type { RegisteredActivity } from '../register.ts';
import type { FindingSettings, SettingName } from './settings.ts';

/** An activity with its money, in printed order. */
export interface AuditedActivity extends RegisteredActivity {
  readonly current: Centavos;
  readonly executed: Centavos;
  /** the records that say a field, and its eficacia */
  readonly said: {
    readonly field: (name: 'name' | 'end') => readonly number[];
    readonly progress: () => readonly number[];
  };
}

/** Money that is looked at together: a cell of the control's level, or a group of an activity. */
export interface AuditedCell {
  readonly scope: Scope;
  readonly current: Centavos;
  readonly executed: Centavos;
  /** over document chains the largest of reserved, committed, executed; null where nobody needs it */
  readonly used: Centavos | null;
}

/** What other ledgers of the store hold of a transfer between areas. */
export interface TransferHalf {
  readonly transferId: string;
  readonly net: Centavos;
}

/** A form whose sum rows were looked at again in the file that was kept. */
export interface CheckedForm {
  readonly form: FormRecord;
  /** what does not close, or why that could not be seen */
  readonly findings: readonly Finding[];
}

/** Everything that rules look at, at one cut-off. */
export interface FindingContext {
  readonly effective: CivilDate;
  readonly fiscalYear: number;
  readonly settings: FindingSettings;
  readonly activities: readonly AuditedActivity[];
  /** by activity, what has no group */
  readonly withoutGroup: readonly Omit<AuditedCell, 'used'>[];
  readonly control: { readonly mode: ControlMode; readonly level: ControlLevel };
  /** the cells of the control's level */
  readonly cells: readonly AuditedCell[];
  readonly adjustments: readonly PlanAdjustment[];
  /** known, of a corte on or before the day, in the order in which they were taken */
  readonly forms: readonly FormRecord[];
  /** known, whatever their corte */
  readonly formsKnown: readonly FormRecord[];
  readonly checkedForms: readonly CheckedForm[];
  readonly halves: readonly TransferHalf[];
  /** what people call an activity */
  readonly codeOf: (activity: ActivityId | null) => string;
}

/** What a finding is about: null is a value of its own, as in a row of a view. */
export interface About extends Scope {
  readonly adjustment?: string;
  /** the corte of a form */
  readonly form?: CivilDate;
}

/** A finding with where its figures come from. */
export interface Found {
  readonly finding: Finding;
  readonly about: About;
  /** the records behind its figures, beside those of `money` */
  readonly records: readonly number[];
  /** the money that its figures add up, whose records are looked up for all findings at once */
  readonly money?: { readonly scope: Scope; readonly measures: readonly Measure[] };
}

/** A rule of its own; where it has nothing to say it is silent. */
export interface Rule {
  readonly codes: readonly FindingCode[];
  /** the rule of the field that it stands for, in Spanish */
  readonly source: string;
  readonly settings: readonly SettingName[];
  readonly find: (context: FindingContext) => readonly Found[];
}

/** The measures of the plan, which make vigente. */
export const planMeasures = ['original', 'distributed', 'adjustments'] as const;
