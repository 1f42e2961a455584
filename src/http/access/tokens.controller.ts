import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { IssueToken, ListTokens, RevokeToken } from '../../bus/access-messages.ts';
import { Failure } from '../../catalogue/failure.ts';
import { readBody } from '../body/read-body.ts';
import { takesOnly } from '../write/takes-only.ts';
import { manages } from '../openapi/manages.ts';
import type { TokenList } from './answers.ts';
import { TokenBody } from './bodies.ts';
import { Permits } from './permits.ts';
import { Asker, type Principal } from './principal.ts';

/** One's own access tokens, with which programs come in. */
@Controller('api/v1/tokens')
export class TokensController {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(CommandBus) private readonly commands: CommandBus,
  ) {}

  @Get()
  @Permits('signedIn')
  @manages({ summary: 'Las fichas de acceso propias', status: 200, answers: 'TokenList' })
  async tokens(@Asker() { account }: Principal): Promise<TokenList> {
    return { tokens: await this.queries.execute(new ListTokens(account)) };
  }

  /** A person makes a token; a token makes none. */
  @Post()
  @Permits('signedIn')
  @takesOnly('application/json')
  @manages({
    summary: 'Da una ficha de acceso para un programa',
    status: 201,
    answers: 'NewToken',
    takes: TokenBody,
  })
  issueToken(@Asker() { account, crossSiteSecret }: Principal, @Body() sent: unknown) {
    if (crossSiteSecret === null) throw new Failure('SIGN_IN_NEEDED', {});
    const { holdings, expiresOn } = readBody(TokenBody, sent);
    const asked = { account, holdings, expiresOn };
    return this.commands.execute(new IssueToken(account, asked));
  }

  @Delete(':token')
  @HttpCode(204)
  @Permits('signedIn')
  @manages({ summary: 'Revoca una ficha de acceso propia', status: 204, parts: ['token'] })
  revokeToken(@Asker() { account }: Principal, @Param('token') token: string): Promise<void> {
    return this.commands.execute(new RevokeToken(account, { token, owner: account }));
  }
}
