import { amount } from '../../src/catalogue/amount.ts';
import { civilDate } from '../../src/catalogue/civil-date.ts';
import { defaultClassifiers } from '../../src/catalogue/classifiers.ts';
import type { LedgerId, ObjectCode, Source } from '../../src/catalogue/codes.ts';
import type { CommandRequest } from '../../src/application/command-request.ts';

export const contended = '41-SENAVEX-2020' as LedgerId;

const line = (money: string) => ({
  activity: null,
  object: '20000' as ObjectCode,
  source: '10' as Source,
  amount: amount(money),
});

const request = (commandId: string, command: CommandRequest['command']): CommandRequest => ({
  ledger: contended,
  command,
  commandId,
  actor: 'u1',
});

/** Opens a ledger with so much to spend in one cell. */
export const opening = (budget: string): readonly CommandRequest[] => [
  request('open', {
    type: 'OpenLedger',
    data: {
      entity: { code: '41', name: null },
      area: { sigla: 'SENAVEX', name: null },
      fiscalYear: 2020,
      currency: 'BOB',
      zone: 'America/La_Paz',
      classifiers: defaultClassifiers,
    },
  }),
  request('program', {
    type: 'ProgramBudget',
    effectiveOn: civilDate('2020-01-01'),
    data: { lines: [line(budget)] },
  }),
];

/** Spends from that cell by a document of its own, in three records. */
export const spending = (id: string, money: string): CommandRequest =>
  request(id, {
    type: 'ExecuteBudget',
    effectiveOn: civilDate('2020-03-01'),
    data: {
      document: { kind: 'C31', number: id, sequence: 1 },
      also: ['reserved', 'committed'],
      lines: [line(money)],
    },
  });
