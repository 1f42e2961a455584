import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Inject,
  Post,
  Put,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  AcceptInvitation,
  ChangePassword,
  Identify,
  type Identified,
  ReturnFromProvider,
  SignIn,
  SignOut,
  ViewPerson,
  VisitProvider,
} from '../../bus/access-messages.ts';
import { Failure } from '../../catalogue/failure.ts';
import { readBody } from '../body/read-body.ts';
import { takesOnly } from '../write/takes-only.ts';
import { manages } from '../openapi/manages.ts';
import type { SessionView } from './answers.ts';
import { AcceptanceBody, PasswordBody, SignInBody } from './bodies.ts';
import { credentialsIn, giveSession, giveVisit, takeSession, takeVisit } from './credentials.ts';
import { Permits } from './permits.ts';
import { Asker, type Principal } from './principal.ts';

/** Coming in, going out, and who one is. */
@Controller('api/v1/session')
export class SessionController {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(CommandBus) private readonly commands: CommandBus,
  ) {}

  @Post()
  @Permits('anyone')
  @takesOnly('application/json')
  @manages({
    summary: 'Inicia una sesión, con una cookie',
    status: 201,
    answers: 'SessionView',
    takes: SignInBody,
  })
  async signIn(
    @Body() sent: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const secret = await this.commands.execute(new SignIn(readBody(SignInBody, sent)));
    return this.#begun(secret, request, reply);
  }

  @Post('invitation')
  @Permits('anyone')
  @takesOnly('application/json')
  @manages({
    summary: 'Usa una invitación: elige la contraseña e inicia una sesión',
    status: 201,
    answers: 'SessionView',
    takes: AcceptanceBody,
  })
  async acceptInvitation(
    @Body() sent: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const secret = await this.commands.execute(
      new AcceptInvitation(readBody(AcceptanceBody, sent)),
    );
    return this.#begun(secret, request, reply);
  }

  @Get()
  @Permits('signedIn')
  @manages({
    summary: 'Quién es quien pregunta, y sus funciones',
    status: 200,
    answers: 'SessionView',
  })
  whoAmI(@Asker() asker: Principal) {
    return this.#sessionOf(asker);
  }

  @Delete()
  @HttpCode(204)
  @Permits('signedIn')
  @manages({ summary: 'Termina la sesión', status: 204 })
  async signOut(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.commands.execute(new SignOut(this.#sessionIn(request)));
    takeSession(reply);
  }

  @Put('password')
  @HttpCode(204)
  @Permits('signedIn')
  @takesOnly('application/json')
  @manages({
    summary: 'Cambia la contraseña propia y termina las demás sesiones',
    status: 204,
    takes: PasswordBody,
  })
  async changePassword(
    @Asker() { account }: Principal,
    @Body() sent: unknown,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    const session = this.#sessionIn(request);
    const { current, next } = readBody(PasswordBody, sent);
    const change = { account, session, current, next };
    await this.commands.execute(new ChangePassword(change));
  }

  @Get('provider')
  @Permits('anyone')
  @manages({ summary: 'Lleva al proveedor de identidad', status: 302 })
  async visitProvider(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { address, kept } = await this.queries.execute(new VisitProvider());
    giveVisit(request, reply, kept);
    void reply.redirect(address, 302);
  }

  @Get('provider/return')
  @Permits('anyone')
  @manages({ summary: 'Vuelve del proveedor de identidad e inicia una sesión', status: 302 })
  async returnFromProvider(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query() said: Record<string, string>,
  ): Promise<void> {
    const query = new URLSearchParams(said).toString();
    const visit = { kept: takeVisit(request, reply), query };
    giveSession(request, reply, await this.commands.execute(new ReturnFromProvider(visit)));
    void reply.redirect('/', 302);
  }

  async #begun(secret: string, request: FastifyRequest, reply: FastifyReply) {
    giveSession(request, reply, secret);
    return this.#sessionOf(await this.queries.execute(new Identify({ session: secret })));
  }

  async #sessionOf({ account, holdings, crossSiteSecret }: Identified): Promise<SessionView> {
    const { login, name } = await this.queries.execute(new ViewPerson(account));
    return { account, login, name, holdings, csrfToken: crossSiteSecret };
  }

  /** A program has no session to end and no password to change. */
  #sessionIn(request: FastifyRequest): string {
    const { session } = credentialsIn(request);
    if (session === undefined) throw new Failure('SIGN_IN_NEEDED', {});
    return session;
  }
}
