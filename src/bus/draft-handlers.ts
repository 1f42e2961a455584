import type { Provider } from '@nestjs/common';
import { Drafts } from '../application/drafts.ts';
import { commandHandler } from './command-handler.ts';
import * as messages from './draft-messages.ts';
import { queryHandler } from './query-handler.ts';

export const draftHandlers: Provider[] = [
  commandHandler(messages.PrepareDraft, Drafts, (drafts, { ledger, command, account }) =>
    drafts.prepare(ledger, command, account),
  ),
  commandHandler(messages.ReviewDraft, Drafts, (drafts, { asked }) => drafts.review(asked)),
  commandHandler(messages.ReturnDraft, Drafts, (drafts, { asked, reason }) =>
    drafts.return(asked, reason),
  ),
  commandHandler(messages.ApproveDraft, Drafts, (drafts, { asked, correlationId }) =>
    drafts.approve(asked, correlationId),
  ),
  commandHandler(messages.WithdrawDraft, Drafts, (drafts, { asked }) => drafts.withdraw(asked)),
  queryHandler(messages.ListDrafts, Drafts, (drafts, { ledger }) => drafts.list(ledger)),
  queryHandler(messages.ViewDraft, Drafts, (drafts, { asked }) => drafts.view(asked)),
];
