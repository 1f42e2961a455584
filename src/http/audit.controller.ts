import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ledgerId } from '../catalogue/codes.ts';
import {
  CompareReferences,
  ListLateEntries,
  ReplayHistory,
  TraceOrigin,
} from '../bus/audit-messages.ts';
import type { Answer } from '../bus/messages.ts';
import { viewAsJson } from '../bus/view-as-json.ts';
import { AuditView } from './access/audit-view.ts';
import { Permits } from './access/permits.ts';
import { CompareQuery, comparingOf } from './compare-query.ts';
import { FixedByCutOff } from './fixed-by-cut-off.ts';
import { replayingOf, ReplayQuery } from './replay-query.ts';
import { lateAskedBy, LateQuery } from './late-query.ts';
import { originAskedBy, OriginQuery } from './origin-query.ts';
import { answersWithView } from './openapi/answers-with.ts';

const body = <View extends object>(answer: Answer<View>) => viewAsJson(answer, answer.view);

/** What auditors ask of a ledger, read only. */
@Controller('api/v1/ledgers')
export class AuditController {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Get(':ledger/compare')
  @Permits('views')
  @AuditView()
  @answersWithView(
    'ComparedView',
    'Qué difiere entre dos referencias, con los registros que lo explican',
  )
  async compare(@Param('ledger') ledger: string, @Query() query: CompareQuery) {
    const comparison = new CompareReferences(ledgerId(ledger), comparingOf(query));
    return body(await this.queries.execute(comparison));
  }

  @Get(':ledger/origin')
  @Permits('views')
  @AuditView()
  @answersWithView('FigureOrigin', 'De qué registros sale una cifra, y qué vino después')
  async origin(@Param('ledger') ledger: string, @Query() query: OriginQuery) {
    const origin = new TraceOrigin(ledgerId(ledger), originAskedBy(query));
    return body(await this.queries.execute(origin));
  }

  @Get(':ledger/replay')
  @Permits('records')
  @AuditView()
  @answersWithView('ReplayView', 'La historia del libro, paso por paso')
  @FixedByCutOff()
  async replay(@Param('ledger') ledger: string, @Query() query: ReplayQuery) {
    const history = new ReplayHistory(ledgerId(ledger), replayingOf(query));
    return body(await this.queries.execute(history));
  }

  @Get(':ledger/late')
  @Permits('views')
  @AuditView()
  @answersWithView('LateView', 'Lo que se registró tarde, y qué reportes mueve')
  async late(@Param('ledger') ledger: string, @Query() query: LateQuery) {
    const late = new ListLateEntries(ledgerId(ledger), lateAskedBy(query));
    return body(await this.queries.execute(late));
  }
}
