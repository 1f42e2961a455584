import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { civilDate } from '../catalogue/civil-date.ts';
import { known } from '../catalogue/known.ts';
import type { CutOff } from '../../projections/cut-off.ts';

/** The two sides of a cut-off as a URL carries them. */
export class CutOffQuery {
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'cutoff: se espera AAAA-MM-DD' })
  cutoff?: string;

  @IsOptional()
  @IsString()
  @MaxLength(40)
  known?: string;
}

export const cutOffOf = (query: CutOffQuery): CutOff => ({
  ...(query.cutoff !== undefined && { effective: civilDate(query.cutoff) }),
  ...(query.known !== undefined && { known: known(query.known) }),
});
