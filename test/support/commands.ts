import { amount, percentageText } from '../../src/catalogue/amount.ts';
import { defaultClassifiers } from '../../src/catalogue/classifiers.ts';
import type { ActivityCode } from '../../src/catalogue/codes.ts';
import type { ActivityDescription, LedgerEvents, Stage } from '../../src/catalogue/events.ts';
import type { CommandOf } from '../../src/domain/area-ledger/commands.ts';
import type { Command } from '../../src/domain/area-ledger/index.ts';
import { asked, day, type Line, paper, resolution } from './lines.ts';

export const opened = {
  entity: { code: '41', name: 'Ministerio' },
  area: { sigla: 'SENAVEX', name: 'Servicio Nacional de Verificación de Exportaciones' },
  fiscalYear: 2020,
  currency: 'BOB',
  zone: 'America/La_Paz',
  classifiers: defaultClassifiers,
};
export const open = (): Command => ({ type: 'OpenLedger', data: opened });

export const described = (
  code: string,
  changes: Partial<ActivityDescription> = {},
): ActivityDescription => ({
  code: code as ActivityCode,
  operation: null,
  name: `Actividad ${code}`,
  start: null,
  end: null,
  indicator: null,
  position: null,
  ...changes,
});
export const register = (
  on: string,
  code: string,
  changes: Partial<ActivityDescription> = {},
): Command => ({ type: 'RegisterActivity', effectiveOn: day(on), data: described(code, changes) });
export const revise = (
  on: string,
  activity: string,
  changes: Partial<ActivityDescription>,
  adjustment?: string,
): Command => ({
  type: 'ReviseActivity',
  effectiveOn: day(on),
  data: { activity, changes, ...(adjustment !== undefined && { adjustment }) },
});
export const withdraw = (on: string, activity: string, adjustment?: string): Command => ({
  type: 'WithdrawActivity',
  effectiveOn: day(on),
  data: { activity, reason: 'sin objeto', ...(adjustment !== undefined && { adjustment }) },
});

export const program = (on: string, ...lines: readonly Line[]): Command => ({
  type: 'ProgramBudget',
  effectiveOn: day(on),
  data: { lines: asked(lines) },
});
export const distribute = (on: string, ...lines: readonly Line[]): Command => ({
  type: 'DistributeBudget',
  effectiveOn: day(on),
  data: { lines: asked(lines) },
});

type Adjustment = CommandOf<'AdjustBudget'>['data'];
type AdjustmentOptions = Partial<Omit<Adjustment, 'kind' | 'lines' | 'netEffect'>> & {
  readonly netEffect?: string;
};
/** "AJUSTADO JUNIO" under a resolution, unless it is told otherwise. */
export const adjust = (
  on: string,
  kind: Adjustment['kind'],
  lines: readonly Line[],
  { netEffect, ...options }: AdjustmentOptions = {},
): CommandOf<'AdjustBudget'> => ({
  type: 'AdjustBudget',
  effectiveOn: day(on),
  data: {
    name: 'AJUSTADO JUNIO',
    kind,
    instrument: resolution,
    lines: asked(lines),
    ...options,
    ...(netEffect !== undefined && { netEffect: amount(netEffect) }),
  },
});
export const documentAdjustment = (
  adjustment: string,
  kind: LedgerEvents['AdjustmentDocumented']['kind'],
  { netEffect }: { readonly netEffect?: string } = {},
): Command => ({
  type: 'DocumentAdjustment',
  data: {
    adjustment,
    kind,
    instrument: resolution,
    ...(netEffect !== undefined && { netEffect: amount(netEffect) }),
  },
});

type Forms = CommandOf<'ExecuteBudget'>['data']['forms'];
export const within = { within: true } as const;
export const beyond = (corte: string | null = null): NonNullable<Forms> => ({
  beyond: corte === null ? null : day(corte),
});
interface StageOptions {
  readonly follows?: string;
  readonly also?: readonly Stage[];
  readonly forms?: NonNullable<Forms>;
}
const stageCommand =
  (type: 'ReserveBudget' | 'CommitBudget' | 'ExecuteBudget' | 'PayBudget') =>
  (
    on: string,
    document: string,
    lines: readonly Line[],
    { follows, ...options }: StageOptions = {},
  ): Command => ({
    type,
    effectiveOn: day(on),
    data: {
      document: paper(document),
      lines: asked(lines),
      ...options,
      ...(follows !== undefined && { follows: paper(follows) }),
    },
  });
export const reserve = stageCommand('ReserveBudget');
export const commit = stageCommand('CommitBudget');
export const execute = stageCommand('ExecuteBudget');
export const pay = stageCommand('PayBudget');

export const reverse = (
  on: string,
  reverses: number,
  lines?: readonly Line[],
  forms?: NonNullable<Forms>,
): Command => ({
  type: 'ReverseEntry',
  effectiveOn: day(on),
  data: {
    reverses,
    reason: 'error de registro',
    ...(lines && { lines: asked(lines) }),
    ...(forms && { forms }),
  },
});
export const correct = (corte: string, ...lines: readonly Line[]): Command => ({
  type: 'CorrectExecution',
  data: { corte: day(corte), reason: 'conciliación', lines: asked(lines) },
});
export const report = (on: string, ...progress: (readonly [string, string])[]): Command => ({
  type: 'ReportProgress',
  effectiveOn: day(on),
  data: {
    progress: progress.map(([activity, text]) => ({ activity, accumulated: percentageText(text) })),
  },
});
