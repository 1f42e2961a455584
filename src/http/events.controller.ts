import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ledgerId } from '../catalogue/codes.ts';
import { ListReports, SearchEvents, ViewEvent, ViewPeriods } from '../bus/event-messages.ts';
import type { Answer } from '../bus/messages.ts';
import { viewAsJson } from '../bus/view-as-json.ts';
import { AuditView } from './access/audit-view.ts';
import { Permits } from './access/permits.ts';
import { cutOffOf, CutOffQuery } from './cut-off-query.ts';
import { EventsQuery, searchingOf } from './events-query.ts';
import { revisionPart } from './revision-part.ts';
import { ApiParam } from '@nestjs/swagger';
import { revisionParameter } from './openapi/places.ts';
import { answersWithView } from './openapi/answers-with.ts';

const body = <View extends object>(answer: Answer<View>) => viewAsJson(answer, answer.view);

/** The events of a ledger, its periods and the reports issued of it, read only. */
@Controller('api/v1/ledgers')
export class EventsController {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Get(':ledger/events')
  @Permits('records')
  @AuditView()
  @answersWithView('EventsPage', 'Los registros que cumplen lo que se pide, por páginas')
  async events(@Param('ledger') ledger: string, @Query() query: EventsQuery) {
    const search = new SearchEvents(ledgerId(ledger), searchingOf(query));
    return body(await this.queries.execute(search));
  }

  @Get(':ledger/events/:revision')
  @Permits('records')
  @AuditView()
  @answersWithView('EventInFull', 'Un registro, entero')
  @ApiParam(revisionParameter)
  async event(
    @Param('ledger') ledger: string,
    @Param('revision') revision: string,
    @Query() query: CutOffQuery,
  ) {
    const asked = { revision: revisionPart(revision), cutOff: cutOffOf(query) };
    return body(await this.queries.execute(new ViewEvent(ledgerId(ledger), asked)));
  }

  @Get(':ledger/periods')
  @Permits('views')
  @answersWithView('Periods', 'Los períodos, abiertos y cerrados')
  async periods(@Param('ledger') ledger: string, @Query() query: CutOffQuery) {
    const view = new ViewPeriods(ledgerId(ledger), cutOffOf(query));
    return body(await this.queries.execute(view));
  }

  @Get(':ledger/reports')
  @Permits('views')
  @answersWithView('IssuedReports', 'Los reportes emitidos')
  async reports(@Param('ledger') ledger: string, @Query() query: CutOffQuery) {
    const view = new ListReports(ledgerId(ledger), cutOffOf(query));
    return body(await this.queries.execute(view));
  }
}
