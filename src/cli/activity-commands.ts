import type { Command as Program } from 'commander';
import type { Percentage } from '../catalogue/amount.ts';
import type { CivilDate } from '../catalogue/civil-date.ts';
import type { ActivityCode } from '../catalogue/codes.ts';
import { activityNamed, code, day, percent, wholeNumber } from './parse.ts';
import { define, given, withDay, withReason, type WriteCommand } from './write-command.ts';

const withDescription = (program: Program): Program =>
  program
    .option('--name <text>', 'actividad específica')
    .option('--operation <text>', 'operación')
    .option('--start <date>', 'fecha de inicio', day)
    .option('--end <date>', 'fecha de fin', day)
    .option('--indicator <text>', 'indicador')
    .option('--position <n>', 'fila en el formulario impreso', wholeNumber);

interface Description {
  readonly name?: string;
  readonly operation?: string;
  readonly start?: CivilDate;
  readonly end?: CivilDate;
  readonly indicator?: string;
  readonly position?: number;
}

const described = ({ name, operation, start, end, indicator, position }: Description) =>
  given({ name, operation, start, end, indicator, position });

/** The commands that keep the activities and their progress. */
export const activityCommands: readonly WriteCommand[] = [
  define<Description & { on: CivilDate }>({
    name: 'register',
    description: 'da de alta una actividad',
    argument: ['<code>', 'código, como 11.02.02', code],
    options: (program) => withDay(withDescription(program)),
    command: (options, text) => {
      const description = {
        operation: null,
        start: null,
        end: null,
        indicator: null,
        position: null,
      };
      const { name = text, ...rest } = described(options);
      const data = { ...description, ...rest, name, code: code(text) };
      return { type: 'RegisterActivity', effectiveOn: options.on, data };
    },
  }),
  define<Description & { on: CivilDate; code?: ActivityCode; adjustment?: string }>({
    name: 'revise',
    description: 'revisa el código, los textos o las fechas de una actividad',
    argument: ['<activity>', 'código vigente', activityNamed],
    options: (program) =>
      withDay(withDescription(program))
        .option('--code <code>', 'nuevo código', code)
        .option('--adjustment <id>', 'bajo qué modificación'),
    command: (options, activity) => ({
      type: 'ReviseActivity',
      effectiveOn: options.on,
      data: given({
        activity,
        changes: given({ ...described(options), code: options.code }),
        adjustment: options.adjustment,
      }),
    }),
  }),
  define<{ on: CivilDate; reason: string; adjustment?: string }>({
    name: 'withdraw',
    description: 'da de baja una actividad sin saldo',
    argument: ['<activity>', 'código vigente', activityNamed],
    options: (program) =>
      withReason(withDay(program)).option('--adjustment <id>', 'bajo qué modificación'),
    command: ({ on, reason, adjustment }, activity) => ({
      type: 'WithdrawActivity',
      effectiveOn: on,
      data: given({ activity, reason, adjustment }),
    }),
  }),
  define<{ on: CivilDate; accumulated: Percentage; evidence?: string }>({
    name: 'progress',
    description: 'informa la eficacia acumulada de una actividad',
    argument: ['<activity>', 'código vigente', activityNamed],
    options: (program) =>
      withDay(program)
        .requiredOption('--accumulated <percent>', 'eficacia acumulada en %', percent)
        .option('--evidence <text>', 'respaldo'),
    command: ({ on, accumulated, evidence }, activity) => ({
      type: 'ReportProgress',
      effectiveOn: on,
      data: { progress: [given({ activity, accumulated, evidence })] },
    }),
  }),
];
