import { type Command as Program, Option } from 'commander';
import { Failure } from '../catalogue/failure.ts';
import { type Pair, preset, type Reference, reference } from '../catalogue/reference.ts';
import { CompareReferences } from '../bus/audit-messages.ts';
import { viewAsJson } from '../bus/view-as-json.ts';
import type { ShownMeasure } from '../../projections/figure-measures.ts';
import type { Level } from '../../projections/line-dimensions.ts';
import type { Connection, Surroundings } from './connection.ts';
import type { Context } from './context.ts';
import { wordedMeasures } from './figure-words.ts';
import { printComparison } from './print-comparison.ts';
import { runRead } from './run-read.ts';

interface CompareOptions {
  readonly from?: Reference;
  readonly to?: Reference;
  readonly preset?: Pair;
  readonly by: Level;
  readonly measure?: ShownMeasure;
  readonly onlyChanged?: true;
}

/** @throws INVALID_COMMAND unless there are two references, or one preset that stands for them */
const pairOf = ({ from, to, preset: prepared }: CompareOptions): Pair => {
  if (prepared !== undefined && from === undefined && to === undefined) return prepared;
  if (prepared === undefined && from !== undefined && to !== undefined) return { from, to };
  throw new Failure('INVALID_COMMAND', {
    problem: 'use --from REFERENCIA y --to REFERENCIA, o --preset en lugar de las dos',
  });
};

const compare = async (
  context: Context,
  connection: Connection,
  options: CompareOptions,
): Promise<void> => {
  const pair = pairOf(options);
  const { by, onlyChanged, measure } = options;
  const ledger = await context.ledger(connection);
  const { cutOff } = context;
  const isOnlyChanged = onlyChanged === true;
  const asked = { ...pair, by, cutOff, isOnlyChanged };
  const answer = await connection.queries.execute(new CompareReferences(ledger, asked));
  if (context.isJson) context.writeJson(viewAsJson(answer, answer.view));
  else printComparison(context, answer, measure);
};

export const addCompareCommand = (program: Program, surroundings: Surroundings): void => {
  program
    .command('compare')
    .description('compara dos referencias y explica cada diferencia con sus registros')
    .option(
      '--from <reference>',
      'original, current, last-month, same-day, adjustment:NOMBRE, report:NÚMERO, period:DÍA o CORTE[@REGISTRADO-HASTA]',
      reference,
    )
    .option('--to <reference>', 'la otra referencia, escrita igual', reference)
    .option(
      '--preset <name>',
      'plan: original y vigente; month: mes anterior y este; report:NÚMERO y period:DÍA: lo reportado y lo que hoy se sabe',
      preset,
    )
    .addOption(
      new Option('--by <level>', 'por actividad, por grupo o global')
        .choices(['activity', 'group', 'overall'])
        .default('group'),
    )
    .addOption(
      new Option('--measure <measure>', 'solo el cuadro de una medida').choices(wordedMeasures),
    )
    .option('--only-changed', 'solo las filas en que algo difiere')
    .action((options: CompareOptions, command: Program) =>
      runRead(command, surroundings, (context, connection) =>
        compare(context, connection, options),
      ),
    );
};
