import { Argument, type Command as Program, Option } from 'commander';
import type { Query } from '@nestjs/cqrs';
import {
  type Answer,
  ListLedgers,
  ListEvents,
  ViewExecutionByActivity,
  ViewExecutionByGroup,
  ViewExecutionOverall,
  ViewForm5b,
} from '../bus/messages.ts';
import { viewAsJson } from '../bus/view-as-json.ts';
import { formCsv } from '../reports/form-5b/form-csv.ts';
import { formText } from '../reports/form-5b/form-text.ts';
import { formTsv } from '../reports/form-5b/form-tsv.ts';
import { textTable } from '../reports/text-table.ts';
import type { CutOff } from '../../projections/cut-off.ts';
import type { ExecutionByGroup } from '../../projections/execution-by-group/execution-by-group.ts';
import type { ExecutionOverall } from '../../projections/execution-overall/execution-overall.ts';
import type { ExecutionByActivity } from '../../projections/execution-by-activity/execution-by-activity.ts';
import type { LedgerId } from '../catalogue/codes.ts';
import { printInstant } from '../catalogue/instant.ts';
import type { Connection, Surroundings } from './connection.ts';
import { Context } from './context.ts';
import { eventWords, signedText, summaryOf } from './event-words.ts';
import { labelledActivities, labelledGroups, labelledSources } from './labelled-rows.ts';
import { type LabelledFigures, printCutOff, printFigures } from './print-view.ts';

type Read = (context: Context, connection: Connection) => Promise<void>;

const total = 'TOTAL';

const activityRows = ({ rows, total: figures }: ExecutionByActivity): LabelledFigures[] => [
  ...labelledActivities(rows),
  { label: [total, ''], figures },
];

const groupRows = ({ rows, total: figures }: ExecutionByGroup): LabelledFigures[] => [
  ...labelledGroups(rows),
  { label: [total, ''], figures },
];

const sourceRows = ({ rows, total: figures }: ExecutionOverall): LabelledFigures[] => [
  ...labelledSources(rows),
  { label: [total], figures },
];

type ViewOf<View> = new (ledger: LedgerId, cutOff: CutOff) => Query<Answer<View>>;

/** A view as JSON, or as a table under its cut-off. */
const show =
  <View extends object>(
    ViewQuery: ViewOf<View>,
    heads: readonly string[],
    rowsOf: (view: View) => readonly LabelledFigures[],
  ): Read =>
  async (context, connection) => {
    const query = new ViewQuery(await context.ledger(connection), context.cutOff);
    const answer = await connection.queries.execute(query);
    if (context.isJson) {
      context.writeJson(viewAsJson(answer, answer.view));
      return;
    }
    context.write(printCutOff(answer));
    printFigures(context, heads, rowsOf(answer.view));
  };

const views = {
  activity: show(ViewExecutionByActivity, ['Código', 'Actividad'], activityRows),
  group: show(ViewExecutionByGroup, ['Grupo', 'Nombre'], groupRows),
  overall: show(ViewExecutionOverall, ['Fuente'], sourceRows),
};

const writers = { text: formText, tsv: formTsv, csv: formCsv };
type FormFormat = keyof typeof writers | 'json';

const writeForm = async (
  context: Context,
  connection: Connection,
  format: FormFormat,
): Promise<void> => {
  const ledger = await context.ledger(connection);
  const answer = await connection.queries.execute(new ViewForm5b(ledger, context.cutOff));
  if (format === 'json' || context.isJson) {
    context.writeJson(viewAsJson(answer, answer.view));
    return;
  }
  context.surroundings.write(writers[format](answer.view));
  if (format === 'text') context.write(`\n${printCutOff(answer)}`);
};

const listLedgers = async (context: Context, { queries }: Connection): Promise<void> => {
  const ledgers = await queries.execute(new ListLedgers());
  if (context.isJson) {
    context.writeJson({ ledgers });
    return;
  }
  if (ledgers.length === 0) {
    context.write('no hay libros todavía');
    return;
  }
  const rows = ledgers.map(({ ledger, title, records, lastRecordedAt, root }) => [
    ledger,
    title,
    String(records),
    lastRecordedAt ?? '',
    `${String(records - 1)}:${root}`,
  ]);
  context.write(
    textTable(['Libro', 'Plan', 'Registros', 'Último', 'Cabeza'], rows, { right: [2] }),
  );
};

const listEvents = async (context: Context, connection: Connection): Promise<void> => {
  const ledger = await context.ledger(connection);
  const answer = await connection.queries.execute(new ListEvents(ledger, context.cutOff));
  if (context.isJson) {
    context.writeJson(viewAsJson(answer, { rows: answer.view }));
    return;
  }
  const rows = answer.view.map((record) => [
    String(record.revision),
    record.effectiveOn,
    printInstant(record.recordedAt, answer.zone),
    eventWords[record.type],
    summaryOf(record),
    [record.actor, signedText(record)].filter((part) => part !== '').join(' · '),
  ]);
  context.write(printCutOff(answer));
  context.write(
    textTable(['N.º', 'Efecto', 'Registrado', 'Registro', 'Contenido', 'Por'], rows, {
      right: [0],
      widths: [null, null, null, null, 70, null],
    }),
  );
};

/** The commands that only read. */
export const addViewCommands = (program: Program, surroundings: Surroundings): void => {
  const run = (command: Program, read: Read): Promise<void> => {
    const context = new Context(command, surroundings);
    return context.anywhere((connection) => read(context, connection));
  };
  program
    .command('view')
    .description('ejecución por actividad, por grupo o global, a una fecha de corte')
    .addArgument(new Argument('<by>', 'qué vista').choices(['activity', 'group', 'overall']))
    .action((by: keyof typeof views, _options: object, command: Program) =>
      run(command, views[by]),
    );
  program
    .command('form-5b')
    .description('Formulario N.5.B a una fecha de corte')
    .addOption(
      new Option('--format <format>', 'text: para leer; tsv: como llegó; csv: la tabla; json')
        .choices(['text', 'tsv', 'csv', 'json'])
        .default('text'),
    )
    .action(({ format }: { format: FormFormat }, command: Program) =>
      run(command, (context, connection) => writeForm(context, connection, format)),
    );
  program
    .command('ledgers')
    .description('los libros del almacén, con su cabeza')
    .action((_options: object, command: Program) => run(command, listLedgers));
  program
    .command('events')
    .description('los registros de un libro, a una fecha de corte')
    .action((_options: object, command: Program) => run(command, listEvents));
};
