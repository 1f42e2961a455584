import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { type Replaying, replayOrders, replaySteps } from '../bus/audit-messages.ts';
import type { ReplayOrder, ReplayUnit } from '../../projections/replay/replay.ts';
import { cutOffOf, CutOffQuery } from './cut-off-query.ts';
import { described } from './openapi/parameters.ts';

/** How a history is gone through, as a URL carries it. */
export class ReplayQuery extends CutOffQuery {
  @ApiProperty(described.order(replayOrders))
  @IsOptional()
  @IsIn(replayOrders, { message: 'order: recorded o effective' })
  order?: ReplayOrder;

  @ApiProperty(described.step(replaySteps))
  @IsOptional()
  @IsIn(replaySteps, { message: 'step: event, day o month' })
  step?: ReplayUnit;

  @ApiProperty(described.fromRecord)
  @IsOptional()
  @Matches(/^\d{1,15}$/, { message: 'from: se espera el número de un registro' })
  from?: string;
}

export const replayingOf = (query: ReplayQuery): Replaying => ({
  order: query.order ?? 'recorded',
  unit: query.step ?? 'event',
  ...(query.from !== undefined && { from: Number(query.from) }),
  cutOff: cutOffOf(query),
});
