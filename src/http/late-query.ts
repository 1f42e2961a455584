import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString } from 'class-validator';
import { Failure } from '../catalogue/failure.ts';
import { known } from '../catalogue/known.ts';
import type { AskedLate } from '../bus/audit-messages.ts';
import { cutOffOf, CutOffQuery } from './cut-off-query.ts';
import { described } from './openapi/parameters.ts';

/** Against what entries are late; against closed periods where nothing is said. */
export class LateQuery extends CutOffQuery {
  @ApiProperty(described.since)
  @IsOptional()
  @IsString({ message: 'since: se espera un solo momento' })
  since?: string;

  @ApiProperty(described.afterReport)
  @IsOptional()
  @IsString({ message: 'afterReport: se espera un solo número de reporte' })
  afterReport?: string;
}

export const lateAskedBy = (query: LateQuery): AskedLate => {
  const { since, afterReport } = query;
  if (since !== undefined && afterReport !== undefined) {
    throw new Failure('INVALID_COMMAND', { problem: 'se espera since o afterReport, no los dos' });
  }
  return {
    ...(since !== undefined && { since: known(since) }),
    ...(afterReport !== undefined && { afterReport }),
    cutOff: cutOffOf(query),
  };
};
