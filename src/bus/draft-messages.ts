import { Command, Query } from '@nestjs/cqrs';
import type { LedgerId } from '../catalogue/codes.ts';
import type { CommandAnswer } from '../application/command-request.ts';
import type { AskedDraft, DraftInFull, DraftRow } from '../application/drafts.ts';
import type { Command as LedgerCommand } from '../domain/area-ledger/index.ts';

export type { AskedDraft };
export { isSignedByThree } from '../domain/area-ledger/index.ts';

/** Something that somebody does to a draft. */
abstract class OnDraft<Result> extends Command<Result> {
  readonly asked: AskedDraft;
  constructor(asked: AskedDraft) {
    super();
    this.asked = asked;
  }
}

export class PrepareDraft extends Command<DraftInFull> {
  readonly ledger: LedgerId;
  readonly command: LedgerCommand;
  readonly account: string;
  constructor(ledger: LedgerId, command: LedgerCommand, account: string) {
    super();
    this.ledger = ledger;
    this.command = command;
    this.account = account;
  }
}

export class ReviewDraft extends OnDraft<void> {}
export class WithdrawDraft extends OnDraft<void> {}

export class ReturnDraft extends OnDraft<void> {
  readonly reason: string;
  constructor(asked: AskedDraft, reason: string) {
    super(asked);
    this.reason = reason;
  }
}

export class ApproveDraft extends OnDraft<CommandAnswer> {
  readonly correlationId: string;
  constructor(asked: AskedDraft, correlationId: string) {
    super(asked);
    this.correlationId = correlationId;
  }
}

export class ListDrafts extends Query<readonly DraftRow[]> {
  readonly ledger: LedgerId;
  constructor(ledger: LedgerId) {
    super();
    this.ledger = ledger;
  }
}

export class ViewDraft extends Query<DraftInFull> {
  readonly asked: Omit<AskedDraft, 'account'>;
  constructor(asked: Omit<AskedDraft, 'account'>) {
    super();
    this.asked = asked;
  }
}
