import { Controller, Get, Inject, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import {
  ConsolidateByActivity,
  ConsolidateByGroup,
  ConsolidateOverall,
} from '../bus/consolidation-messages.ts';
import { ConsolidationQuery, consolidationOf } from './consolidation-query.ts';
import { answersWithConsolidation } from './openapi/answers-with.ts';

/** The three views over several ledgers at once, read only. */
@Controller('api/v1/consolidation')
export class ConsolidationController {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Get('by-activity')
  @answersWithConsolidation('ConsolidationByActivity', 'Varios libros juntos, por actividad')
  consolidationByActivity(@Query() query: ConsolidationQuery) {
    return this.queries.execute(new ConsolidateByActivity(consolidationOf(query)));
  }

  @Get('by-group')
  @answersWithConsolidation('ConsolidationByGroup', 'Varios libros juntos, por grupo de gasto')
  consolidationByGroup(@Query() query: ConsolidationQuery) {
    return this.queries.execute(new ConsolidateByGroup(consolidationOf(query)));
  }

  @Get('overall')
  @answersWithConsolidation('ConsolidationOverall', 'Varios libros juntos, por fuente')
  consolidationOverall(@Query() query: ConsolidationQuery) {
    return this.queries.execute(new ConsolidateOverall(consolidationOf(query)));
  }
}
