import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString } from 'class-validator';
import { civilDate } from '../catalogue/civil-date.ts';
import { known } from '../catalogue/known.ts';
import type { CutOff } from '../../projections/cut-off.ts';
import { described } from './openapi/parameters.ts';

/** The two sides of a cut-off as a URL carries them. */
export class CutOffQuery {
  @ApiProperty(described.cutoff)
  @IsOptional()
  @IsString({ message: 'cutoff: se espera una sola fecha' })
  cutoff?: string;

  @ApiProperty(described.known)
  @IsOptional()
  @IsString({ message: 'known: se espera un solo momento' })
  known?: string;
}

export const cutOffOf = (query: CutOffQuery): CutOff => ({
  ...(query.cutoff !== undefined && { effective: civilDate(query.cutoff) }),
  ...(query.known !== undefined && { known: known(query.known) }),
});
