import type { Command as Program } from 'commander';
import { addAdjustmentsCommand } from './adjustments-command.ts';
import type { Surroundings } from './connection.ts';
import { addExecutionStatementCommand } from './execution-statement-command.ts';
import { addFindingsCommand } from './findings-command.ts';
import { addSeriesCommand } from './series-command.ts';

/** What those who watch over a ledger ask of it. */
export const addOversightCommands = (program: Program, surroundings: Surroundings): void => {
  addFindingsCommand(program, surroundings);
  addExecutionStatementCommand(program, surroundings);
  addSeriesCommand(program, surroundings);
  addAdjustmentsCommand(program, surroundings);
};
