import { type DynamicModule, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { systemClock } from './adapters/clock/system-clock.ts';
import { LedgerService } from './application/ledger-service.ts';
import { Library } from './application/library.ts';
import type { Clock } from './application/ports/clock.ts';
import type { EventStore } from './application/ports/event-store.ts';
import type { Files } from './application/ports/files.ts';
import { Views } from './application/read-view.ts';
import { handlers } from './bus/handlers.ts';
import { clockToken, eventStoreToken, filesToken } from './bus/tokens.ts';
import { LedgersController } from './http/ledgers.controller.ts';

export interface Parts {
  readonly store: EventStore & Files;
  readonly clock?: Clock;
}

/** The one place where ports meet adapters and edges meet the bus. */
@Module({})
export class AppModule {
  static over({ store, clock = systemClock }: Parts): DynamicModule {
    const library = new Library(store);
    return {
      module: AppModule,
      imports: [CqrsModule.forRoot()],
      controllers: [LedgersController],
      providers: [
        { provide: eventStoreToken, useValue: store },
        { provide: filesToken, useValue: store },
        { provide: clockToken, useValue: clock },
        { provide: LedgerService, useValue: new LedgerService(library, store, clock) },
        { provide: Views, useValue: new Views(library, store, clock) },
        ...handlers,
      ],
    };
  }
}
