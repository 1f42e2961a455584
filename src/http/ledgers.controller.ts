import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ledgerId } from '../catalogue/codes.ts';
import {
  type Answer,
  ListLedgers,
  ViewExecutionByActivity,
  ViewExecutionByGroup,
  ViewExecutionOverall,
  ViewForm5b,
} from '../bus/messages.ts';
import { viewAsJson } from '../bus/view-as-json.ts';
import { ledgersWhere } from '../bus/access-messages.ts';
import { Permits } from './access/permits.ts';
import { Asker, type Principal } from './access/principal.ts';
import { cutOffOf, CutOffQuery } from './cut-off-query.ts';
import { FixedByCutOff } from './fixed-by-cut-off.ts';
import { answersWith, answersWithView } from './openapi/answers-with.ts';

const body = <View extends object>(answer: Answer<View>) => viewAsJson(answer, answer.view);

/** The views of a ledger, read only. */
@Controller('api/v1/ledgers')
export class LedgersController {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Get()
  @Permits('views')
  @answersWith('Ledgers', {
    summary: 'Los libros, con su cabeza',
    statuses: [400, 401, 403, 429, 500, 503],
  })
  async ledgers(@Asker() asker: Principal) {
    const seen = ledgersWhere(asker, 'views');
    const ledgers = await this.queries.execute(new ListLedgers());
    return {
      ledgers: ledgers.filter(({ ledger }) => seen === 'all' || seen.includes(ledger)),
    };
  }

  @Get(':ledger/execution/by-activity')
  @Permits('views')
  @answersWithView('ExecutionByActivity', 'Ejecución por actividad')
  @FixedByCutOff()
  async byActivity(@Param('ledger') ledger: string, @Query() query: CutOffQuery) {
    const view = new ViewExecutionByActivity(ledgerId(ledger), cutOffOf(query));
    return body(await this.queries.execute(view));
  }

  @Get(':ledger/execution/by-group')
  @Permits('views')
  @answersWithView('ExecutionByGroup', 'Ejecución por grupo de gasto')
  @FixedByCutOff()
  async byGroup(@Param('ledger') ledger: string, @Query() query: CutOffQuery) {
    const view = new ViewExecutionByGroup(ledgerId(ledger), cutOffOf(query));
    return body(await this.queries.execute(view));
  }

  @Get(':ledger/execution/overall')
  @Permits('views')
  @answersWithView('ExecutionOverall', 'Ejecución global, por fuente')
  @FixedByCutOff()
  async overall(@Param('ledger') ledger: string, @Query() query: CutOffQuery) {
    const view = new ViewExecutionOverall(ledgerId(ledger), cutOffOf(query));
    return body(await this.queries.execute(view));
  }

  @Get(':ledger/form-5b')
  @Permits('views')
  @answersWithView('Form5b', 'Formulario N.5.B')
  @FixedByCutOff()
  async form5b(@Param('ledger') ledger: string, @Query() query: CutOffQuery) {
    const view = new ViewForm5b(ledgerId(ledger), cutOffOf(query));
    return body(await this.queries.execute(view));
  }
}
