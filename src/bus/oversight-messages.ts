import { Query } from '@nestjs/cqrs';
import type { LedgerId } from '../catalogue/codes.ts';
import type { AskedScope } from '../application/series-scope.ts';
import type { Answer } from '../application/sight.ts';
import type { Adjustments } from '../../projections/adjustments/adjustments.ts';
import type { CutOff } from '../../projections/cut-off.ts';
import type {
  ExecutionStatement,
  StatementLevel,
} from '../../projections/execution-statement/execution-statement.ts';
import type { Findings } from '../../projections/findings/findings.ts';
import type { Series } from '../../projections/series/series.ts';

export type { AskedScope };
export { statementLevels } from '../../projections/execution-statement/execution-statement.ts';

/** A view of a ledger at a cut-off that is asked for with something more. */
abstract class OversightQuery<Asked, View> extends Query<Answer<View>> {
  readonly ledger: LedgerId;
  readonly cutOff: CutOff;
  readonly asked: Asked;
  constructor(ledger: LedgerId, cutOff: CutOff, asked: Asked) {
    super();
    this.ledger = ledger;
    this.cutOff = cutOff;
    this.asked = asked;
  }
}

/** With the settings of the rules as they were given: undefined for their defaults. */
export class ViewFindings extends OversightQuery<unknown, Findings> {}
export class ViewExecutionStatement extends OversightQuery<StatementLevel, ExecutionStatement> {}
export class ViewSeries extends OversightQuery<AskedScope, Series> {}
export class ViewAdjustments extends OversightQuery<undefined, Adjustments> {}
