import { Inject, type Provider, type Type } from '@nestjs/common';
import { QueryHandler } from '@nestjs/cqrs';
import { AuditViews } from '../application/audit-views.ts';
import type { LedgerId } from '../catalogue/codes.ts';
import * as messages from './audit-messages.ts';

interface Asking<Asked> {
  readonly ledger: LedgerId;
  readonly asked: Asked;
}

/** The handler of a question: it goes to the audit views as it is. */
const auditHandler = <Asked>(
  query: Type<Asking<Asked>>,
  answer: (views: AuditViews, ledger: LedgerId, asked: Asked) => Promise<unknown>,
): Type => {
  @QueryHandler(query)
  class AuditHandler {
    constructor(@Inject(AuditViews) private readonly views: AuditViews) {}

    execute({ ledger, asked }: Asking<Asked>) {
      return answer(this.views, ledger, asked);
    }
  }
  Object.defineProperty(AuditHandler, 'name', { value: `${query.name}Handler` });
  return AuditHandler;
};

export const auditHandlers: Provider[] = [
  auditHandler(messages.CompareReferences, (views, ledger, asked) => views.compare(ledger, asked)),
  auditHandler(messages.TraceOrigin, (views, ledger, asked) => views.origin(ledger, asked)),
  auditHandler(messages.ReplayHistory, (views, ledger, asked) => views.replay(ledger, asked)),
  auditHandler(messages.ListLateEntries, (views, ledger, asked) => views.late(ledger, asked)),
];
