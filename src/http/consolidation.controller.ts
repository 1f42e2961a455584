import { Controller, Get, Inject, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import {
  ConsolidateByActivity,
  ConsolidateByGroup,
  ConsolidateOverall,
} from '../bus/consolidation-messages.ts';
import { ledgersWhere } from '../bus/access-messages.ts';
import { Permits } from './access/permits.ts';
import { Asker, type Principal } from './access/principal.ts';
import { ConsolidationQuery, consolidationOf } from './consolidation-query.ts';
import { answersWithConsolidation } from './openapi/answers-with.ts';

/** The three views over several ledgers at once, read only. */
@Controller('api/v1/consolidation')
export class ConsolidationController {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Get('by-activity')
  @Permits('views')
  @answersWithConsolidation('ConsolidationByActivity', 'Varios libros juntos, por actividad')
  consolidationByActivity(@Asker() asker: Principal, @Query() query: ConsolidationQuery) {
    return this.queries.execute(
      new ConsolidateByActivity(consolidationOf(query, ledgersWhere(asker, 'views'))),
    );
  }

  @Get('by-group')
  @Permits('views')
  @answersWithConsolidation('ConsolidationByGroup', 'Varios libros juntos, por grupo de gasto')
  consolidationByGroup(@Asker() asker: Principal, @Query() query: ConsolidationQuery) {
    return this.queries.execute(
      new ConsolidateByGroup(consolidationOf(query, ledgersWhere(asker, 'views'))),
    );
  }

  @Get('overall')
  @Permits('views')
  @answersWithConsolidation('ConsolidationOverall', 'Varios libros juntos, por fuente')
  consolidationOverall(@Asker() asker: Principal, @Query() query: ConsolidationQuery) {
    return this.queries.execute(
      new ConsolidateOverall(consolidationOf(query, ledgersWhere(asker, 'views'))),
    );
  }
}
