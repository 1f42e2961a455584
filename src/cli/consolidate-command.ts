import { type Command as Program, Option } from 'commander';
import { ledgerId, type LedgerId } from '../catalogue/codes.ts';
import { Failure } from '../catalogue/failure.ts';
import { monthDayOf } from '../catalogue/month-day.ts';
import {
  type AskedConsolidation,
  ConsolidateByActivity,
  ConsolidateByGroup,
  ConsolidateOverall,
  type LedgerChoice,
  partKinds,
} from '../bus/consolidation-messages.ts';
import type { PartKind } from '../../projections/consolidation/consolidation.ts';
import type { Connection, Surroundings } from './connection.ts';
import type { Context } from './context.ts';
import { wholeNumber } from './parse.ts';
import { printConsolidation } from './print-consolidation.ts';
import { labelledActivities, labelledGroups, labelledSources } from './labelled-rows.ts';
import { runRead } from './run-read.ts';

interface ConsolidateOptions extends LedgerChoice {
  readonly by: PartKind;
  readonly view: keyof typeof views;
}

type Show = (context: Context, connection: Connection, asked: AskedConsolidation) => Promise<void>;

const activities: Show = async (context, { queries }, asked) => {
  const answer = await queries.execute(new ConsolidateByActivity(asked));
  if (context.isJson) context.writeJson(answer);
  else {
    printConsolidation(context, answer, ['Libro', 'Código', 'Actividad'], (rows) =>
      rows.flatMap((row) =>
        labelledActivities([row]).map(({ label, figures }) => ({
          label: [row.ledger, ...label],
          figures,
        })),
      ),
    );
  }
};

const groups: Show = async (context, { queries }, asked) => {
  const answer = await queries.execute(new ConsolidateByGroup(asked));
  if (context.isJson) context.writeJson(answer);
  else printConsolidation(context, answer, ['Grupo', 'Nombre'], labelledGroups);
};

const sources: Show = async (context, { queries }, asked) => {
  const answer = await queries.execute(new ConsolidateOverall(asked));
  if (context.isJson) context.writeJson(answer);
  else printConsolidation(context, answer, ['Fuente'], labelledSources);
};

const views = { activity: activities, group: groups, overall: sources };

const ledgersNamed = (text: string): LedgerId[] =>
  text.split(',').map((each) => ledgerId(each.trim()));

const entityCode = (text: string): string => {
  wholeNumber(text);
  return text;
};

/** A date of which day and month count, the same for every gestión. */
const askedOf = (context: Context, options: ConsolidateOptions): AskedConsolidation => {
  const { by, ledgers, entity, year } = options;
  const { effective, known } = context.cutOff;
  if (context.options.ledger !== undefined) {
    const problem = 'los libros que se consolidan se nombran con --ledgers';
    throw new Failure('INVALID_COMMAND', { problem });
  }
  return {
    by,
    choice: {
      ...(ledgers !== undefined && { ledgers }),
      ...(entity !== undefined && { entity }),
      ...(year !== undefined && { year }),
    },
    ...(effective !== undefined && { day: monthDayOf(effective) }),
    ...(known !== undefined && { known }),
  };
};

export const addConsolidateCommand = (program: Program, surroundings: Surroundings): void => {
  program
    .command('consolidate')
    .description('varios libros juntos, al mismo día y mes de cada gestión')
    .addOption(new Option('--by <part>', 'de qué es cada parte').choices(partKinds).default('area'))
    .addOption(
      new Option('--view <view>', 'qué vista')
        .choices(['activity', 'group', 'overall'])
        .default('group'),
    )
    .addOption(
      new Option('--ledgers <ids>', 'los libros, separados por comas; si falta, todos').argParser(
        ledgersNamed,
      ),
    )
    .addOption(new Option('--entity <code>', 'solo los de una entidad').argParser(entityCode))
    .addOption(new Option('--year <year>', 'solo los de una gestión').argParser(wholeNumber))
    .action((options: ConsolidateOptions, command: Program) =>
      runRead(command, surroundings, (context, connection) =>
        views[options.view](context, connection, askedOf(context, options)),
      ),
    );
};
