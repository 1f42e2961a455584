import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches } from 'class-validator';
import { type LedgerId, ledgerId } from '../catalogue/codes.ts';
import { known } from '../catalogue/known.ts';
import { monthDay } from '../catalogue/month-day.ts';
import { type AskedConsolidation, partKinds } from '../bus/consolidation-messages.ts';
import type { PartKind } from '../../projections/consolidation/consolidation.ts';
import { described } from './openapi/parameters.ts';

/** Which ledgers are looked at together, at which day and as known when, as a URL carries it. */
export class ConsolidationQuery {
  @ApiProperty(described.ledgers)
  @IsOptional()
  @IsString({ message: 'ledgers: se espera un solo valor, con los libros separados por comas' })
  ledgers?: string;

  @ApiProperty(described.entity)
  @IsOptional()
  @Matches(/^\d{1,6}$/, { message: 'entity: se espera el código de una entidad (41)' })
  entity?: string;

  @ApiProperty(described.year)
  @IsOptional()
  @Matches(/^\d{4}$/, { message: 'year: se espera una gestión (2020)' })
  year?: string;

  @ApiProperty(described.monthDay)
  @IsOptional()
  @IsString({ message: 'cutoff: se espera un solo día' })
  cutoff?: string;

  @ApiProperty(described.knownToAll)
  @IsOptional()
  @IsString({ message: 'known: se espera un solo momento' })
  known?: string;

  @ApiProperty(described.parts(partKinds))
  @IsOptional()
  @IsIn(partKinds, { message: 'by: se espera area, entity o year' })
  by?: PartKind;
}

const choiceOf = ({ ledgers, entity, year }: ConsolidationQuery): AskedConsolidation['choice'] => ({
  ...(ledgers !== undefined && {
    ledgers: ledgers.split(',').map((each) => ledgerId(each.trim())),
  }),
  ...(entity !== undefined && { entity }),
  ...(year !== undefined && { year: Number(year) }),
});

/** @param seen the ledgers that whoever asks may see */
export const consolidationOf = (
  query: ConsolidationQuery,
  seen: 'all' | readonly LedgerId[],
): AskedConsolidation => ({
  choice: { ...choiceOf(query), ...(seen !== 'all' && { within: seen }) },
  ...(query.cutoff !== undefined && { day: monthDay(query.cutoff) }),
  ...(query.known !== undefined && { known: known(query.known) }),
  by: query.by ?? 'area',
});
