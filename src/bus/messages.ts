import { Command, Query } from '@nestjs/cqrs';
import type { LedgerId } from '../catalogue/codes.ts';
import type { LedgerRecord } from '../catalogue/events.ts';
import type {
  CommandAnswer,
  CommandPreview,
  CommandRequest,
} from '../application/command-request.ts';
import type { Answer, LedgerSummary } from '../application/read-view.ts';
import type { Verified } from '../application/verify-ledger.ts';
import type { CutOff } from '../../projections/cut-off.ts';
import type { ExecutionByActivity } from '../../projections/execution-by-activity/execution-by-activity.ts';
import type { ExecutionByGroup } from '../../projections/execution-by-group/execution-by-group.ts';
import type { ExecutionOverall } from '../../projections/execution-overall/execution-overall.ts';
import type { Form5b } from '../../projections/form-5b/form-5b.ts';

export type { Command as LedgerCommand, CommandLine } from '../domain/area-ledger/index.ts';
export type { Answer, CommandAnswer, CommandPreview, CommandRequest, LedgerSummary, Verified };

/** The one command message of the aggregate: its union is the list of what can be asked. */
export class ChangeLedger extends Command<CommandAnswer> {
  readonly request: CommandRequest;
  constructor(request: CommandRequest) {
    super();
    this.request = request;
  }
}

/** Keeps a file taken in, whole, and answers with its SHA-256. */
export class KeepFile extends Command<string> {
  readonly bytes: Uint8Array;
  constructor(bytes: Uint8Array) {
    super();
    this.bytes = bytes;
  }
}

/** What a command would do, without doing it. */
export class PreviewChange extends Query<CommandPreview> {
  readonly request: CommandRequest;
  constructor(request: CommandRequest) {
    super();
    this.request = request;
  }
}

abstract class ViewQuery<View> extends Query<Answer<View>> {
  readonly ledger: LedgerId;
  readonly cutOff: CutOff;
  constructor(ledger: LedgerId, cutOff: CutOff) {
    super();
    this.ledger = ledger;
    this.cutOff = cutOff;
  }
}

export class ViewExecutionByActivity extends ViewQuery<ExecutionByActivity> {}
export class ViewExecutionByGroup extends ViewQuery<ExecutionByGroup> {}
export class ViewExecutionOverall extends ViewQuery<ExecutionOverall> {}
export class ViewForm5b extends ViewQuery<Form5b> {}
export class ListEvents extends ViewQuery<readonly LedgerRecord[]> {}

export class ListLedgers extends Query<readonly LedgerSummary[]> {}

export class VerifyLedger extends Query<Verified> {
  readonly ledger: LedgerId;
  readonly head: { readonly revision: number; readonly root: string } | undefined;
  readonly onProgress: ((records: number) => void) | undefined;
  constructor(
    ledger: LedgerId,
    head?: { readonly revision: number; readonly root: string },
    onProgress?: (records: number) => void,
  ) {
    super();
    this.ledger = ledger;
    this.head = head;
    this.onProgress = onProgress;
  }
}
