import { hash } from 'node:crypto';
import { basename } from 'node:path';
import { type Command as Program, Option } from 'commander';
import { Failure } from '../catalogue/failure.ts';
import type { CivilDate } from '../catalogue/civil-date.ts';
import type { Instrument } from '../catalogue/events.ts';
import { KeepFile, PreviewChange } from '../bus/messages.ts';
import { type Import, importFile } from '../intake/import-file.ts';
import type { Connection, Surroundings } from './connection.ts';
import { Context } from './context.ts';
import { readInput } from './read-input.ts';
import { day, instrument } from './parse.ts';
import { findingsAsJson, printFindings } from './print-answer.ts';

export interface ImportFlags {
  readonly adjustedOn?: CivilDate;
  readonly effectiveOn?: CivilDate;
  readonly assumeSource?: string;
  readonly decimal?: 'point' | 'comma';
  readonly acceptDifferences?: boolean;
  readonly again?: boolean;
  readonly approve?: Instrument;
}

/** A file as it was read, before any ledger has seen it. */
interface ReadFile extends Import {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

export const readImport = async (path: string, flags: ImportFlags): Promise<ReadFile> => {
  const bytes = await readInput(path);
  const sha256 = hash('sha256', bytes, 'hex');
  const name = basename(path);
  return { ...importFile(bytes, { ...flags, fileName: name, sha256 }), name, sha256, bytes };
};

/** Keeps a file and takes it in as one atomic change; one that is refused is not kept. */
const takeImport = async (
  context: Context,
  connection: Connection,
  { name, sha256, bytes, ledger, command, findings }: ReadFile,
): Promise<void> => {
  const asked = context.options.ledger;
  if (asked !== undefined && asked !== ledger) {
    throw new Failure('OTHER_LEDGER', { stated: ledger, ledger: asked });
  }
  if (!context.isJson) {
    context.write(`${name} (SHA-256 ${sha256})`);
    printFindings(context, findings);
  }
  if (context.options.dryRun !== true) {
    await connection.queries.execute(new PreviewChange(context.request(ledger, command)));
    await connection.commands.execute(new KeepFile(bytes));
  }
  await context.change(connection, ledger, command, findingsAsJson(findings));
};

export const takeFile = async (
  context: Context,
  connection: Connection,
  path: string,
  flags: ImportFlags,
): Promise<void> => takeImport(context, connection, await readImport(path, flags));

export const addImportCommand = (program: Program, surroundings: Surroundings): void => {
  program
    .command('import')
    .description('toma un Formulario N.5.B o un presupuesto original en CSV')
    .argument('<file>', 'el archivo')
    .option('--adjusted-on <date>', 'desde cuándo rige el plan ajustado del formulario', day)
    .option('--effective-on <date>', 'desde cuándo rige el presupuesto original (1 de enero)', day)
    .option('--assume-source <source>', 'fuente de las líneas del CSV que no la dicen, como TGN')
    .option(
      '--approve <instrument>',
      'aprueba el original bajo CLASE:NÚMERO:AAAA-MM-DD',
      instrument,
    )
    .option('--accept-differences', 'admite un TOTAL GENERAL que sus filas no dan, como hallazgo')
    .option('--again', 'vuelve a mirar un archivo que ya fue tomado')
    .addOption(
      new Option('--decimal <mark>', 'separador decimal, si el archivo no lo muestra').choices([
        'point',
        'comma',
      ]),
    )
    .action(async (path: string, flags: ImportFlags, command: Program) => {
      const context = new Context(command, surroundings);
      const read = await readImport(path, flags);
      await context.connected(
        (connection) => takeImport(context, connection, read),
        context.writing,
      );
    });
};
