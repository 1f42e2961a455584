import { resolve } from 'node:path';
import type { Command as Program } from 'commander';
import { Failure } from '../catalogue/failure.ts';
import { BackUpStore, RestoreStore, type VerifiedStore } from '../bus/messages.ts';
import type { Surroundings } from './connection.ts';
import { Context } from './context.ts';
import { type Head, head, headOption } from './head-option.ts';
import { printVerified, verifiedAsJson } from './print-verified.ts';

/** A copy of fewer pages (of 4 KiB) is made before anybody wonders. */
const pagesWorthTelling = 25_000;

const teller =
  (context: Context) =>
  (copied: number, total: number): void => {
    if (!context.isJson && total >= pagesWorthTelling)
      context.warn(`${String(Math.floor((copied * 100) / total))} % copiado`);
  };

const show = (context: Context, paths: Record<'file' | 'store', string>, found: VerifiedStore) => {
  if (context.isJson) context.writeJson({ ...paths, ...verifiedAsJson(found) });
  else printVerified(context, found);
};

/** @throws INVALID_COMMAND: a copy that is not made cannot be verified */
const contextOf = (command: Program, surroundings: Surroundings): Context => {
  const context = new Context(command, surroundings);
  if (context.options.dryRun !== true) return context;
  throw new Failure('INVALID_COMMAND', {
    problem: 'una copia no se muestra: --dry-run no va aquí',
  });
};

const addBackup = (program: Program, surroundings: Surroundings): void => {
  program
    .command('backup')
    .description(
      'copia el almacén, aunque esté en uso, a un archivo que aún no existe y la verifica',
    )
    .argument('<file>', 'el archivo de la copia')
    .action((path: string, _options: object, command: Program) => {
      const context = contextOf(command, surroundings);
      const { store } = context;
      return context.connected(async ({ commands }) => {
        const found = await commands.execute(new BackUpStore(resolve(path), teller(context)));
        if (!context.isJson) context.write(`${store}: copiado a ${path}`);
        show(context, { file: path, store }, found);
      });
    });
};

const addRestore = (program: Program, surroundings: Surroundings): void => {
  program
    .command('restore')
    .description('rehace de una copia el almacén de --store, en una carpeta que falta o está vacía')
    .argument('<file>', 'el archivo de la copia')
    .option(...headOption, head)
    .action((file: string, { head: kept }: { head?: Head }, command: Program) => {
      const context = contextOf(command, surroundings);
      const { store } = context;
      const { ledger } = context.options;
      return context.connected(async ({ commands }) => {
        const restoring = {
          file,
          folder: store,
          ...(ledger !== undefined && { ledger }),
          ...(kept !== undefined && { head: kept }),
          onProgress: teller(context),
        };
        const found = await commands.execute(new RestoreStore(restoring));
        if (!context.isJson) context.write(`${store}: rehecho de ${file}`);
        show(context, { file, store }, found);
      }, 'none');
    });
};

export const addBackupCommands = (program: Program, surroundings: Surroundings): void => {
  addBackup(program, surroundings);
  addRestore(program, surroundings);
};
