import { Query } from '@nestjs/cqrs';
import type { LedgerId } from '../catalogue/codes.ts';
import type { ComparedView, Comparing } from '../application/compare-references.ts';
import type { AskedLate, LateView } from '../application/late-entries-of.ts';
import type { AskedOrigin, FigureOrigin } from '../application/origin-of-figure.ts';
import type { Replaying, ReplayView } from '../application/replay-history.ts';
import type { Answer } from '../application/sight.ts';

export { replayOrders, replaySteps } from '../../projections/replay/replay.ts';
export { originMeasures } from '../../projections/origin/cell.ts';
export type { AskedOrigin, FigureOrigin, TracedSum } from '../application/origin-of-figure.ts';
export type { Replaying, ReplayedStep, ReplayView } from '../application/replay-history.ts';
export type { AskedLate, LateView } from '../application/late-entries-of.ts';
export type { ComparedView, Comparing } from '../application/compare-references.ts';

/** A question of an auditor about one ledger. */
abstract class AuditQuery<Asked, View> extends Query<Answer<View>> {
  readonly ledger: LedgerId;
  readonly asked: Asked;
  constructor(ledger: LedgerId, asked: Asked) {
    super();
    this.ledger = ledger;
    this.asked = asked;
  }
}

export class CompareReferences extends AuditQuery<Comparing, ComparedView> {}
export class TraceOrigin extends AuditQuery<AskedOrigin, FigureOrigin> {}
export class ReplayHistory extends AuditQuery<Replaying, ReplayView> {}
export class ListLateEntries extends AuditQuery<AskedLate, LateView> {}
