import { Command as Program, CommanderError } from 'commander';
import { ledgerId } from '../catalogue/codes.ts';
import { type Failure, isFailure } from '../catalogue/failure.ts';
import { known } from '../catalogue/known.ts';
import { addAccessCommands } from './access-commands.ts';
import { activityCommands } from './activity-commands.ts';
import type { Surroundings } from './connection.ts';
import { addBackupCommands } from './backup-command.ts';
import { addCompareCommand } from './compare-command.ts';
import { addCopyCommand } from './copy-command.ts';
import { addDemoCommand } from './demo-command.ts';
import { executionCommands } from './execution-commands.ts';
import { exitCodes } from './exit-codes.ts';
import { addImportCommand } from './import-command.ts';
import { addOversightCommands } from './oversight-commands.ts';
import { day } from './parse.ts';
import { addLateCommand } from './late-command.ts';
import { addOriginCommand } from './origin-command.ts';
import { periodCommands } from './period-commands.ts';
import { placeOptions } from './place-options.ts';
import { planCommands } from './plan-commands.ts';
import { addProofCommands } from './proof-commands.ts';
import { addReplayCommand } from './replay-command.ts';
import { serverAddress } from './server-address.ts';
import { spanishHelp } from './spanish-help.ts';
import { addStoreCommands } from './store-commands.ts';
import { Told } from './told.ts';
import { usageFailure } from './usage-failure.ts';
import { addVerifyCommand } from './verify-command.ts';
import { addViewCommands } from './view-commands.ts';
import { addWriteCommand } from './write-command.ts';

/** The options that every command shares. */
const withSharedOptions = (program: Program): Program =>
  program
    .option(
      '--store <store>',
      'el almacén: una carpeta o esdb://… (por defecto ./data, o POA_STORE)',
    )
    .option(
      '--server <url>',
      'usa un servidor y no un almacén (POA_SERVER): http://127.0.0.1:3000',
      serverAddress,
    )
    .option('--ledger <id>', 'el libro, como 41-SENAVEX-2020; sobra si hay uno solo', ledgerId)
    .option('--cutoff <date>', 'fecha de corte: qué estaba vigente ese día', day)
    .option(
      '--known <moment>',
      'registrado hasta: un instante, un día o el número de un registro',
      known,
    )
    .option('--json', 'la respuesta en JSON, para programas')
    .option('--dry-run', 'muestra qué se escribiría, sin escribir')
    .option('--actor <id>', 'quién registra (POA_ACTOR)')
    .option(
      '--command-id <id>',
      'identificación de la orden: repetida igual no se registra dos veces',
    );

const programOf = (surroundings: Surroundings): Program => {
  const program = withSharedOptions(new Program('poa'))
    .description(
      'Libro del POA y su presupuesto: cada registro queda, y todo se rehace a una fecha de corte',
    )
    .addHelpText(
      'after',
      '\nSalida: 0 bien · 2 datos inválidos · 3 no existe · 4 una regla lo impide · 5 conflicto · 6 el almacén no puede · 7 daño · 8 sin permiso · 1 defecto del programa',
    )
    .helpCommand('help [orden]', 'muestra la ayuda de una orden');
  addImportCommand(program, surroundings);
  addViewCommands(program, surroundings);
  addCompareCommand(program, surroundings);
  addOriginCommand(program, surroundings);
  addReplayCommand(program, surroundings);
  addLateCommand(program, surroundings);
  addOversightCommands(program, surroundings);
  addVerifyCommand(program, surroundings);
  addProofCommands(program, surroundings);
  addBackupCommands(program, surroundings);
  addCopyCommand(program, surroundings);
  addStoreCommands(program, surroundings);
  addAccessCommands(program, surroundings);
  addDemoCommand(program, surroundings);
  for (const command of [
    ...planCommands,
    ...activityCommands,
    ...executionCommands,
    ...periodCommands,
  ]) {
    addWriteCommand(program, surroundings, command);
  }
  placeOptions(program);
  tame(program, surroundings);
  return program;
};

/** Commander writes where it is told to, in Spanish, leaves refusals to `report` and never ends the process. */
const tame = (command: Program, surroundings: Surroundings): void => {
  const { write, warn } = surroundings;
  spanishHelp(command);
  command
    .configureOutput({ writeOut: write, writeErr: warn, outputError: () => undefined })
    .exitOverride();
  for (const each of command.commands) tame(each, surroundings);
};

/** What went wrong, as JSON on standard output for programs, as a sentence for people. */
const report = (error: Failure, isJson: boolean, surroundings: Surroundings): number => {
  const { code, kind, facts, place, detail } = error;
  if (isJson) {
    surroundings.write(
      `${JSON.stringify({ error: { code, kind, detail, facts, place } }, null, 2)}\n`,
    );
  } else surroundings.warn(`poa: ${detail} [${code}]\n`);
  return exitCodes[kind];
};

/** What a refusal comes to; a defect of the program is thrown on. */
const refused = (error: unknown, argv: readonly string[], surroundings: Surroundings): number => {
  if (error instanceof Told) return exitCodes[error.failure.kind];
  const refusal = error instanceof CommanderError ? usageFailure(error) : error;
  if (isFailure(refusal)) return report(refusal, argv.includes('--json'), surroundings);
  throw error;
};

/** @returns the exit code */
export const runCli = async (
  argv: readonly string[],
  surroundings: Surroundings,
): Promise<number> => {
  try {
    await programOf(surroundings).parseAsync([...argv], { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    if (error instanceof CommanderError && error.code === 'commander.help')
      return exitCodes.invalid;
    return refused(error, argv, surroundings);
  }
};
