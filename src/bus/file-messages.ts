import { Command, Query } from '@nestjs/cqrs';
import type { ImportFlags } from '../catalogue/import-flags.ts';
import type { CommandAnswer, CommandPreview, CommandRequest } from './messages.ts';

/** A file as it came, with what was said about it. */
export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly flags: ImportFlags;
}

/** Keeps a file and takes it in as one atomic change; one that is refused is not kept. */
export class TakeFile extends Command<CommandAnswer> {
  readonly request: CommandRequest;
  readonly file: GivenFile;
  constructor(request: CommandRequest, file: GivenFile) {
    super();
    this.request = request;
    this.file = file;
  }
}

/** What taking a file in would do, without keeping or doing anything. */
export class PreviewFile extends Query<CommandPreview> {
  readonly request: CommandRequest;
  readonly file: GivenFile;
  constructor(request: CommandRequest, file: GivenFile) {
    super();
    this.request = request;
    this.file = file;
  }
}
