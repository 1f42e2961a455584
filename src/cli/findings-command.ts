import { readFile } from 'node:fs/promises';
import type { Command as Program } from 'commander';
import { Failure, placed } from '../catalogue/failure.ts';
import type { Answer } from '../bus/messages.ts';
import { ViewFindings } from '../bus/oversight-messages.ts';
import { viewAsJson } from '../bus/view-as-json.ts';
import { textTable } from '../reports/text-table.ts';
import type { FindingRow, Findings } from '../../projections/findings/findings.ts';
import type { Connection, Surroundings } from './connection.ts';
import type { Context } from './context.ts';
import type { Output } from './output.ts';
import { printCutOff } from './print-view.ts';
import { printRevisions } from './revision-runs.ts';
import { runRead } from './run-read.ts';

const marks = { warning: '!', notice: '·' } as const;

const rowOf = ({ severity, text, code, origin }: FindingRow): string[] => [
  marks[severity],
  text,
  code,
  printRevisions(origin.revisions),
];

/** The findings as a table, with the records behind each. */
export const printFindingTable = (output: Output, { rows, count }: Findings): void => {
  if (rows.length > 0) {
    output.write(
      textTable(['', 'Hallazgo', 'Código', 'Registros'], rows.map(rowOf), {
        widths: [null, 96, null, 24],
      }),
    );
  }
  output.write(`${String(count.warnings)} advertencias (!) y ${String(count.notices)} avisos (·)`);
};

const textOf = async (path: string): Promise<string> => {
  try {
    return await readFile(path, 'utf8');
  } catch {
    throw new Failure('FILE_NOT_FOUND', { path }, { option: '--settings' });
  }
};

/** @throws FILE_NOT_FOUND, INVALID_SETTINGS */
const settingsIn = async (path: string): Promise<unknown> => {
  const text = await textOf(path);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Failure('INVALID_SETTINGS', { problem: 'no es JSON' }, { file: path });
  }
};

const settle = async (
  context: Context,
  { queries }: Connection,
  query: ViewFindings,
  file: string | undefined,
): Promise<void> => {
  const answer: Answer<Findings> = await queries.execute(query).catch((error: unknown) =>
    placed(file === undefined ? {} : { file }, () => {
      throw error;
    }),
  );
  if (context.isJson) {
    context.writeJson(viewAsJson(answer, answer.view));
    return;
  }
  context.write(`${printCutOff(answer)}\n`);
  printFindingTable(context, answer.view);
};

export const addFindingsCommand = (program: Program, surroundings: Surroundings): void => {
  program
    .command('findings')
    .description('los hallazgos de un libro a una fecha de corte, con los registros de cada cifra')
    .option('--settings <file>', 'JSON con la configuración de las reglas (docs/findings-rules.md)')
    .action(({ settings }: { settings?: string }, command: Program) =>
      runRead(command, surroundings, async (context, connection) => {
        const asked = settings === undefined ? undefined : await settingsIn(settings);
        const ledger = await context.ledger(connection);
        const query = new ViewFindings(ledger, context.cutOff, asked);
        await settle(context, connection, query, settings);
      }),
    );
};
