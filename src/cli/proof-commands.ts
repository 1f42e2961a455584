import type { Command as Program } from 'commander';
import { Failure } from '../catalogue/failure.ts';
import {
  checkProof,
  type Proof,
  ProveConsistency,
  ProveInclusion,
} from '../bus/integrity-messages.ts';
import type { Connection, Surroundings } from './connection.ts';
import { Context } from './context.ts';
import { type Head, head, headOption } from './head-option.ts';
import { wholeNumber } from './parse.ts';
import { readInput } from './read-input.ts';
import { runRead } from './run-read.ts';

interface ProveOptions {
  readonly event?: number;
  readonly size?: number;
  readonly from?: number;
  readonly to?: number;
}

const shape =
  'se espera --event N [--size N], para un registro, o --from M [--to N], para dos cabezas';

const isGiven = (...numbers: readonly (number | undefined)[]): boolean =>
  numbers.some((number) => number !== undefined);

/** The question that the options ask. @throws INVALID_COMMAND */
const questionOf = async (
  context: Context,
  connection: Connection,
  { event, size, from, to }: ProveOptions,
): Promise<ProveInclusion | ProveConsistency> => {
  const ledger = await context.ledger(connection);
  if (event !== undefined && !isGiven(from, to)) {
    const asked = { revision: event, ...(size !== undefined && { size }) };
    return new ProveInclusion(ledger, context.cutOff, asked);
  }
  if (from !== undefined && !isGiven(event, size)) {
    const asked = { from, ...(to !== undefined && { to }) };
    return new ProveConsistency(ledger, context.cutOff, asked);
  }
  throw new Failure('INVALID_COMMAND', { problem: shape });
};

/** The proof is a file for another program: it is written as JSON for people too. */
const prove = async (
  context: Context,
  connection: Connection,
  options: ProveOptions,
): Promise<void> => {
  const question = await questionOf(context, connection, options);
  const answer =
    question instanceof ProveInclusion
      ? await connection.queries.execute(question)
      : await connection.queries.execute(question);
  context.writeJson(answer.view.proof);
};

const headText = (size: number, root: string): string => `${String(size - 1)}:${root}`;

const heldText = (proof: Proof): string => {
  if (proof.proof === 'inclusion') {
    const { event, size, root, ledger } = proof;
    return `${ledger}: el registro ${String(event.revision)} está en el libro de cabeza ${headText(size, root)}`;
  }
  const { from, to, ledger } = proof;
  return `${ledger}: el libro de cabeza ${headText(to.size, to.root)} continúa, sin alteraciones, el de cabeza ${headText(from.size, from.root)}`;
};

const uncompared =
  'para saber que la cabeza es la del libro, compárela con una guardada fuera: --head REGISTRO:RAÍZ';

const check = async (context: Context, path: string, kept: Head | undefined): Promise<void> => {
  const proof = checkProof((await readInput(path)).toString('utf8'), kept);
  if (context.isJson) {
    context.writeJson({ holds: true, isCompared: kept !== undefined, proof });
    return;
  }
  context.write(heldText(proof));
  context.write(kept === undefined ? uncompared : 'la cabeza es la que se guardó fuera');
};

export const addProofCommands = (program: Program, surroundings: Surroundings): void => {
  program
    .command('prove')
    .description(
      'escribe la prueba de que un registro está en el libro, o de que el libro continúa el de antes',
    )
    .option('--event <revision>', 'el número del registro', wholeNumber)
    .option('--size <records>', 'de cuántos registros es el libro; si falta, todos', wholeNumber)
    .option('--from <records>', 'cuántos registros tenía el libro antes', wholeNumber)
    .option('--to <records>', 'cuántos tenía después; si falta, todos', wholeNumber)
    .action((options: ProveOptions, command: Program) =>
      runRead(command, surroundings, (context, connection) => prove(context, connection, options)),
    );
  program
    .command('check-proof')
    .description('comprueba una prueba sin ningún almacén; termina con 7 si no se sostiene')
    .argument('<file>', 'lo que escribió prove, o la respuesta del servicio')
    .option(
      headOption[0],
      'una cabeza guardada fuera, REGISTRO:RAÍZ, que la prueba ha de tener',
      head,
    )
    .action((path: string, { head: kept }: { head?: Head }, command: Program) =>
      check(new Context(command, surroundings), path, kept),
    );
};
