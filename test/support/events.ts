import { amount } from '../../src/catalogue/amount.ts';
import type {
  Draft,
  EventType,
  LedgerEvents,
  PlanVersion,
  StatedLevels,
} from '../../src/catalogue/events.ts';
import { day, kept, type Line, paper } from './lines.ts';

/** An event as it is expected: an act has no day of its own. */
export const event = <Type extends EventType>(
  type: Type,
  on: string | null,
  data: LedgerEvents[Type],
): Draft => ({ type, effectiveOn: on === null ? null : day(on), data }) as Draft;

const stageEvent =
  (type: 'BudgetReserved' | 'BudgetCommitted' | 'BudgetExecuted' | 'BudgetPaid') =>
  (
    on: string,
    document: string,
    lines: readonly Line[],
    { follows, beyond }: { readonly follows?: string; readonly beyond?: string } = {},
  ): Draft =>
    event(type, on, {
      document: paper(document),
      lines: kept(lines),
      ...(follows !== undefined && { follows: paper(follows) }),
      ...(beyond !== undefined && { beyond: day(beyond) }),
    });
export const reserved = stageEvent('BudgetReserved');
export const committed = stageEvent('BudgetCommitted');
export const executed = stageEvent('BudgetExecuted');
export const paid = stageEvent('BudgetPaid');

export const programmed = (on: string, ...lines: readonly Line[]): Draft =>
  event('BudgetProgrammed', on, { lines: kept(lines) });
export const distributed = (on: string, ...lines: readonly Line[]): Draft =>
  event('BudgetDistributed', on, { lines: kept(lines), basis: 'hand' });
export const reversed = (
  on: string,
  { reverses, measure }: Pick<LedgerEvents['EntryReversed'], 'reverses' | 'measure'>,
  lines: readonly Line[],
  beyond?: string,
): Draft =>
  event('EntryReversed', on, {
    reverses,
    measure,
    lines: kept(lines),
    reason: 'error de registro',
    ...(beyond !== undefined && { beyond: day(beyond) }),
  });

/** What a form makes of the plan, the distribution and the executions. */
export const statedAdjustment = (
  on: string,
  { adjustment, name }: Pick<LedgerEvents['BudgetAdjusted'], 'adjustment' | 'name'>,
  lines: readonly Line[],
  assumed = false,
): Draft =>
  event('BudgetAdjusted', on, {
    adjustment,
    name,
    kind: 'stated',
    instrument: null,
    lines: kept(lines),
    ...(assumed && { assumed: ['effectiveOn'] }),
  });
export const statedDistribution = (on: string, ...lines: readonly Line[]): Draft =>
  event('BudgetDistributed', on, { lines: kept(lines), basis: 'form' });
export const statedExecution = (on: string, ...lines: readonly Line[]): Draft =>
  event('BudgetExecuted', on, { document: null, lines: kept(lines) });
export const corrected = (
  corte: string,
  cause: LedgerEvents['ExecutionCorrected']['cause'],
  ...lines: readonly Line[]
): Draft =>
  event('ExecutionCorrected', corte, {
    corte: day(corte),
    cause,
    lines: kept(lines),
    ...(cause === 'hand' && { reason: 'conciliación' }),
  });

export const juneAdjustment = { adjustment: 'AJUSTADO-JUNIO', name: 'AJUSTADO JUNIO' };

/** object, source, programmed, executed */
export type Level = readonly [string | null, string, string, string];
export const formTaken = (
  file: string,
  corte: string,
  version: PlanVersion,
  levels: Readonly<Record<string, readonly Level[]>>,
): Draft =>
  event('FormTaken', null, {
    file,
    corte: day(corte),
    header: { entity: 'MINISTERIO', area: 'SERVICIO' },
    version,
    levels: Object.entries(levels).map(
      ([activity, amounts]) =>
        ({
          activity,
          amounts: amounts.map(([object, source, plan, spent]) => [
            object,
            source,
            amount(plan),
            amount(spent),
          ]),
        }) as unknown as StatedLevels,
    ),
  });
