import { Command, Query } from '@nestjs/cqrs';
import type { LedgerId } from '../catalogue/codes.ts';
import type { LedgerRecord } from '../catalogue/events.ts';
import type {
  CommandAnswer,
  CommandPreview,
  CommandRequest,
} from '../application/command-request.ts';
import type { LedgerSummary } from '../application/read-view.ts';
import type { Answer } from '../application/sight.ts';
import type { Restoring } from '../application/back-up-store.ts';
import type { CopiedLedger, Copying } from '../application/copy-ledgers.ts';
import type { NewAccount, PreparedPart } from '../application/ports/prepares.ts';
import type { CopyProgress, Standing } from '../application/ports/upkeep.ts';
import type { Verification, VerifiedLedger, VerifiedStore } from '../application/verify-store.ts';
import type { CutOff } from '../../projections/cut-off.ts';
import type { ExecutionByActivity } from '../../projections/execution-by-activity/execution-by-activity.ts';
import type { ExecutionByGroup } from '../../projections/execution-by-group/execution-by-group.ts';
import type { ExecutionOverall } from '../../projections/execution-overall/execution-overall.ts';
import type { Form5b } from '../../projections/form-5b/form-5b.ts';

export type { Command as LedgerCommand, CommandLine } from '../domain/area-ledger/index.ts';
export { damageOf } from '../application/verify-store.ts';
export { projectionsVersion } from '../../projections/version.ts';
export type {
  Answer,
  CommandAnswer,
  CommandPreview,
  CommandRequest,
  LedgerSummary,
  PreparedPart,
  Standing,
  VerifiedLedger,
  VerifiedStore,
};

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

/** How a ledger stands at a cut-off, without a view of it. */
export class StandAt extends ViewQuery<null> {}
export class ViewExecutionByActivity extends ViewQuery<ExecutionByActivity> {}
export class ViewExecutionByGroup extends ViewQuery<ExecutionByGroup> {}
export class ViewExecutionOverall extends ViewQuery<ExecutionOverall> {}
export class ViewForm5b extends ViewQuery<Form5b> {}
export class ListEvents extends ViewQuery<readonly LedgerRecord[]> {}

export class ListLedgers extends Query<readonly LedgerSummary[]> {}

/** What the store is and how it is set. */
export class StandingOfStore extends Query<Standing> {}

/** Makes a store on servers ready for the account of the program. */
export class PrepareStore extends Command<readonly PreparedPart[]> {
  /** with the account of an administrator */
  readonly address: string;
  readonly account: NewAccount;
  constructor(address: string, account: NewAccount) {
    super();
    this.address = address;
    this.account = account;
  }
}

/** Whether the store answers. */
export class AssertReady extends Query<void> {}

/** Verifies a ledger, or every ledger and every file of the store. */
export class VerifyStore extends Query<VerifiedStore> {
  readonly verification: Verification;
  constructor(verification: Verification) {
    super();
    this.verification = verification;
  }
}

/** Copies the store, in use or not, to a file that is not there yet. */
export class BackUpStore extends Command<VerifiedStore> {
  readonly file: string;
  readonly onProgress: CopyProgress | undefined;
  constructor(file: string, onProgress?: CopyProgress) {
    super();
    this.file = file;
    this.onProgress = onProgress;
  }
}

/** Copies ledgers, and the files that they name, from one store to another. */
export class CopyLedgers extends Command<readonly CopiedLedger[]> {
  readonly copying: Copying;
  constructor(copying: Copying) {
    super();
    this.copying = copying;
  }
}

/** Makes a store of a backup. */
export class RestoreStore extends Command<VerifiedStore> {
  readonly restoring: Restoring;
  constructor(restoring: Restoring) {
    super();
    this.restoring = restoring;
  }
}
