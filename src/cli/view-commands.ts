import { Argument, type Command as Program, Option } from 'commander';
import {
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
import type { ExecutionByActivity } from '../../projections/execution-by-activity/execution-by-activity.ts';
import { printInstant } from '../catalogue/instant.ts';
import type { Connection, Surroundings } from './connection.ts';
import { Context } from './context.ts';
import { eventWords, summaryOf } from './event-words.ts';
import { type LabelledFigures, printCutOff, printFigures } from './print-view.ts';

const total = 'TOTAL';

const activityRows = ({ rows, total: figures }: ExecutionByActivity): LabelledFigures[] => [
  ...rows.flatMap((row) => [
    {
      label: [row.code ?? '', row.activity === null ? 'Sin distribuir' : (row.name ?? '')],
      figures: row,
    },
    ...row.groups.map((group) => ({
      label: ['', `  ${group.group ?? 'sin grupo'}`],
      figures: group,
    })),
  ]),
  { label: [total, ''], figures },
];

const viewByActivity = async (context: Context, connection: Connection): Promise<void> => {
  const ledger = await context.ledger(connection);
  const answer = await connection.queries.execute(
    new ViewExecutionByActivity(ledger, context.cutOff),
  );
  if (context.isJson) {
    context.writeJson(viewAsJson(answer, answer.view));
    return;
  }
  context.write(printCutOff(answer));
  printFigures(context, ['Código', 'Actividad'], activityRows(answer.view));
};

const viewByGroup = async (context: Context, connection: Connection): Promise<void> => {
  const ledger = await context.ledger(connection);
  const answer = await connection.queries.execute(new ViewExecutionByGroup(ledger, context.cutOff));
  if (context.isJson) {
    context.writeJson(viewAsJson(answer, answer.view));
    return;
  }
  context.write(printCutOff(answer));
  printFigures(
    context,
    ['Grupo', 'Nombre'],
    [
      ...answer.view.rows.map((row) => ({
        label: [row.group ?? 'sin grupo', row.name ?? ''],
        figures: row,
      })),
      { label: [total, ''], figures: answer.view.total },
    ],
  );
};

const viewOverall = async (context: Context, connection: Connection): Promise<void> => {
  const ledger = await context.ledger(connection);
  const answer = await connection.queries.execute(new ViewExecutionOverall(ledger, context.cutOff));
  if (context.isJson) {
    context.writeJson(viewAsJson(answer, answer.view));
    return;
  }
  context.write(printCutOff(answer));
  printFigures(
    context,
    ['Fuente'],
    [
      ...answer.view.rows.map((row) => ({ label: [row.source ?? 'sin fuente'], figures: row })),
      { label: [total], figures: answer.view.total },
    ],
  );
};

const views = { activity: viewByActivity, group: viewByGroup, overall: viewOverall };

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
    record.actor,
  ]);
  context.write(printCutOff(answer));
  context.write(
    textTable(['N.º', 'Efecto', 'Registrado', 'Registro', 'Contenido', 'Por'], rows, {
      right: [0],
      widths: [null, null, null, null, 70, null],
    }),
  );
};

type Read = (context: Context, connection: Connection) => Promise<void>;

/** The commands that only read. */
export const addViewCommands = (program: Program, surroundings: Surroundings): void => {
  const run = (command: Program, read: Read): Promise<void> => {
    const context = new Context(command, surroundings);
    return context.connected((connection) => read(context, connection));
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
