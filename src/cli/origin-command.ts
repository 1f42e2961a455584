import { type Command as Program, Option } from 'commander';
import { activityPart, groupPart, sourcePart } from '../catalogue/cell-parts.ts';
import { type AskedOrigin, originMeasures, TraceOrigin } from '../bus/audit-messages.ts';
import { viewAsJson } from '../bus/view-as-json.ts';
import type { Connection, Surroundings } from './connection.ts';
import type { Context } from './context.ts';
import { printOrigin } from './print-origin.ts';
import { runRead } from './run-read.ts';

type OriginOptions = Omit<AskedOrigin, 'cutOff'>;

const trace = async (
  context: Context,
  connection: Connection,
  options: OriginOptions,
): Promise<void> => {
  const ledger = await context.ledger(connection);
  const asked = { ...options, cutOff: context.cutOff };
  const answer = await connection.queries.execute(new TraceOrigin(ledger, asked));
  if (context.isJson) context.writeJson(viewAsJson(answer, answer.view));
  else printOrigin(context, answer);
};

export const addOriginCommand = (program: Program, surroundings: Surroundings): void => {
  program
    .command('origin')
    .description('de qué registros sale una cifra de un cuadro, y qué vino después')
    .addOption(
      new Option('--by <view>', 'el cuadro; si falta, el de las filas que se nombran').choices([
        'activity',
        'group',
        'overall',
        'form-5b',
      ]),
    )
    .option('--activity <code>', 'la fila de una actividad; none: sin distribuir', activityPart)
    .option('--group <code>', 'la de un grupo; none: sin grupo', groupPart)
    .option('--source <class>', 'la de TGN u OTRAS; none: sin fuente', sourcePart)
    .addOption(
      new Option('--measure <measure>', 'la columna').choices(originMeasures).makeOptionMandatory(),
    )
    .action((options: OriginOptions, command: Program) =>
      runRead(command, surroundings, (context, connection) => trace(context, connection, options)),
    );
};
