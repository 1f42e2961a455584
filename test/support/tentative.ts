import type { LineAmounts } from '../../src/catalogue/budget-line.ts';
import type { EventType, LedgerRecord } from '../../src/catalogue/events.ts';
import type { Command, CommandLine } from '../../src/domain/area-ledger/index.ts';

const linesOf = (lines: readonly CommandLine[]): LineAmounts =>
  lines.map(({ activity, object, source, amount }) => ({
    activity: activity as LineAmounts[number]['activity'],
    amounts: [[object, source, amount]],
  }));

const stageEvents = {
  ReserveBudget: 'BudgetReserved',
  CommitBudget: 'BudgetCommitted',
  ExecuteBudget: 'BudgetExecuted',
  PayBudget: 'BudgetPaid',
} as const;

const stageNames = {
  reserved: 'BudgetReserved',
  committed: 'BudgetCommitted',
  executed: 'BudgetExecuted',
  paid: 'BudgetPaid',
} as const;

const eventsOf = (command: Command): readonly (readonly [EventType, object])[] => {
  switch (command.type) {
    case 'AdjustBudget':
      return [['BudgetAdjusted', command.data]];
    case 'DistributeBudget':
      return [['BudgetDistributed', command.data]];
    case 'ReserveBudget':
    case 'CommitBudget':
    case 'ExecuteBudget':
    case 'PayBudget': {
      const also = (command.data.also ?? []).map((stage) => stageNames[stage]);
      return [stageEvents[command.type], ...also].map((type) => [type, command.data]);
    }
    default:
      return [];
  }
};

/** The history that there would be if a command on the budget were let in, whatever the rules say. */
export const tentative = (
  records: readonly LedgerRecord[],
  command: Command,
): readonly LedgerRecord[] => {
  const [first] = records;
  const { lines } = command.data as { readonly lines: readonly CommandLine[] };
  const more = eventsOf(command).map(
    ([type, data], index) =>
      ({
        ...first,
        type,
        revision: records.length + index,
        effectiveOn: 'effectiveOn' in command ? command.effectiveOn : first?.effectiveOn,
        data: { ...data, lines: linesOf(lines) },
      }) as LedgerRecord,
  );
  return [...records, ...more];
};
