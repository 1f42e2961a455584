import type { Command as Program } from 'commander';
import { CopyLedgers } from '../bus/messages.ts';
import { Failure } from '../catalogue/failure.ts';
import { shownAddress } from '../catalogue/store-address.ts';
import { textTable } from '../reports/text-table.ts';
import type { Surroundings } from './connection.ts';
import { Context } from './context.ts';

interface Options {
  readonly from: string;
  readonly to: string;
}

/** A ledger of fewer records is copied before anybody wonders. */
const recordsWorthTelling = 5_000;

const teller =
  (context: Context) =>
  (ledger: string, records: number, total: number): void => {
    if (context.isJson || total < recordsWorthTelling) return;
    context.warn(`${ledger}: ${String(records)} de ${String(total)} registros`);
  };

const copy = async (context: Context, { from, to }: Options): Promise<void> => {
  if (context.options.dryRun === true)
    throw new Failure('INVALID_COMMAND', {
      problem: 'una copia no se muestra: --dry-run no va aquí',
    });
  if (from === to) throw new Failure('COPY_TO_ITSELF', { store: shownAddress(from) });
  const { ledger } = context.options;
  const ledgers = await context.connected(
    ({ commands }) =>
      commands.execute(
        new CopyLedgers({ from, to, ...(ledger && { ledger }), onProgress: teller(context) }),
      ),
    'none',
  );
  const paths = { from: shownAddress(from), to: shownAddress(to) };
  if (context.isJson) {
    context.writeJson({ ...paths, ledgers });
    return;
  }
  context.write(`${paths.from}: copiado a ${paths.to}; las raíces son iguales`);
  const rows = ledgers.map(({ ledger: id, records, copied, root }) => [
    id,
    String(records),
    String(copied),
    `${String(records - 1)}:${root}`,
  ]);
  context.write(textTable(['Libro', 'Registros', 'Copiados', 'Cabeza'], rows, { right: [1, 2] }));
};

export const addCopyCommand = (program: Program, surroundings: Surroundings): void => {
  program
    .command('copy')
    .description(
      'lleva libros y sus archivos de un almacén a otro, registro por registro, y compara las raíces; interrumpida, sigue donde quedó',
    )
    .requiredOption('--from <store>', 'el almacén de origen')
    .requiredOption('--to <store>', 'el de destino, que nace si falta')
    .action((options: Options, command: Program) =>
      copy(new Context(command, surroundings), options),
    );
};
