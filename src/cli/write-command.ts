import { type Command as Program } from 'commander';
import type { CivilDate } from '../catalogue/civil-date.ts';
import type { Signatures } from '../catalogue/events.ts';
import { Failure } from '../catalogue/failure.ts';
import type { CommandLine, LedgerCommand } from '../bus/messages.ts';
import type { Surroundings } from './connection.ts';
import { Context } from './context.ts';
import { day, lines, signatures } from './parse.ts';

/** A command of the ledger as the command line offers it. */
export interface WriteCommand {
  readonly name: string;
  readonly description: string;
  /** adds its options */
  readonly options: (program: Program) => Program;
  /** reads them into the command */
  readonly command: (options: object, argument: string) => LedgerCommand;
  readonly argument?: readonly [
    name: string,
    description: string,
    parse: (text: string) => string | number,
  ];
}

type Defined<Options> = Omit<WriteCommand, 'command'> & {
  readonly command: (options: Options, argument: string) => LedgerCommand;
};

/** Commander cannot know what its options come to: the definition says it once. */
export const define = <Options extends object>(command: Defined<Options>): WriteCommand =>
  command as WriteCommand;

export const withDay = (program: Program): Program =>
  program.requiredOption('--on <date>', 'fecha de efecto', day);

export const withLines = (program: Program): Program =>
  program.requiredOption(
    '--line <line>',
    'ACTIVIDAD:OBJETO:FUENTE:MONTO, una vez por línea; los tres primeros pueden ir vacíos',
    lines,
  );

export const withReason = (program: Program): Program =>
  program.requiredOption('--reason <text>', 'por qué');

export const withSignatures = (program: Program): Program =>
  program.option(
    '--signed <people>',
    'ELABORADO,REVISADO,APROBADO: tres personas distintas',
    signatures,
  );

export interface FormsGiven {
  readonly within?: true;
  readonly beyond?: true | CivilDate;
}

/** Whether a form of a later corte contains the entry or lacks it. */
export const withForms = (program: Program): Program =>
  program
    .option('--within', 'los formularios con corte posterior ya lo incluyen')
    .option(
      '--beyond [corte]',
      'a los formularios les falta, hasta ese corte o hasta el último',
      day,
    );

export const formsSaid = ({ within, beyond }: FormsGiven) => {
  if (within === true && beyond !== undefined) {
    throw new Failure('INVALID_COMMAND', { problem: '--within y --beyond se excluyen' });
  }
  if (within === true) return { forms: { within: true } } as const;
  return beyond === undefined ? {} : { forms: { beyond: beyond === true ? null : beyond } };
};

type WithoutUndefined<Value> = {
  [Key in keyof Value as undefined extends Value[Key] ? never : Key]: Value[Key];
} & {
  [Key in keyof Value as undefined extends Value[Key] ? Key : never]?: Exclude<
    Value[Key],
    undefined
  >;
};

/** Leaves out what was not given. */
export const given = <Value extends object>(value: Value): WithoutUndefined<Value> =>
  Object.fromEntries(
    Object.entries(value).filter(([, each]) => each !== undefined),
  ) as WithoutUndefined<Value>;

export interface LinesGiven {
  readonly line: readonly CommandLine[];
  readonly on: CivilDate;
}

interface SignedGiven {
  readonly signed?: Signatures;
}

/** Over HTTP nobody signs for others: signatures are gathered there. @throws STORE_NEEDED */
const signedBy = (
  command: LedgerCommand,
  { signed }: SignedGiven,
  server: string | undefined,
): LedgerCommand => {
  if (signed === undefined) return command;
  if (server !== undefined) throw new Failure('STORE_NEEDED', { server });
  return { ...command, signed };
};

export const addWriteCommand = (
  program: Program,
  surroundings: Surroundings,
  { name, description, options, command: read, argument }: WriteCommand,
): void => {
  const offered = options(program.command(name).description(description));
  if (argument !== undefined) offered.argument(...argument);
  offered.action((...received: unknown[]) => {
    const self = received.at(-1) as Program;
    const context = new Context(self, surroundings);
    const command = read(self.opts(), argument === undefined ? '' : String(received[0]));
    const said = signedBy(command, self.opts<SignedGiven>(), context.server);
    return context.anywhere(
      async (connection) => {
        const ledger = await context.ledger(connection, said);
        await context.change(connection, ledger, said);
      },
      name === 'open' ? context.writing : 'must-exist',
    );
  });
};
