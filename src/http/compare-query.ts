import { ApiProperty } from '@nestjs/swagger';
import { IsBooleanString, IsIn, IsOptional, IsString } from 'class-validator';
import { Failure } from '../catalogue/failure.ts';
import { type Pair, preset, reference } from '../catalogue/reference.ts';
import type { Comparing } from '../bus/audit-messages.ts';
import type { Level } from '../../projections/line-dimensions.ts';
import { cutOffOf, CutOffQuery } from './cut-off-query.ts';
import { described } from './openapi/parameters.ts';

/** Two references, or a preset that stands for them, as a URL carries them. */
export class CompareQuery extends CutOffQuery {
  @ApiProperty(described.from)
  @IsOptional()
  @IsString({ message: 'from: se espera una sola referencia' })
  from?: string;

  @ApiProperty(described.to)
  @IsOptional()
  @IsString({ message: 'to: se espera una sola referencia' })
  to?: string;

  @ApiProperty(described.preset)
  @IsOptional()
  @IsString({ message: 'preset: se espera una sola comparación preparada' })
  preset?: string;

  @ApiProperty(described.level(['activity', 'group', 'overall'], 'group'))
  @IsOptional()
  @IsIn(['activity', 'group', 'overall'], { message: 'by: activity, group u overall' })
  by?: Level;

  @ApiProperty(described.onlyChanged)
  @IsOptional()
  @IsBooleanString({ message: 'onlyChanged: true o false' })
  onlyChanged?: string;
}

const pairOf = ({ from, to, preset: prepared }: CompareQuery): Pair => {
  if (prepared !== undefined && from === undefined && to === undefined) return preset(prepared);
  if (prepared === undefined && from !== undefined && to !== undefined) {
    return { from: reference(from), to: reference(to) };
  }
  throw new Failure('INVALID_COMMAND', {
    problem: 'se espera from y to, o preset en lugar de los dos',
  });
};

export const comparingOf = (query: CompareQuery): Comparing => ({
  ...pairOf(query),
  by: query.by ?? 'group',
  cutOff: cutOffOf(query),
  isOnlyChanged: query.onlyChanged === 'true',
});
