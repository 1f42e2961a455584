import type { Command as Program } from 'commander';
import { addAdjustmentsCommand } from './adjustments-command.ts';
import { addConsolidateCommand } from './consolidate-command.ts';
import type { Surroundings } from './connection.ts';
import { addExecutionStatementCommand } from './execution-statement-command.ts';
import { addFindingsCommand } from './findings-command.ts';
import { addSeriesCommand } from './series-command.ts';

/** What those who watch over a ledger, or over several, ask of them. */
export const addOversightCommands = (program: Program, surroundings: Surroundings): void => {
  addFindingsCommand(program, surroundings);
  addExecutionStatementCommand(program, surroundings);
  addSeriesCommand(program, surroundings);
  addAdjustmentsCommand(program, surroundings);
  addConsolidateCommand(program, surroundings);
};
