import { Inject, type Provider } from '@nestjs/common';
import {
  CommandHandler,
  type ICommandHandler,
  type IQueryHandler,
  QueryHandler,
} from '@nestjs/cqrs';
import type { LedgerId } from '../catalogue/codes.ts';
import { Library } from '../application/library.ts';
import { LedgerService } from '../application/ledger-service.ts';
import { Views } from '../application/read-view.ts';
import { backUpStore, restoreStore } from '../application/back-up-store.ts';
import { copyLedgers } from '../application/copy-ledgers.ts';
import { assertReady } from '../application/readiness.ts';
import type { Clock } from '../application/ports/clock.ts';
import type { Files } from '../application/ports/files.ts';
import type { Prepares } from '../application/ports/prepares.ts';
import type { Stores } from '../application/ports/stores.ts';
import type { Restores } from '../application/ports/upkeep.ts';
import { verifyStore, type WholeStore } from '../application/verify-store.ts';
import { accessHandlers } from './access-handlers.ts';
import { auditHandlers } from './audit-handlers.ts';
import { consolidationHandlers } from './consolidation-handlers.ts';
import { draftHandlers } from './draft-handlers.ts';
import { eventHandlers } from './event-handlers.ts';
import { fileHandlers } from './file-handlers.ts';
import { integrityHandlers } from './integrity-handlers.ts';
import { liveHandlers } from './live-handlers.ts';
import * as messages from './messages.ts';
import { queryHandler } from './query-handler.ts';
import { oversightHandlers } from './oversight-handlers.ts';
import {
  clockToken,
  filesToken,
  preparesToken,
  restoresToken,
  storesToken,
  wholeStoreToken,
} from './tokens.ts';

@CommandHandler(messages.ChangeLedger)
class ChangeLedgerHandler implements ICommandHandler<messages.ChangeLedger> {
  constructor(@Inject(LedgerService) private readonly ledgers: LedgerService) {}

  execute({ request }: messages.ChangeLedger) {
    return this.ledgers.change(request);
  }
}

@CommandHandler(messages.KeepFile)
class KeepFileHandler implements ICommandHandler<messages.KeepFile> {
  constructor(@Inject(filesToken) private readonly files: Files) {}

  execute({ bytes }: messages.KeepFile) {
    return this.files.keep(bytes);
  }
}

@QueryHandler(messages.PreviewChange)
class PreviewChangeHandler implements IQueryHandler<messages.PreviewChange> {
  constructor(@Inject(LedgerService) private readonly ledgers: LedgerService) {}

  execute({ request }: messages.PreviewChange) {
    return this.ledgers.preview(request);
  }
}

@QueryHandler(messages.ListLedgers)
class ListLedgersHandler implements IQueryHandler<messages.ListLedgers> {
  constructor(@Inject(Views) private readonly views: Views) {}

  execute() {
    return this.views.ledgers();
  }
}

@QueryHandler(messages.StandingOfStore)
class StandingOfStoreHandler implements IQueryHandler<messages.StandingOfStore> {
  constructor(@Inject(wholeStoreToken) private readonly store: WholeStore) {}

  execute() {
    return this.store.standing();
  }
}

@QueryHandler(messages.AssertReady)
class AssertReadyHandler implements IQueryHandler<messages.AssertReady> {
  constructor(
    @Inject(wholeStoreToken) private readonly store: WholeStore,
    @Inject(clockToken) private readonly clock: Clock,
  ) {}

  execute() {
    return assertReady(this.store, this.clock);
  }
}

@QueryHandler(messages.VerifyStore)
class VerifyStoreHandler implements IQueryHandler<messages.VerifyStore> {
  constructor(
    @Inject(wholeStoreToken) private readonly store: WholeStore,
    @Inject(Library) private readonly library: Library,
  ) {}

  execute({ verification }: messages.VerifyStore) {
    const witness = (ledger: LedgerId) => this.library.witness(ledger);
    return verifyStore(this.store, { ...verification, witness });
  }
}

@CommandHandler(messages.BackUpStore)
class BackUpStoreHandler implements ICommandHandler<messages.BackUpStore> {
  constructor(@Inject(wholeStoreToken) private readonly store: WholeStore) {}

  execute({ file, onProgress }: messages.BackUpStore) {
    return backUpStore(this.store, file, onProgress);
  }
}

@CommandHandler(messages.RestoreStore)
class RestoreStoreHandler implements ICommandHandler<messages.RestoreStore> {
  constructor(@Inject(restoresToken) private readonly restores: Restores) {}

  execute({ restoring }: messages.RestoreStore) {
    return restoreStore(this.restores, restoring);
  }
}

@CommandHandler(messages.CopyLedgers)
class CopyLedgersHandler implements ICommandHandler<messages.CopyLedgers> {
  constructor(@Inject(storesToken) private readonly stores: Stores) {}

  execute({ copying }: messages.CopyLedgers) {
    return copyLedgers(this.stores, copying);
  }
}

@CommandHandler(messages.PrepareStore)
class PrepareStoreHandler implements ICommandHandler<messages.PrepareStore> {
  constructor(@Inject(preparesToken) private readonly prepares: Prepares) {}

  execute({ address, account }: messages.PrepareStore) {
    return this.prepares.prepare(address, account);
  }
}

export const handlers: Provider[] = [
  ChangeLedgerHandler,
  KeepFileHandler,
  PreviewChangeHandler,
  ListLedgersHandler,
  StandingOfStoreHandler,
  AssertReadyHandler,
  VerifyStoreHandler,
  BackUpStoreHandler,
  RestoreStoreHandler,
  CopyLedgersHandler,
  PrepareStoreHandler,
  queryHandler(messages.StandAt, Views, (views, { ledger, cutOff }) => views.stand(ledger, cutOff)),
  queryHandler(messages.ViewExecutionByActivity, Views, (views, { ledger, cutOff }) =>
    views.byActivity(ledger, cutOff),
  ),
  queryHandler(messages.ViewExecutionByGroup, Views, (views, { ledger, cutOff }) =>
    views.byGroup(ledger, cutOff),
  ),
  queryHandler(messages.ViewExecutionOverall, Views, (views, { ledger, cutOff }) =>
    views.overall(ledger, cutOff),
  ),
  queryHandler(messages.ViewForm5b, Views, (views, { ledger, cutOff }) =>
    views.form5b(ledger, cutOff),
  ),
  queryHandler(messages.ListEvents, Views, (views, { ledger, cutOff }) =>
    views.events(ledger, cutOff),
  ),
  ...accessHandlers,
  ...draftHandlers,
  ...auditHandlers,
  ...oversightHandlers,
  ...consolidationHandlers,
  ...eventHandlers,
  ...fileHandlers,
  ...integrityHandlers,
  ...liveHandlers,
];
