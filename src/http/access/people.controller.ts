import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import {
  type AccessCommand,
  AddPerson,
  ChangeAccess,
  ErasePerson,
  type Invited,
  InvitePerson,
  ListPeople,
  ListTokens,
  RevokeToken,
} from '../../bus/access-messages.ts';
import { type LedgerId, ledgerId } from '../../catalogue/codes.ts';
import { type Role, roles } from '../../catalogue/roles.ts';
import { Failure } from '../../catalogue/failure.ts';
import { readBody } from '../body/read-body.ts';
import { takesOnly } from '../write/takes-only.ts';
import { manages } from '../openapi/manages.ts';
import type { InvitationGiven, PeopleList, TokenList } from './answers.ts';
import { AuditView } from './audit-view.ts';
import { accountPart, HoldingBody, PersonBody, ReasonBody } from './bodies.ts';
import { invitationAddress } from './invitation-page.ts';
import { Permits } from './permits.ts';
import { Asker, type Principal } from './principal.ts';

const invitation = ({ account, code }: Invited): InvitationGiven => ({
  account,
  invitation: invitationAddress(code),
});

const rolePart = (text: string): Role => {
  const role = roles.find((each) => each === text);
  if (role !== undefined) return role;
  const problem = `«${text}» no es una función: ${roles.join(', ')}`;
  throw new Failure('INVALID_COMMAND', { problem });
};

/** `all` in a path is the role for all ledgers. */
const ledgerPart = (text: string): LedgerId | null => (text === 'all' ? null : ledgerId(text));

/** Who is who, and who may do what. */
@Controller('api/v1/people')
export class PeopleController {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(CommandBus) private readonly commands: CommandBus,
  ) {}

  @Get()
  @Permits('directory')
  @AuditView()
  @manages({ summary: 'Las personas y sus funciones', status: 200, answers: 'PeopleList' })
  async people(): Promise<PeopleList> {
    return { people: await this.queries.execute(new ListPeople()) };
  }

  @Post()
  @Permits('people')
  @takesOnly('application/json')
  @manages({
    summary: 'Agrega a una persona y la invita',
    status: 201,
    answers: 'InvitationGiven',
    takes: PersonBody,
  })
  async addPerson(@Asker() { account }: Principal, @Body() sent: unknown) {
    const person = readBody(PersonBody, sent);
    return invitation(await this.commands.execute(new AddPerson(account, person)));
  }

  @Post(':account/invitation')
  @Permits('people')
  @manages({
    summary: 'Da otra invitación, que repone la contraseña',
    status: 201,
    answers: 'InvitationGiven',
    parts: ['account'],
  })
  async invitePerson(@Asker() { account: actor }: Principal, @Param('account') account: string) {
    const command = new InvitePerson(actor, accountPart(account));
    return invitation(await this.commands.execute(command));
  }

  @Post(':account/close')
  @HttpCode(204)
  @Permits('people')
  @takesOnly('application/json')
  @manages({
    summary: 'Cierra una cuenta: nadie entra con ella',
    status: 204,
    takes: ReasonBody,
    parts: ['account'],
  })
  closeAccount(
    @Asker() asker: Principal,
    @Param('account') account: string,
    @Body() sent: unknown,
  ): Promise<void> {
    const { reason } = readBody(ReasonBody, sent);
    const data = { account: accountPart(account), reason };
    return this.#change(asker, { type: 'CloseAccount', data });
  }

  @Post(':account/reopen')
  @HttpCode(204)
  @Permits('people')
  @manages({ summary: 'Abre otra vez una cuenta cerrada', status: 204, parts: ['account'] })
  reopenAccount(@Asker() asker: Principal, @Param('account') account: string): Promise<void> {
    const data = { account: accountPart(account) };
    return this.#change(asker, { type: 'ReopenAccount', data });
  }

  /** Name, login and password: what was recorded keeps the account's number. */
  @Delete(':account')
  @HttpCode(204)
  @Permits('people')
  @manages({
    summary: 'Borra nombre, usuario y contraseña de una cuenta cerrada',
    status: 204,
    parts: ['account'],
  })
  erasePerson(
    @Asker() { account: actor }: Principal,
    @Param('account') account: string,
  ): Promise<void> {
    return this.commands.execute(new ErasePerson(actor, accountPart(account)));
  }

  @Post(':account/roles')
  @HttpCode(204)
  @Permits('people')
  @takesOnly('application/json')
  @manages({ summary: 'Da una función', status: 204, takes: HoldingBody, parts: ['account'] })
  grantRole(
    @Asker() asker: Principal,
    @Param('account') account: string,
    @Body() sent: unknown,
  ): Promise<void> {
    const { role, ledger } = readBody(HoldingBody, sent);
    const data = { account: accountPart(account), role, ledger };
    return this.#change(asker, { type: 'GrantRole', data });
  }

  @Delete(':account/roles/:role/:scope')
  @HttpCode(204)
  @Permits('people')
  @manages({ summary: 'Quita una función', status: 204, parts: ['account', 'role', 'scope'] })
  revokeRole(
    @Asker() asker: Principal,
    @Param('account') account: string,
    @Param('role') role: string,
    @Param('scope') scope: string,
  ): Promise<void> {
    const held = { role: rolePart(role), ledger: ledgerPart(scope) };
    return this.#change(asker, {
      type: 'RevokeRole',
      data: { account: accountPart(account), ...held },
    });
  }

  @Get(':account/tokens')
  @Permits('directory')
  @AuditView()
  @manages({
    summary: 'Las fichas de acceso de una cuenta',
    status: 200,
    answers: 'TokenList',
    parts: ['account'],
  })
  async tokensOf(@Param('account') account: string): Promise<TokenList> {
    return { tokens: await this.queries.execute(new ListTokens(accountPart(account))) };
  }

  @Delete(':account/tokens/:token')
  @HttpCode(204)
  @Permits('people')
  @manages({
    summary: 'Revoca una ficha de acceso de una cuenta',
    status: 204,
    parts: ['account', 'token'],
  })
  revokeTokenOf(
    @Asker() { account: actor }: Principal,
    @Param('account') account: string,
    @Param('token') token: string,
  ): Promise<void> {
    const asked = { token, owner: accountPart(account) };
    return this.commands.execute(new RevokeToken(actor, asked));
  }

  #change({ account }: Principal, command: AccessCommand): Promise<void> {
    return this.commands.execute(new ChangeAccess(account, command));
  }
}
