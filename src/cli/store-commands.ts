import type { Command as Program } from 'commander';
import {
  type PreparedPart,
  PrepareStore,
  type Standing,
  StandingOfStore,
} from '../bus/messages.ts';
import { findingsAsJson } from '../bus/change-as-json.ts';
import { Failure } from '../catalogue/failure.ts';
import { severityOf } from '../catalogue/finding.ts';
import { shownAddress } from '../catalogue/store-address.ts';
import type { Surroundings } from './connection.ts';
import { Context } from './context.ts';
import { failureAsJson } from './failure-as-json.ts';
import { printFindings } from './print-answer.ts';
import { readInput } from './read-input.ts';
import { Told } from './told.ts';

const kinds: Readonly<Record<Standing['kind'], string>> = {
  sqlite: 'SQLite, en esta carpeta',
  memory: 'en memoria',
  eventstoredb: 'EventStoreDB',
};

const print = (context: Context, standing: Standing): void => {
  const { kind, version, account, appendSizeMax, findings } = standing;
  const said = [
    ['Almacén', shownAddress(context.store)],
    ['Clase', `${kinds[kind]}${version === null ? '' : ` ${version}`}`],
    ['Cuenta', account ?? 'no pide'],
    ['Mayor escritura', appendSizeMax === null ? 'sin límite' : `${String(appendSizeMax)} bytes`],
  ] as const;
  for (const [name, value] of said) context.write(`${name.padEnd(17)}${value}`);
  printFindings(context, findings);
  if (findings.length === 0) context.write('nada que observar');
};

const notSafe = (store: string, findings: Standing['findings']): Failure | null => {
  const codes = findings.filter((each) => severityOf(each) === 'warning').map(({ code }) => code);
  return codes.length === 0 ? null : new Failure('STORE_NOT_SAFE', { store, findings: codes });
};

/** @throws Told where it is to be strict and something could lose or change what was recorded */
const check = async (context: Context, isStrict: boolean): Promise<void> => {
  const standing = await context.connected(({ queries }) => queries.execute(new StandingOfStore()));
  const { findings, ...rest } = standing;
  const store = shownAddress(context.store);
  const failure = isStrict ? notSafe(store, findings) : null;
  if (context.isJson) {
    const error = failure && { error: failureAsJson(failure) };
    context.writeJson({ store, ...rest, findings: findingsAsJson(findings), ...error });
  } else print(context, standing);
  if (failure === null) return;
  if (!context.isJson) context.warn(`poa: ${failure.detail} [${failure.code}]`);
  throw new Told(failure);
};

const parts: Readonly<Record<PreparedPart['part'], string>> = {
  rights: 'permisos: la cuenta no borra ni oculta registros',
  reading: 'lectura de todo el almacén, para listar y seguir',
  papers: 'papeles: la cuenta puede borrar nombres, sesiones y borradores, y nada más',
  account: 'cuenta',
};

const outcomes: Readonly<Record<PreparedPart['outcome'], string>> = {
  made: 'hecho',
  'already there': 'ya estaba',
};

interface PrepareOptions {
  readonly account: string;
  readonly passwordFile?: string;
}

/** A password stands in a file or in the environment: arguments are seen by everybody on a machine. */
const passwordOf = async (
  { environment }: Surroundings,
  path: string | undefined,
): Promise<string> => {
  if (path === undefined) return environment.POA_ACCOUNT_PASSWORD ?? '';
  const bytes = await readInput(path);
  return new TextDecoder().decode(bytes).replace(/\r?\n$/, '');
};

const prepare = async (
  context: Context,
  { account, passwordFile }: PrepareOptions,
): Promise<void> => {
  const password = await passwordOf(context.surroundings, passwordFile);
  const prepared = await context.connected(
    ({ commands }) => commands.execute(new PrepareStore(context.store, { account, password })),
    'none',
  );
  if (context.isJson) {
    context.writeJson({ store: shownAddress(context.store), account, prepared });
    return;
  }
  for (const { part, outcome } of prepared) {
    const name = part === 'account' ? `${parts[part]} ${account}` : parts[part];
    context.write(`${outcomes[outcome].padEnd(11)}${name}`);
  }
};

/** What is done with a store itself, whatever ledgers are in it. */
export const addStoreCommands = (program: Program, surroundings: Surroundings): void => {
  const store = program.command('store').description('el almacén mismo: qué es y cómo está puesto');
  store
    .command('check')
    .description('dice qué almacén es, su versión, y si cuenta, límite y permisos convienen')
    .option('--strict', 'termina con 4 si algo permite borrar u ocultar registros')
    .action(({ strict }: { strict?: true }, command: Program) =>
      check(new Context(command, surroundings), strict === true),
    );
  store
    .command('prepare')
    .description(
      'prepara un servidor para el programa: su cuenta y sus permisos; --store lleva aquí la cuenta de un administrador',
    )
    .option('--account <name>', 'la cuenta del programa', 'poa')
    .option('--password-file <file>', 'dónde está su clave (si no, en POA_ACCOUNT_PASSWORD)')
    .action((options: PrepareOptions, command: Program) =>
      prepare(new Context(command, surroundings), options),
    );
};
