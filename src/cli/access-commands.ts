import { type Command as Program, Option } from 'commander';
import type { AccountId, Holding } from '../catalogue/access-events.ts';
import type { CivilDate } from '../catalogue/civil-date.ts';
import { type LedgerId, ledgerId } from '../catalogue/codes.ts';
import { type Role, roles } from '../catalogue/roles.ts';
import {
  type AccessCommand,
  AddPerson,
  ChangeAccess,
  ErasePerson,
  type Invited,
  InvitePerson,
  IssueToken,
  RevokeToken,
} from '../bus/access-messages.ts';
import type { Connection, Surroundings } from './connection.ts';
import { Context } from './context.ts';
import { day } from './parse.ts';
import { addAccessViews } from './access-views.ts';

interface RoleGiven {
  readonly role: Role;
  readonly of?: LedgerId;
}

const holdingIn = ({ role, of: ledger }: RoleGiven): Holding => ({ role, ledger: ledger ?? null });

const withRole = (program: Program): Program =>
  program
    .addOption(new Option('--role <role>', 'la función').choices([...roles]).makeOptionMandatory())
    .option('--of <ledger>', 'para un libro; si falta, para todos', ledgerId);

const printInvitation = (context: Context, { account, code }: Invited): void => {
  const invitation = `/invitation?code=${code}`;
  if (context.isJson) context.writeJson({ account, invitation });
  else
    context.write(
      `${account}\nInvitación, de un solo uso: ${invitation} (tras la dirección del servicio)`,
    );
};

/** Adds a command that changes something of an account. */
const addChange = (
  access: Program,
  surroundings: Surroundings,
  [name, description]: readonly [name: string, description: string],
  change: (connection: Connection, actor: string, account: AccountId) => Promise<unknown>,
): void => {
  access
    .command(name)
    .description(description)
    .argument('<account>', 'la cuenta, como la muestra poa access people')
    .action(async (account: string, _: object, command: Program) => {
      const context = new Context(command, surroundings);
      const done = await context.connected((connection) =>
        change(connection, context.actor, account as AccountId),
      );
      if (context.isJson) context.writeJson(done ?? { account });
      else context.write('hecho');
    });
};

const changed = ({ commands }: Connection, actor: string, command: AccessCommand): Promise<void> =>
  commands.execute(new ChangeAccess(actor, command));

const addPeople = (access: Program, surroundings: Surroundings): void => {
  access
    .command('add')
    .description('agrega a una persona, que elige su contraseña con una invitación')
    .argument('<login>', 'su usuario')
    .requiredOption('--name <name>', 'nombre y apellido')
    .option('--subject <subject>', 'cómo la llama el proveedor de identidad (sub)')
    .action(async (login: string, person: { name: string; subject?: string }, command: Program) => {
      const context = new Context(command, surroundings);
      const invited = await context.connected(
        ({ commands }) => commands.execute(new AddPerson(context.actor, { login, ...person })),
        'first-write',
      );
      printInvitation(context, invited);
    });
  access
    .command('invite')
    .description('da otra invitación, que repone la contraseña')
    .argument('<account>', 'la cuenta')
    .action(async (account: string, _: object, command: Program) => {
      const context = new Context(command, surroundings);
      const invited = await context.connected(({ commands }) =>
        commands.execute(new InvitePerson(context.actor, account as AccountId)),
      );
      printInvitation(context, invited);
    });
  addChange(
    access,
    surroundings,
    ['erase', 'borra nombre, usuario y contraseña de una cuenta cerrada'],
    ({ commands }, actor, account) => commands.execute(new ErasePerson(actor, account)),
  );
  addChange(
    access,
    surroundings,
    ['reopen', 'abre otra vez una cuenta cerrada'],
    (connection, actor, account) =>
      changed(connection, actor, { type: 'ReopenAccount', data: { account } }),
  );
};

/** A command on an account with options of its own. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- commander cannot know what options come to
const addWithOptions = <Given extends object>(
  program: Program,
  surroundings: Surroundings,
  carryOut: (context: Context, account: AccountId, given: Given) => Promise<void>,
): void => {
  program
    .argument('<account>', 'la cuenta')
    .action((account: string, given: Given, command: Program) =>
      carryOut(new Context(command, surroundings), account as AccountId, given),
    );
};

const addRoles = (access: Program, surroundings: Surroundings): void => {
  const change =
    (type: 'GrantRole' | 'RevokeRole') =>
    async (context: Context, account: AccountId, given: RoleGiven): Promise<void> => {
      const data = { account, ...holdingIn(given) };
      await context.connected((connection) => changed(connection, context.actor, { type, data }));
      if (context.isJson) context.writeJson(data);
      else context.write('hecho');
    };
  const grant = access.command('grant').description('da una función');
  addWithOptions(withRole(grant), surroundings, change('GrantRole'));
  const revoke = access.command('revoke').description('quita una función');
  addWithOptions(withRole(revoke), surroundings, change('RevokeRole'));
  addWithOptions(
    access
      .command('close')
      .description('cierra una cuenta: nadie entra con ella')
      .requiredOption('--reason <text>', 'por qué'),
    surroundings,
    async (context, account, { reason }: { reason: string }) => {
      const command: AccessCommand = { type: 'CloseAccount', data: { account, reason } };
      await context.connected((connection) => changed(connection, context.actor, command));
      if (context.isJson) context.writeJson({ account });
      else context.write('hecho');
    },
  );
};

const addTokens = (access: Program, surroundings: Surroundings): void => {
  addWithOptions(
    withRole(
      access.command('token').description('da una ficha de acceso para un programa'),
    ).requiredOption('--until <date>', 'hasta qué día sirve', day),
    surroundings,
    async (context, account, { until, ...given }: RoleGiven & { until: CivilDate }) => {
      const asked = { account, holdings: [holdingIn(given)], expiresOn: until };
      const issued = await context.connected(({ commands }) =>
        commands.execute(new IssueToken(context.actor, asked)),
      );
      if (context.isJson) context.writeJson(issued);
      else context.write(`${issued.token}\nFicha, que no se vuelve a mostrar: ${issued.secret}`);
    },
  );
  access
    .command('revoke-token')
    .description('revoca una ficha de acceso')
    .argument('<token>', 'su número')
    .action(async (token: string, _: object, command: Program) => {
      const context = new Context(command, surroundings);
      await context.connected(({ commands }) =>
        commands.execute(new RevokeToken(context.actor, { token })),
      );
      if (context.isJson) context.writeJson({ token });
      else context.write('hecho');
    });
};

/** Who comes in over HTTP, said on the store itself: whoever has the store needs no session. */
export const addAccessCommands = (program: Program, surroundings: Surroundings): void => {
  const access = program.command('access').description('quién entra al servicio, y para qué');
  addPeople(access, surroundings);
  addRoles(access, surroundings);
  addTokens(access, surroundings);
  addAccessViews(access, surroundings);
};
