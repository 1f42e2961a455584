import { Body, Controller, Inject, Param, Post, type Type } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { commandName } from '../../bus/command-name.ts';
import { isSignedByThree, PrepareDraft } from '../../bus/draft-messages.ts';
import { draftAsJson } from '../../bus/draft-as-json.ts';
import type { LedgerCommand } from '../../bus/messages.ts';
import { ledgerId } from '../../catalogue/codes.ts';
import { Permits } from '../access/permits.ts';
import { Asker, type Principal } from '../access/principal.ts';
import { readBody } from '../body/read-body.ts';
import type { CommandRow } from '../commands/command-row.ts';
import { commandRows } from '../commands/command-rows.ts';
import { preparesDraft } from '../openapi/drafts.ts';
import { takesOnly } from '../write/takes-only.ts';

/** The route that prepares a draft of a command. */
const draftRoute = (row: CommandRow): Type => {
  const { type, body: Kind } = row;
  const command = row.command as (body: object) => LedgerCommand;

  @Controller('api/v1/ledgers/:ledger/drafts')
  class Route {
    constructor(@Inject(CommandBus) private readonly commands: CommandBus) {}

    @Post(commandName(type))
    @Permits('drafts')
    @takesOnly('application/json')
    @preparesDraft(row)
    async prepare(
      @Asker() { account }: Principal,
      @Param('ledger') ledger: string,
      @Body() sent: unknown,
    ) {
      const read = command(readBody(Kind, sent));
      const preparation = new PrepareDraft(ledgerId(ledger), read, account);
      return draftAsJson(await this.commands.execute(preparation));
    }
  }
  Object.defineProperty(Route, 'name', { value: `${type}DraftRoute` });
  return Route;
};

/** A route for every command that three people may have to sign. */
export const draftControllers: readonly Type[] = commandRows
  .filter(({ type }) => isSignedByThree(type))
  .map(draftRoute);
