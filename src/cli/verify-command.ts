import type { Command as Program } from 'commander';
import { Failure } from '../catalogue/failure.ts';
import { VerifyLedger, type Verified } from '../bus/messages.ts';
import type { Surroundings } from './connection.ts';
import { Context } from './context.ts';

interface Head {
  readonly revision: number;
  readonly root: string;
}

const head = (text: string): Head => {
  const [, revision = '', root = ''] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (root === '') {
    throw new Failure('INVALID_COMMAND', { problem: `«${text}» no tiene la forma REGISTRO:RAÍZ` });
  }
  return { revision: Number(revision), root };
};

const verdict = ({ ledger, records, root, isCompared }: Verified): string =>
  [
    `${ledger}: ${String(records)} registros, cabeza ${String(records - 1)}:${root}`,
    isCompared
      ? 'sin alteraciones hasta la cabeza que se guardó fuera'
      : 'coherente (para saber que nada cambió, compare con una cabeza guardada fuera: --head REGISTRO:RAÍZ)',
  ].join('\n');

export const addVerifyCommand = (program: Program, surroundings: Surroundings): void => {
  program
    .command('verify')
    .description('vuelve a calcular la identificación y la raíz de cada registro')
    .option('--head <head>', 'una cabeza guardada fuera, REGISTRO:RAÍZ', head)
    .action(({ head: kept }: { head?: Head }, command: Program) => {
      const context = new Context(command, surroundings);
      return context.connected(async (connection) => {
        const ledger = await context.ledger(connection);
        const progress = (records: number): void => {
          if (!context.isJson && records >= 10_000)
            context.warn(`${String(records)} registros verificados`);
        };
        const verified = await connection.queries.execute(new VerifyLedger(ledger, kept, progress));
        if (context.isJson) context.writeJson(verified);
        else context.write(verdict(verified));
      });
    });
};
