import { hash } from 'node:crypto';
import { basename } from 'node:path';
import { type Command as Program, Option } from 'commander';
import { Failure } from '../catalogue/failure.ts';
import type { ImportFlags } from '../catalogue/import-flags.ts';
import { findingsAsJson } from '../bus/change-as-json.ts';
import { type GivenFile, PreviewFile, TakeFile } from '../bus/file-messages.ts';
import { type Import, importFile } from '../intake/import-file.ts';
import type { Connection, Surroundings } from './connection.ts';
import { Context } from './context.ts';
import { readInput } from './read-input.ts';
import { day, instrument } from './parse.ts';
import { printFindings } from './print-answer.ts';

/** A file as it was read, before any ledger has seen it. */
interface ReadFile extends Import, GivenFile {
  readonly sha256: string;
}

export const readImport = async (path: string, flags: ImportFlags): Promise<ReadFile> => {
  const bytes = await readInput(path);
  const sha256 = hash('sha256', bytes, 'hex');
  const name = basename(path);
  return { ...importFile(bytes, { ...flags, fileName: name, sha256 }), name, sha256, bytes, flags };
};

/** Keeps a file and takes it in as one atomic change; one that is refused is not kept. */
const takeImport = async (
  context: Context,
  connection: Connection,
  read: ReadFile,
): Promise<void> => {
  const { name, sha256, ledger, command, findings } = read;
  const asked = context.options.ledger;
  if (asked !== undefined && asked !== ledger) {
    throw new Failure('OTHER_LEDGER', { stated: ledger, ledger: asked });
  }
  if (!context.isJson) {
    context.write(`${name} (SHA-256 ${sha256})`);
    printFindings(context, findings);
  }
  const request = context.request(ledger, command);
  const order = { change: new TakeFile(request, read), preview: new PreviewFile(request, read) };
  await context.send(connection, order, findingsAsJson(findings));
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
      await context.anywhere(
        (connection) => takeImport(context, connection, read),
        context.writing,
      );
    });
};
