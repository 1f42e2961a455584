import { Body, Controller, Inject, Post, Query, type Type, UseInterceptors } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { previewedAsJson, writtenAsJson } from '../../bus/change-as-json.ts';
import { commandName } from '../../bus/command-name.ts';
import { ChangeLedger, type LedgerCommand, PreviewChange } from '../../bus/messages.ts';
import { Permits } from '../access/permits.ts';
import { Asker, type Principal } from '../access/principal.ts';
import { readBody } from '../body/read-body.ts';
import { writesCommand } from '../openapi/writes.ts';
import { Asked, AskedWrite } from '../write/asked-write.ts';
import { takesOnly } from '../write/takes-only.ts';
import { WriteQuery } from '../write/write-query.ts';
import { WrittenInterceptor } from '../write/written.interceptor.ts';
import type { CommandRow } from './command-row.ts';
import { commandRows } from './command-rows.ts';

/** The route of a command. */
const commandRoute = (row: CommandRow): Type => {
  const { type, body: Kind, permission } = row;
  const command = row.command as (body: object) => LedgerCommand;

  @Controller('api/v1/ledgers/:ledger/commands')
  class Route {
    constructor(
      @Inject(CommandBus) private readonly commands: CommandBus,
      @Inject(QueryBus) private readonly queries: QueryBus,
    ) {}

    @Post(commandName(type))
    @Permits(permission)
    @takesOnly('application/json')
    @UseInterceptors(WrittenInterceptor)
    @writesCommand(row)
    async write(
      @Asked() asked: AskedWrite,
      @Asker() asker: Principal,
      @Query() query: WriteQuery,
      @Body() sent: unknown,
    ) {
      const read = command(readBody(Kind, sent));
      if (query.dryRun === 'true') {
        const preview = new PreviewChange(asked.trying(read, asker));
        return previewedAsJson(await this.queries.execute(preview));
      }
      const change = new ChangeLedger(asked.writing(read, asker));
      return writtenAsJson(await this.commands.execute(change));
    }
  }
  Object.defineProperty(Route, 'name', { value: `${type}Route` });
  return Route;
};

/** A route for every command that has a row. */
export const commandControllers: readonly Type[] = commandRows.map(commandRoute);
