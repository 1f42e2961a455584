import { Controller, Get, Inject, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import {
  assertMay,
  ledgersWhere,
  SearchTrail,
  type TrailSearch,
  ViewAccessHistory,
} from '../../bus/access-messages.ts';
import { Failure } from '../../catalogue/failure.ts';
import { manages } from '../openapi/manages.ts';
import type { TrailPage } from './answers.ts';
import { AuditView } from './audit-view.ts';
import { Permits } from './permits.ts';
import { Asker, type Principal } from './principal.ts';
import { TrailQuery, trailSearchOf } from './trail-query.ts';

/** Who audits one ledger looks for what was read of it, and of no other. @throws NOT_PERMITTED */
const assertOwn = (asker: Principal, { ledger }: TrailSearch): void => {
  if (ledgersWhere(asker, 'trail') === 'all') return;
  if (ledger === undefined) throw new Failure('NOT_PERMITTED', { roles: ['audit'], ledger: null });
  assertMay(asker, 'trail', ledger);
};

/** Who was let in, and who read what: for those who audit. */
@Controller('api/v1/access')
export class AccessController {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Get('events')
  @Permits('directory')
  @AuditView()
  @manages({ summary: 'El libro de accesos, con su raíz', status: 200, answers: 'AccessHistory' })
  accessEvents() {
    return this.queries.execute(new ViewAccessHistory());
  }

  @Get('trail')
  @Permits('trail')
  @AuditView()
  @manages({ summary: 'Quién leyó qué, lo último primero', status: 200, answers: 'TrailPage' })
  async trail(@Asker() asker: Principal, @Query() query: TrailQuery): Promise<TrailPage> {
    const search = trailSearchOf(query);
    assertOwn(asker, search);
    return { readings: await this.queries.execute(new SearchTrail(search)) };
  }
}
