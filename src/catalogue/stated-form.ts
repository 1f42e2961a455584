import type { Amount, Percentage } from './amount.ts';
import type { BudgetLine, LineAttributes } from './budget-line.ts';
import type { CivilDate } from './civil-date.ts';
import type { ObjectCode, Source } from './codes.ts';
import type { ActivityDescription, PlanVersion } from './events.ts';

/** One stated cell of a form: a group (null: sin grupo) and a column, with the place of its row. */
export interface StatedFormCell {
  readonly object: ObjectCode | null;
  readonly source: Source;
  readonly programmed: Amount;
  readonly executed: Amount;
  /** such as "38", or "24.2" for the second value inside the cells of line 24 */
  readonly place: string;
}

export interface StatedActivity extends ActivityDescription {
  /** eficacia acumulada; null where the cell is empty */
  readonly accumulated: Percentage | null;
  readonly cells: readonly StatedFormCell[];
  readonly place: string;
}

/** A cumulative form as read: levels at its corte, of the plan that it names. */
export interface StatedForm {
  /** SHA-256 of the file */
  readonly file: string;
  readonly entity: { readonly code: string; readonly name: string };
  readonly area: { readonly sigla: string; readonly name: string };
  readonly fiscalYear: number;
  readonly corte: CivilDate;
  readonly version: PlanVersion;
  /** false: the plan before any adjustment */
  readonly isAdjusted: boolean;
  /** in printed order */
  readonly activities: readonly StatedActivity[];
}

export interface StatedBudgetLine extends Omit<BudgetLine, 'activity'> {
  /** the code as written, null where the line names no activity */
  readonly activity: string | null;
  readonly attributes?: LineAttributes;
  readonly amount: Amount;
  readonly place: string;
}

/** An original budget as read from a file. */
export interface StatedBudget {
  readonly file: string;
  readonly entity: string;
  readonly sigla: string;
  readonly fiscalYear: number;
  readonly effectiveOn: CivilDate;
  /** what the file does not say and the importer was told to take, such as 'source' */
  readonly assumed: readonly string[];
  readonly lines: readonly StatedBudgetLine[];
}
