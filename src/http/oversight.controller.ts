import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ledgerId } from '../catalogue/codes.ts';
import type { Answer } from '../bus/messages.ts';
import {
  ViewAdjustments,
  ViewExecutionStatement,
  ViewFindings,
  ViewSeries,
} from '../bus/oversight-messages.ts';
import { viewAsJson } from '../bus/view-as-json.ts';
import { AuditView } from './access/audit-view.ts';
import { Permits } from './access/permits.ts';
import { cutOffOf, CutOffQuery } from './cut-off-query.ts';
import { FixedByCutOff } from './fixed-by-cut-off.ts';
import { askedScopeOf, ExecutionStatementQuery, SeriesQuery } from './oversight-query.ts';
import { answersWithView } from './openapi/answers-with.ts';

const body = <View extends object>(answer: Answer<View>) => viewAsJson(answer, answer.view);

/** Findings, the official statement, series and adjustments of a ledger, read only. */
@Controller('api/v1/ledgers')
export class OversightController {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Get(':ledger/findings')
  @Permits('views')
  @AuditView()
  @answersWithView('Findings', 'Los hallazgos, con los registros de cada cifra')
  async findings(@Param('ledger') ledger: string, @Query() query: CutOffQuery) {
    const view = new ViewFindings(ledgerId(ledger), cutOffOf(query), undefined);
    return body(await this.queries.execute(view));
  }

  @Get(':ledger/execution-statement')
  @Permits('views')
  @answersWithView(
    'ExecutionStatement',
    'Estado de ejecución del presupuesto, con sus columnas oficiales',
  )
  @FixedByCutOff()
  async executionStatement(
    @Param('ledger') ledger: string,
    @Query() query: ExecutionStatementQuery,
  ) {
    const { by = 'activity' } = query;
    const view = new ViewExecutionStatement(ledgerId(ledger), cutOffOf(query), by);
    return body(await this.queries.execute(view));
  }

  @Get(':ledger/series')
  @Permits('views')
  @answersWithView('Series', 'Mes por mes: del mes y acumulado')
  @FixedByCutOff()
  async series(@Param('ledger') ledger: string, @Query() query: SeriesQuery) {
    const view = new ViewSeries(ledgerId(ledger), cutOffOf(query), askedScopeOf(query));
    return body(await this.queries.execute(view));
  }

  @Get(':ledger/adjustments')
  @Permits('views')
  @answersWithView('Adjustments', 'Las modificaciones de la gestión')
  @FixedByCutOff()
  async adjustments(@Param('ledger') ledger: string, @Query() query: CutOffQuery) {
    const view = new ViewAdjustments(ledgerId(ledger), cutOffOf(query), undefined);
    return body(await this.queries.execute(view));
  }
}
