import { type Command as Program, Option } from 'commander';
import { known, type Known } from '../catalogue/known.ts';
import { ListLateEntries } from '../bus/audit-messages.ts';
import { viewAsJson } from '../bus/view-as-json.ts';
import type { Connection, Surroundings } from './connection.ts';
import type { Context } from './context.ts';
import { printLate } from './print-late.ts';
import { runRead } from './run-read.ts';

interface LateOptions {
  readonly since?: Known;
  readonly afterReport?: string;
}

const list = async (
  context: Context,
  connection: Connection,
  { since, afterReport }: LateOptions,
): Promise<void> => {
  const ledger = await context.ledger(connection);
  const asked = {
    ...(since !== undefined && { since }),
    ...(afterReport !== undefined && { afterReport }),
    cutOff: context.cutOff,
  };
  const answer = await connection.queries.execute(new ListLateEntries(ledger, asked));
  if (context.isJson) context.writeJson(viewAsJson(answer, answer.view));
  else printLate(context, answer);
};

export const addLateCommand = (program: Program, surroundings: Surroundings): void => {
  program
    .command('late')
    .description('lo registrado tarde, con cuántos días, y qué cifras ya reportadas mueve')
    .addOption(
      new Option(
        '--since <moment>',
        'después de un instante, un día o el número de un registro',
      ).argParser(known),
    )
    .addOption(
      new Option('--after-close', 'en períodos ya cerrados; es lo que vale si nada se dice'),
    )
    .addOption(new Option('--after-report <number>', 'lo que un reporte emitido no conocía'))
    .action((options: LateOptions, command: Program) =>
      runRead(command, surroundings, (context, connection) => list(context, connection, options)),
    );
  const late = program.commands.at(-1);
  const exclusive = late?.options ?? [];
  for (const option of exclusive) {
    option.conflicts(
      exclusive.filter((other) => other !== option).map((other) => other.attributeName()),
    );
  }
};
