import { type DynamicModule, Logger, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { systemClock } from './adapters/clock/system-clock.ts';
import { sqliteRestores } from './adapters/sqlite/restore-store.ts';
import { AuditViews } from './application/audit-views.ts';
import { ConsolidationViews } from './application/consolidation-views.ts';
import { EventViews } from './application/event-views.ts';
import { IntegrityViews } from './application/integrity-views.ts';
import { LedgerService } from './application/ledger-service.ts';
import { Library } from './application/library.ts';
import { LiveEvents } from './application/live-events.ts';
import type { Clock } from './application/ports/clock.ts';
import { OversightViews } from './application/oversight-views.ts';
import type { Snapshots } from './application/ports/snapshots.ts';
import { Views } from './application/read-view.ts';
import type { WholeStore } from './application/verify-store.ts';
import { handlers } from './bus/handlers.ts';
import {
  clockToken,
  filesToken,
  preparesToken,
  restoresToken,
  storesToken,
  wholeStoreToken,
} from './bus/tokens.ts';
import type { ProviderSettings } from './adapters/oidc/openid-provider.ts';
import { accessParts } from './composition/access-parts.ts';
import { stores } from './composition/stores.ts';
import { AccessController } from './http/access/access.controller.ts';
import { PeopleController } from './http/access/people.controller.ts';
import { SessionController } from './http/access/session.controller.ts';
import { TokensController } from './http/access/tokens.controller.ts';
import { AuditController } from './http/audit.controller.ts';
import { commandControllers } from './http/commands/command-routes.ts';
import { ConsolidationController } from './http/consolidation.controller.ts';
import { draftControllers } from './http/drafts/draft-routes.ts';
import { DraftsController } from './http/drafts/drafts.controller.ts';
import { EventsController } from './http/events.controller.ts';
import { HealthController } from './http/health.controller.ts';
import { ImportsController } from './http/imports.controller.ts';
import { IntegrityController } from './http/integrity.controller.ts';
import { LedgersController } from './http/ledgers.controller.ts';
import { OversightController } from './http/oversight.controller.ts';
import { Stopping } from './http/stopping.ts';
import { StreamController } from './http/stream.controller.ts';
import { sumFindings } from './intake/form-5b/sum-findings.ts';

export interface Parts {
  readonly store: WholeStore;
  readonly snapshots?: Snapshots;
  readonly clock?: Clock;
  /** told what a person who runs the program should know */
  readonly report?: (text: string) => void;
  /** how long a record that is not there yet is waited for, in milliseconds */
  readonly patience?: number;
  /** who says who people are, where somebody outside does */
  readonly provider?: ProviderSettings;
}

const noSnapshots: Snapshots = {
  find: () => Promise.resolve({ outcome: 'none' }),
  keep: () => Promise.resolve(),
};

const logged = (text: string): void => {
  new Logger('poa').warn(text);
};

const controllers = [
  HealthController,
  LedgersController,
  AuditController,
  OversightController,
  ConsolidationController,
  EventsController,
  IntegrityController,
  StreamController,
  SessionController,
  PeopleController,
  TokensController,
  AccessController,
  ImportsController,
  ...commandControllers,
  DraftsController,
  ...draftControllers,
];

/** The one place where ports meet adapters and edges meet the bus. */
@Module({})
export class AppModule {
  static over(parts: Parts): DynamicModule {
    const { store, clock = systemClock, snapshots = noSnapshots, report = logged } = parts;
    const { patience = 0, provider } = parts;
    const library = new Library({ store, snapshots, report, patience });
    const ledgers = new LedgerService(library, store, clock);
    const formCheck = { sumsOf: sumFindings };
    const oversight = { library, store, files: store, clock, formCheck };
    return {
      module: AppModule,
      imports: [CqrsModule.forRoot()],
      controllers,
      providers: [
        { provide: filesToken, useValue: store },
        { provide: wholeStoreToken, useValue: store },
        { provide: restoresToken, useValue: sqliteRestores },
        { provide: storesToken, useValue: stores },
        { provide: preparesToken, useValue: stores },
        { provide: clockToken, useValue: clock },
        { provide: Library, useValue: library },
        { provide: LedgerService, useValue: ledgers },
        { provide: AuditViews, useValue: new AuditViews(library, store, clock) },
        { provide: ConsolidationViews, useValue: new ConsolidationViews(library, store, clock) },
        { provide: EventViews, useValue: new EventViews(library, store, clock) },
        { provide: IntegrityViews, useValue: new IntegrityViews(library, store, clock) },
        { provide: LiveEvents, useValue: new LiveEvents(library, store) },
        { provide: OversightViews, useValue: new OversightViews(oversight) },
        { provide: Views, useValue: new Views(library, store, clock) },
        ...accessParts({ store, clock, ledgers, provider }),
        Stopping,
        ...handlers,
      ],
    };
  }
}
