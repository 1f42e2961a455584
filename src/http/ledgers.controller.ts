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
import { cutOffOf, CutOffQuery } from './cut-off-query.ts';
import { FixedByCutOff } from './fixed-by-cut-off.ts';
import { answersWith, answersWithView } from './openapi/answers-with.ts';

const body = <View extends object>(answer: Answer<View>) => viewAsJson(answer, answer.view);

/** The views of a ledger, read only. */
@Controller('api/v1/ledgers')
export class LedgersController {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Get()
  @answersWith('Ledgers', { summary: 'Los libros, con su cabeza', statuses: [429, 500, 503] })
  async ledgers() {
    return { ledgers: await this.queries.execute(new ListLedgers()) };
  }

  @Get(':ledger/execution/by-activity')
  @answersWithView('ExecutionByActivity', 'Ejecución por actividad')
  @FixedByCutOff()
  async byActivity(@Param('ledger') ledger: string, @Query() query: CutOffQuery) {
    const view = new ViewExecutionByActivity(ledgerId(ledger), cutOffOf(query));
    return body(await this.queries.execute(view));
  }

  @Get(':ledger/execution/by-group')
  @answersWithView('ExecutionByGroup', 'Ejecución por grupo de gasto')
  @FixedByCutOff()
  async byGroup(@Param('ledger') ledger: string, @Query() query: CutOffQuery) {
    const view = new ViewExecutionByGroup(ledgerId(ledger), cutOffOf(query));
    return body(await this.queries.execute(view));
  }

  @Get(':ledger/execution/overall')
  @answersWithView('ExecutionOverall', 'Ejecución global, por fuente')
  @FixedByCutOff()
  async overall(@Param('ledger') ledger: string, @Query() query: CutOffQuery) {
    const view = new ViewExecutionOverall(ledgerId(ledger), cutOffOf(query));
    return body(await this.queries.execute(view));
  }

  @Get(':ledger/form-5b')
  @answersWithView('Form5b', 'Formulario N.5.B')
  @FixedByCutOff()
  async form5b(@Param('ledger') ledger: string, @Query() query: CutOffQuery) {
    const view = new ViewForm5b(ledgerId(ledger), cutOffOf(query));
    return body(await this.queries.execute(view));
  }
}
