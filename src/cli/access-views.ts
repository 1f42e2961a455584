import type { Command as Program } from 'commander';
import type { Holding } from '../catalogue/access-events.ts';
import type { CivilDate } from '../catalogue/civil-date.ts';
import { printInstant } from '../catalogue/instant.ts';
import { ListPeople, ListTokens, SearchTrail, ViewAccessHistory } from '../bus/access-messages.ts';
import { textTable } from '../reports/text-table.ts';
import type { Surroundings } from './connection.ts';
import { Context } from './context.ts';
import { day } from './parse.ts';

const zone = 'America/La_Paz';

const holdingText = ({ role, ledger }: Holding): string =>
  ledger === null ? role : `${role} (${ledger})`;

const holdingsText = (holdings: readonly Holding[]): string =>
  holdings.length === 0 ? 'ninguna' : holdings.map(holdingText).join(', ');

const showPeople = async (context: Context): Promise<void> => {
  const people = await context.connected(({ queries }) => queries.execute(new ListPeople()));
  if (context.isJson) {
    context.writeJson({ people });
    return;
  }
  const rows = people.map(({ account, login, name, isOpen, isReady, holdings }) => [
    account,
    login ?? 'no informado',
    name ?? 'no informado',
    !isOpen ? 'cerrada' : isReady ? 'abierta' : 'invitada',
    holdingsText(holdings),
  ]);
  context.write(textTable(['Cuenta', 'Usuario', 'Nombre', 'Estado', 'Funciones'], rows));
};

const showTokens = async (context: Context): Promise<void> => {
  const tokens = await context.connected(({ queries }) => queries.execute(new ListTokens()));
  if (context.isJson) {
    context.writeJson({ tokens });
    return;
  }
  const rows = tokens.map(({ token, account, holdings, expiresOn }) => [
    ...[token, account, holdingsText(holdings), expiresOn],
  ]);
  context.write(textTable(['Ficha', 'Cuenta', 'Funciones', 'Hasta'], rows));
};

const showHistory = async (context: Context): Promise<void> => {
  const history = await context.connected(({ queries }) =>
    queries.execute(new ViewAccessHistory()),
  );
  if (context.isJson) {
    context.writeJson(history);
    return;
  }
  const rows = history.records.map(({ revision, recordedAt, actor, type, data }) => [
    ...[String(revision), printInstant(recordedAt, zone), actor, type],
    Object.entries(data)
      .filter(([name]) => name !== 'sha256')
      .map(([, value]) => (Array.isArray(value) ? holdingsText(value) : String(value ?? 'todos')))
      .join(' · '),
  ]);
  context.write(textTable(['N.º', 'Registrado', 'Por', 'Qué', 'A quién, y qué'], rows));
  context.write(`Registro ${String(history.revision)}, raíz ${history.root}`);
};

interface TrailGiven {
  readonly from?: CivilDate;
  readonly to?: CivilDate;
  readonly account?: string;
  readonly view?: string;
}

const showTrail = async (context: Context, given: TrailGiven): Promise<void> => {
  const { ledger } = context.options;
  const search = { ...given, ...(ledger !== undefined && { ledger }), limit: 500 };
  const readings = await context.connected(({ queries }) =>
    queries.execute(new SearchTrail(search)),
  );
  if (context.isJson) {
    context.writeJson({ readings });
    return;
  }
  const rows = readings.map(({ at, account, view, ledger: of, cutOff, from, asked }) => [
    ...[printInstant(at, zone), account, view, of ?? 'varios'],
    cutOff === null ? '' : `${cutOff.effective} @${String(cutOff.revision)}`,
    ...[from, asked],
  ]);
  context.write(
    textTable(['Cuándo', 'Cuenta', 'Vista', 'Libro', 'Corte', 'Desde', 'Pedido'], rows),
  );
};

/** Who is who, who let them in, and what they read. */
export const addAccessViews = (access: Program, surroundings: Surroundings): void => {
  const show = (
    [name, description]: readonly [string, string],
    view: (context: Context) => Promise<void>,
  ): void => {
    access
      .command(name)
      .description(description)
      .action((_: object, command: Program) => view(new Context(command, surroundings)));
  };
  show(['people', 'muestra las personas y sus funciones'], showPeople);
  show(['tokens', 'muestra las fichas de acceso vigentes'], showTokens);
  show(['events', 'muestra el libro de accesos, con su raíz'], showHistory);
  access
    .command('trail')
    .description('muestra quién leyó qué, lo último primero')
    .option('--from <date>', 'desde este día', day)
    .option('--to <date>', 'hasta este día', day)
    .option('--account <account>', 'de una cuenta')
    .option('--view <view>', 'de una vista')
    .action((given: TrailGiven, command: Program) =>
      showTrail(new Context(command, surroundings), given),
    );
};
