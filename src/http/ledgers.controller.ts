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

const body = <View extends object>(answer: Answer<View>) => viewAsJson(answer, answer.view);

/** The views of a ledger, read only. */
@Controller('api/v1/ledgers')
export class LedgersController {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Get()
  async ledgers() {
    return { ledgers: await this.queries.execute(new ListLedgers()) };
  }

  @Get(':ledger/execution/by-activity')
  async byActivity(@Param('ledger') ledger: string, @Query() query: CutOffQuery) {
    const view = new ViewExecutionByActivity(ledgerId(ledger), cutOffOf(query));
    return body(await this.queries.execute(view));
  }

  @Get(':ledger/execution/by-group')
  async byGroup(@Param('ledger') ledger: string, @Query() query: CutOffQuery) {
    const view = new ViewExecutionByGroup(ledgerId(ledger), cutOffOf(query));
    return body(await this.queries.execute(view));
  }

  @Get(':ledger/execution/overall')
  async overall(@Param('ledger') ledger: string, @Query() query: CutOffQuery) {
    const view = new ViewExecutionOverall(ledgerId(ledger), cutOffOf(query));
    return body(await this.queries.execute(view));
  }

  @Get(':ledger/form-5b')
  async form5b(@Param('ledger') ledger: string, @Query() query: CutOffQuery) {
    const view = new ViewForm5b(ledgerId(ledger), cutOffOf(query));
    return body(await this.queries.execute(view));
  }
}
