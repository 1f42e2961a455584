import type { AskedScope } from '../application/series-scope.ts';
import type { Adjustments } from '../../projections/adjustments/adjustments.ts';
import type {
  ExecutionStatement,
  StatementLevel,
} from '../../projections/execution-statement/execution-statement.ts';
import type { Findings } from '../../projections/findings/findings.ts';
import type { Series } from '../../projections/series/series.ts';
import { CutOffQuestion } from './ledger-questions.ts';

export type { AskedScope };
export { statementLevels } from '../../projections/execution-statement/execution-statement.ts';

/** With the settings of the rules as they were given: undefined for their defaults. */
export class ViewFindings extends CutOffQuestion<unknown, Findings> {}
export class ViewExecutionStatement extends CutOffQuestion<StatementLevel, ExecutionStatement> {}
export class ViewSeries extends CutOffQuestion<AskedScope, Series> {}
export class ViewAdjustments extends CutOffQuestion<undefined, Adjustments> {}
