import type { Command as Program } from 'commander';
import { damageOf, type VerifiedStore, VerifyStore } from '../bus/messages.ts';
import type { Surroundings } from './connection.ts';
import { Context } from './context.ts';
import { type Head, head, headOption } from './head-option.ts';
import { printVerified, verifiedAsJson } from './print-verified.ts';
import { Told } from './told.ts';

/** A ledger of fewer records is verified before anybody wonders. */
const tellEvery = 10_000;

const teller = (context: Context) => {
  let told = { ledger: '', records: 0 };
  return (ledger: string, records: number): void => {
    const before = told.ledger === ledger ? told.records : 0;
    if (context.isJson || records - before < tellEvery) return;
    told = { ledger, records };
    context.warn(`${ledger}: ${String(records)} registros verificados`);
  };
};

/** @throws Told where something is damaged */
const show = (context: Context, found: VerifiedStore): void => {
  if (context.isJson) context.writeJson(verifiedAsJson(found));
  else printVerified(context, found);
  const damage = damageOf(found);
  const [first] = damage;
  if (first === undefined) return;
  if (!context.isJson)
    for (const { detail, code } of damage) context.warn(`poa: ${detail} [${code}]`);
  throw new Told(first);
};

export const addVerifyCommand = (program: Program, surroundings: Surroundings): void => {
  program
    .command('verify')
    .description(
      'vuelve a calcular la identificación y la raíz de cada registro, de un libro o de todos, y la SHA-256 de cada archivo; termina con 7 si hay daño',
    )
    .option(...headOption, head)
    .action(({ head: kept }: { head?: Head }, command: Program) => {
      const context = new Context(command, surroundings);
      const { ledger } = context.options;
      return context.connected(async ({ queries }) => {
        const found = await queries.execute(
          new VerifyStore({
            ...(ledger !== undefined && { ledger }),
            ...(kept !== undefined && { head: kept }),
            onProgress: teller(context),
          }),
        );
        show(context, found);
      });
    });
};
