import type { Command as Program } from 'commander';
import type { Connection, Surroundings } from './connection.ts';
import { Context } from './context.ts';

/** Runs what only reads: a store must be there, or a server, and it stays as it is. */
export const runRead = (
  command: Program,
  surroundings: Surroundings,
  read: (context: Context, connection: Connection) => Promise<void>,
): Promise<void> => {
  const context = new Context(command, surroundings);
  return context.anywhere((connection) => read(context, connection));
};
