import type { ComparedView, Comparing } from '../application/compare-references.ts';
import type { AskedLate, LateView } from '../application/late-entries-of.ts';
import type { AskedOrigin, FigureOrigin } from '../application/origin-of-figure.ts';
import type { Replaying, ReplayView } from '../application/replay-history.ts';
import { LedgerQuestion } from './ledger-questions.ts';

export { replayOrders, replaySteps } from '../../projections/replay/replay.ts';
export { originMeasures } from '../../projections/origin/cell.ts';
export type { AskedOrigin, FigureOrigin, TracedSum } from '../application/origin-of-figure.ts';
export type { Replaying, ReplayedStep, ReplayView } from '../application/replay-history.ts';
export type { AskedLate, LateView } from '../application/late-entries-of.ts';
export type { ComparedView, Comparing } from '../application/compare-references.ts';

export class CompareReferences extends LedgerQuestion<Comparing, ComparedView> {}
export class TraceOrigin extends LedgerQuestion<AskedOrigin, FigureOrigin> {}
export class ReplayHistory extends LedgerQuestion<Replaying, ReplayView> {}
export class ListLateEntries extends LedgerQuestion<AskedLate, LateView> {}
