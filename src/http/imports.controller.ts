import { hash } from 'node:crypto';
import { Body, Controller, Inject, Post, Query, UseInterceptors } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { assertMay } from '../bus/access-messages.ts';
import { Failure } from '../catalogue/failure.ts';
import { takenAsJson, wouldTakeAsJson } from '../bus/file-as-json.ts';
import { type GivenFile, PreviewFile, TakeFile } from '../bus/file-messages.ts';
import { importFile } from '../intake/import-file.ts';
import { Permits } from './access/permits.ts';
import { Asker, type Principal } from './access/principal.ts';
import { flagsOf, ImportsQuery } from './imports-query.ts';
import { writesFile } from './openapi/writes.ts';
import { Asked, AskedWrite } from './write/asked-write.ts';
import { takesOnly } from './write/takes-only.ts';
import { WrittenInterceptor } from './write/written.interceptor.ts';

/** @throws OTHER_LEDGER where the file speaks of another one, and whatever its reader refuses */
const readAsOf = (asked: AskedWrite, { name, bytes, flags }: GivenFile) => {
  const { ledger } = asked;
  const sha256 = hash('sha256', bytes, 'hex');
  const read = { ...importFile(bytes, { ...flags, fileName: name, sha256 }), name, sha256 };
  if (read.ledger !== ledger) throw new Failure('OTHER_LEDGER', { stated: read.ledger, ledger });
  return read;
};

/** Files taken in, as the bytes that they are. */
@Controller('api/v1/ledgers/:ledger/imports')
export class ImportsController {
  constructor(
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(QueryBus) private readonly queries: QueryBus,
  ) {}

  @Post()
  @Permits('forms')
  @takesOnly('application/octet-stream')
  @UseInterceptors(WrittenInterceptor)
  @writesFile()
  async take(
    @Asked() asked: AskedWrite,
    @Asker() asker: Principal,
    @Query() query: ImportsQuery,
    @Body() sent: unknown,
  ) {
    // whoever takes in an original approves it only by the right to approve
    if (query.approve !== undefined) assertMay(asker, 'approval', asked.ledger);
    const bytes = Buffer.isBuffer(sent) ? sent : Buffer.alloc(0);
    const file = { name: query.fileName, bytes, flags: flagsOf(query) };
    const read = readAsOf(asked, file);
    if (query.dryRun === 'true') {
      const preview = new PreviewFile(asked.trying(read.command, asker), file);
      return wouldTakeAsJson(read, await this.queries.execute(preview));
    }
    const taking = new TakeFile(asked.writing(read.command, asker), file);
    return takenAsJson(read, await this.commands.execute(taking));
  }
}
