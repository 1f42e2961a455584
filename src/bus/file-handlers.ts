import { Inject, type Provider } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { LedgerService } from '../application/ledger-service.ts';
import type { Files } from '../application/ports/files.ts';
import { PreviewFile, TakeFile } from './file-messages.ts';
import { queryHandler } from './query-handler.ts';
import { filesToken } from './tokens.ts';

@CommandHandler(TakeFile)
class TakeFileHandler implements ICommandHandler<TakeFile> {
  constructor(
    @Inject(LedgerService) private readonly ledgers: LedgerService,
    @Inject(filesToken) private readonly files: Files,
  ) {}

  async execute({ request, file }: TakeFile) {
    await this.ledgers.preview(request);
    await this.files.keep(file.bytes);
    return this.ledgers.change(request);
  }
}

export const fileHandlers: Provider[] = [
  TakeFileHandler,
  queryHandler(PreviewFile, LedgerService, (ledgers, { request }) => ledgers.preview(request)),
];
