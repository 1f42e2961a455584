import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ledgerId } from '../catalogue/codes.ts';
import { ProveConsistency, ProveInclusion, ViewIntegrity } from '../bus/integrity-messages.ts';
import type { Answer } from '../bus/messages.ts';
import { viewAsJson } from '../bus/view-as-json.ts';
import { AuditView } from './access/audit-view.ts';
import { Permits } from './access/permits.ts';
import { cutOffOf } from './cut-off-query.ts';
import { ConsistencyQuery, InclusionQuery, IntegrityQuery } from './integrity-query.ts';
import { revisionPart } from './revision-part.ts';
import { ApiParam } from '@nestjs/swagger';
import { revisionParameter } from './openapi/places.ts';
import { answersWithView } from './openapi/answers-with.ts';

const body = <View extends object>(answer: Answer<View>) => viewAsJson(answer, answer.view);

/** What shows that nothing of a ledger was altered, read only. */
@Controller('api/v1/ledgers')
export class IntegrityController {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Get(':ledger/integrity')
  @Permits('records')
  @AuditView()
  @answersWithView('Integrity', 'La cabeza del libro, y si todo lo registrado la da')
  async integrity(@Param('ledger') ledger: string, @Query() query: IntegrityQuery) {
    const isToVerify = query.verify === 'true';
    const view = new ViewIntegrity(ledgerId(ledger), cutOffOf(query), isToVerify);
    return body(await this.queries.execute(view));
  }

  @Get(':ledger/integrity/proof/:revision')
  @Permits('records')
  @AuditView()
  @answersWithView('ProvedInclusion', 'La prueba de que un registro está en el árbol')
  @ApiParam(revisionParameter)
  async inclusion(
    @Param('ledger') ledger: string,
    @Param('revision') revision: string,
    @Query() query: InclusionQuery,
  ) {
    const { size } = query;
    const asked = {
      revision: revisionPart(revision),
      ...(size !== undefined && { size: Number(size) }),
    };
    const proof = new ProveInclusion(ledgerId(ledger), cutOffOf(query), asked);
    return body(await this.queries.execute(proof));
  }

  @Get(':ledger/integrity/consistency')
  @Permits('records')
  @AuditView()
  @answersWithView('ProvedConsistency', 'La prueba de que un árbol solo creció')
  async consistency(@Param('ledger') ledger: string, @Query() query: ConsistencyQuery) {
    const { from, to } = query;
    const asked = { from: Number(from), ...(to !== undefined && { to: Number(to) }) };
    const proof = new ProveConsistency(ledgerId(ledger), cutOffOf(query), asked);
    return body(await this.queries.execute(proof));
  }
}
