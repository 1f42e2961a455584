import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { once } from 'node:events';
import type { Command as Program } from 'commander';
import { civilDate } from '../catalogue/civil-date.ts';
import type { LedgerId } from '../catalogue/codes.ts';
import type { Instrument } from '../catalogue/events.ts';
import { printAmount, type Amount } from '../catalogue/amount.ts';
import { ViewExecutionByGroup, ViewForm5b } from '../bus/messages.ts';
import { ViewFindings } from '../bus/oversight-messages.ts';
import { formText } from '../reports/form-5b/form-text.ts';
import { textTable } from '../reports/text-table.ts';
import type { GroupRow } from '../../projections/execution-by-group/execution-by-group.ts';
import type { Connection, Surroundings } from './connection.ts';
import { Context } from './context.ts';
import { visitorToken } from './demo-visitor.ts';
import { showYear } from './demo-year.ts';
import { printFindingTable } from './findings-command.ts';
import { takeFile } from './import-command.ts';
import { printCutOff } from './print-view.ts';

const sample = (name: string): string =>
  fileURLToPath(new URL(`../../../samples/${name}`, import.meta.url));

const ledger = '41-SENAVEX-2020' as LedgerId;
const law: Instrument = { kind: 'LEY', number: '1267', date: civilDate('2019-12-20') };
const beforeAdjustment = civilDate('2020-05-31');
const yearEnd = civilDate('2020-12-31');

const takeSamples = async (context: Context, connection: Connection): Promise<void> => {
  context.write('— Lo que entra —');
  await takeFile(context, connection, sample('original-budget-2020.csv'), {
    assumeSource: 'TGN',
    approve: law,
  });
  await takeFile(context, connection, sample('senavex-2020-12-form-5b.txt'), {});
};

const showForm = async (context: Context, { queries }: Connection): Promise<void> => {
  const answer = await queries.execute(new ViewForm5b(ledger, { effective: yearEnd }));
  context.write(`\n— El formulario al 31/12/2020 —\n\n${formText(answer.view)}`);
  context.write(printCutOff(answer));
};

const currentOf = (rows: readonly GroupRow[]): Map<string, Amount> =>
  new Map(rows.map(({ group, current }) => [group ?? 'sin grupo', current]));

const showGroups = async (context: Context, { queries }: Connection): Promise<void> => {
  const before = await queries.execute(
    new ViewExecutionByGroup(ledger, { effective: beforeAdjustment }),
  );
  const after = await queries.execute(new ViewExecutionByGroup(ledger, { effective: yearEnd }));
  const was = currentOf(before.view.rows);
  const zero = '0.00' as Amount;
  const rows = after.view.rows.map(({ group, adjustments, current, executed }) => [
    group ?? 'sin grupo',
    ...[was.get(group ?? 'sin grupo') ?? zero, adjustments ?? zero, current, executed].map(
      printAmount,
    ),
  ]);
  const { total } = after.view;
  const sums = [
    before.view.total.current,
    total.adjustments ?? zero,
    total.current,
    total.executed,
  ];
  context.write('\n— El presupuesto vigente por grupo, antes y después de AJUSTADO JUNIO —\n');
  context.write(
    textTable(
      ['Grupo', 'Vigente 31/05/2020', 'Modificación', 'Vigente 31/12/2020', 'Devengado 31/12/2020'],
      [...rows, ['TOTAL', ...sums.map(printAmount)]],
      { right: [1, 2, 3, 4] },
    ),
  );
};

const showFindings = async (context: Context, { queries }: Connection): Promise<void> => {
  const answer = await queries.execute(new ViewFindings(ledger, { effective: yearEnd }, undefined));
  context.write('\n— Los hallazgos al 31/12/2020 —\n');
  printFindingTable(context, answer.view);
};

const showSamples = (context: Context): Promise<void> =>
  context.connected(async (connection) => {
    await takeSamples(context, connection);
    await showForm(context, connection);
    await showGroups(context, connection);
    await showFindings(context, connection);
  }, 'first-write');

/** Until somebody stops it: Ctrl+C, or the end that a service manager asks for. */
const stopped = async (): Promise<void> => {
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
};

const serve = async (context: Context): Promise<void> => {
  const token = await context.connected((connection) => visitorToken(context, connection));
  const { url, close } = await context.surroundings.serve(context.store);
  context.write(`\nLas vistas se sirven en ${url}/api/v1/ledgers (Ctrl+C para terminar)`);
  context.write('Nadie entra sin sesión; con esta ficha se lee todo hasta mañana:\n');
  context.write(`  export POA_TOKEN=${token}`);
  context.write(`  curl -H "Authorization: Bearer $POA_TOKEN" ${url}/api/v1/ledgers`);
  context.write(`  npm run -s poa -- --server ${url} view group --cutoff 2020-12-31`);
  await stopped();
  await close();
};

/** A demonstration leaves the stores of others alone: it makes its own unless POA_STORE names one. */
const ownStore = async (context: Context): Promise<string> =>
  context.options.store ??
  context.surroundings.environment.POA_STORE ??
  (await mkdtemp(join(tmpdir(), 'poa-demo-')));

export const addDemoCommand = (program: Program, surroundings: Surroundings): void => {
  program
    .command('demo')
    .description('toma el presupuesto y el formulario reales de 2020 y los muestra')
    .option('--year', 'cuenta en cambio el año 2021 de un área inventada, registro por registro')
    .option('--exit', 'termina después de mostrar')
    .action(async ({ exit, year }: { exit?: true; year?: true }, command: Program) => {
      const context = new Context(command, surroundings);
      context.store = await ownStore(context);
      context.write(`Almacén: ${context.store}\n`);
      if (year === true) await showYear(context, sample('year.jsonl'));
      else await showSamples(context);
      if (exit !== true) await serve(context);
    });
};
