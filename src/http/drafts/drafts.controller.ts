import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { FastifyRequest } from 'fastify';
import { draftAsJson, draftsAsJson } from '../../bus/draft-as-json.ts';
import { writtenAsJson } from '../../bus/change-as-json.ts';
import {
  ApproveDraft,
  type AskedDraft,
  ListDrafts,
  ReturnDraft,
  ReviewDraft,
  ViewDraft,
  WithdrawDraft,
} from '../../bus/draft-messages.ts';
import { ledgerId } from '../../catalogue/codes.ts';
import { ReasonBody } from '../access/bodies.ts';
import { Permits } from '../access/permits.ts';
import { Asker, type Principal } from '../access/principal.ts';
import { readBody } from '../body/read-body.ts';
import { drafts } from '../openapi/drafts.ts';
import { takesOnly } from '../write/takes-only.ts';

const asked = (ledger: string, draft: string, { account }: Principal): AskedDraft => ({
  ledger: ledgerId(ledger),
  draft,
  account,
});

/** What waits for the people who answer for it. */
@Controller('api/v1/ledgers/:ledger/drafts')
export class DraftsController {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(CommandBus) private readonly commands: CommandBus,
  ) {}

  @Get()
  @Permits('records')
  @drafts({ summary: 'Los borradores de un libro', answers: 'DraftList' })
  async drafts(@Param('ledger') ledger: string) {
    return draftsAsJson(await this.queries.execute(new ListDrafts(ledgerId(ledger))));
  }

  @Get(':draft')
  @Permits('records')
  @drafts({ summary: 'Un borrador, con lo que registraría', answers: 'ViewedDraft', isOne: true })
  async draft(@Param('ledger') ledger: string, @Param('draft') draft: string) {
    const view = new ViewDraft({ ledger: ledgerId(ledger), draft });
    return draftAsJson(await this.queries.execute(view));
  }

  @Post(':draft/review')
  @HttpCode(204)
  @Permits('drafts')
  @drafts({ summary: 'Revisa un borrador que elaboró otra persona', isOne: true })
  reviewDraft(
    @Asker() asker: Principal,
    @Param('ledger') ledger: string,
    @Param('draft') draft: string,
  ): Promise<void> {
    return this.commands.execute(new ReviewDraft(asked(ledger, draft, asker)));
  }

  @Post(':draft/return')
  @HttpCode(204)
  @Permits('drafts')
  @drafts({ summary: 'Devuelve un borrador, con el motivo', isOne: true, takes: ReasonBody })
  @takesOnly('application/json')
  returnDraft(
    @Asker() asker: Principal,
    @Param('ledger') ledger: string,
    @Param('draft') draft: string,
    @Body() sent: unknown,
  ): Promise<void> {
    const { reason } = readBody(ReasonBody, sent);
    return this.commands.execute(new ReturnDraft(asked(ledger, draft, asker), reason));
  }

  @Post(':draft/approve')
  @Permits('approval')
  @drafts({
    ...{ summary: 'Aprueba un borrador revisado: queda registrado', isOne: true },
    ...{ answers: 'WrittenChange', status: 201 },
  })
  async approveDraft(
    @Asker() asker: Principal,
    @Param('ledger') ledger: string,
    @Param('draft') draft: string,
    @Req() { id }: FastifyRequest,
  ) {
    const approval = new ApproveDraft(asked(ledger, draft, asker), id);
    return writtenAsJson(await this.commands.execute(approval));
  }

  @Delete(':draft')
  @HttpCode(204)
  @Permits('drafts')
  @drafts({ summary: 'Retira un borrador propio', isOne: true })
  withdrawDraft(
    @Asker() asker: Principal,
    @Param('ledger') ledger: string,
    @Param('draft') draft: string,
  ): Promise<void> {
    return this.commands.execute(new WithdrawDraft(asked(ledger, draft, asker)));
  }
}
