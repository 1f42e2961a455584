import { type Command as Program, Option } from 'commander';
import { type Amount, printAmount } from '../catalogue/amount.ts';
import { statementLevels, ViewExecutionStatement } from '../bus/oversight-messages.ts';
import { viewAsJson } from '../bus/view-as-json.ts';
import { textTable } from '../reports/text-table.ts';
import type {
  ExecutionStatement,
  OfficialColumns,
  StatementLevel,
  StatementRow,
} from '../../projections/execution-statement/execution-statement.ts';
import type { Surroundings } from './connection.ts';
import type { Output } from './output.ts';
import { printCutOff } from './print-view.ts';
import { runRead } from './run-read.ts';

type Column = keyof OfficialColumns;

/** The official columns in their order; the distributed one is ours. @see NB-SCI art. 41f */
const columns: readonly (readonly [string, Column, string])[] = [
  ['Aprobado', 'original', 'no conocido'],
  ['Modificaciones', 'adjustments', 'no conocido'],
  ['Distribuido', 'distributed', 'no conocido'],
  ['Vigente', 'current', ''],
  ['Compromisos', 'committed', 'no informado'],
  ['Saldo no\ncomprometido', 'uncommitted', 'no informado'],
  ['Devengado', 'executed', ''],
  ['Saldo no\nejecutado', 'unexecuted', ''],
  ['Pagado', 'paid', 'no informado'],
  ['Saldo por\npagar', 'unpaid', 'no informado'],
];

const heads: Readonly<Record<StatementLevel, readonly string[]>> = {
  activity: ['Código', 'Actividad'],
  group: ['Grupo', 'Nombre'],
  source: ['Fuente'],
  overall: [''],
};

const labelsOf: Readonly<Record<StatementLevel, (row: StatementRow) => string[]>> = {
  activity: ({ activity, code, name }) => [
    code ?? '',
    activity === null ? 'Sin distribuir' : (name ?? ''),
  ],
  group: ({ group, name }) => [group ?? 'sin grupo', name ?? ''],
  source: ({ source }) => [source ?? 'sin fuente'],
  overall: () => [''],
};

const totalLabels: Readonly<Record<StatementLevel, string[]>> = {
  activity: ['TOTAL', ''],
  group: ['TOTAL', ''],
  source: ['TOTAL'],
  overall: ['TOTAL'],
};

const shown = (value: Amount | null, unknown: string): string =>
  value === null ? unknown : printAmount(value);

/** A column that no row knows is named below; the distributed one is shown where it is not zero. */
const isShown = (rows: readonly OfficialColumns[], column: Column): boolean =>
  rows.some((row) => row[column] !== null && (column !== 'distributed' || row[column] !== '0.00'));

const printStatement = (output: Output, { by, rows, total }: ExecutionStatement): void => {
  const all: (readonly [string[], OfficialColumns])[] = [
    ...rows.map((row) => [labelsOf[by](row), row] as const),
    [totalLabels[by], total],
  ];
  const figures = all.map(([, row]) => row);
  const used = columns.filter(([, column]) => isShown(figures, column));
  const cells = all.map(([label, row]) => [
    ...label,
    ...used.map(([, column, unknown]) => shown(row[column], unknown)),
  ]);
  const right = used.map((_, index) => heads[by].length + index);
  const widths = heads[by].map((head) => (head === 'Actividad' ? 48 : null));
  output.write(textTable([...heads[by], ...used.map(([head]) => head)], cells, { right, widths }));
  for (const [head, column, unknown] of columns) {
    if (figures.every((row) => row[column] === null)) {
      output.write(`${head.replace('\n', ' ')}: ${unknown}`);
    }
  }
};

export const addExecutionStatementCommand = (
  program: Program,
  surroundings: Surroundings,
): void => {
  program
    .command('execution-statement')
    .description('estado de ejecución del presupuesto de gastos, con sus columnas oficiales')
    .addOption(
      new Option('--by <level>', 'por actividad, grupo, fuente o global')
        .choices(statementLevels)
        .default('activity'),
    )
    .action(({ by }: { by: StatementLevel }, command: Program) =>
      runRead(command, surroundings, async (context, connection) => {
        const ledger = await context.ledger(connection);
        const query = new ViewExecutionStatement(ledger, context.cutOff, by);
        const answer = await connection.queries.execute(query);
        if (context.isJson) context.writeJson(viewAsJson(answer, answer.view));
        else {
          context.write(`${printCutOff(answer)}\n`);
          printStatement(context, answer.view);
        }
      }),
    );
};
