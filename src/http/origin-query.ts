import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString } from 'class-validator';
import { activityPart, groupPart, sourcePart } from '../catalogue/cell-parts.ts';
import { type AskedOrigin, originMeasures } from '../bus/audit-messages.ts';
import type { OriginMeasure, OriginView } from '../../projections/origin/cell.ts';
import { cutOffOf, CutOffQuery } from './cut-off-query.ts';
import { described } from './openapi/parameters.ts';

/** A cell of a view as a URL names it. */
export class OriginQuery extends CutOffQuery {
  @ApiProperty(described.view(['activity', 'group', 'overall', 'form-5b']))
  @IsOptional()
  @IsIn(['activity', 'group', 'overall', 'form-5b'], {
    message: 'by: activity, group, overall o form-5b',
  })
  by?: OriginView;

  @ApiProperty(described.activity)
  @IsOptional()
  @IsString({ message: 'activity: se espera un solo código, o none' })
  activity?: string;

  @ApiProperty(described.group)
  @IsOptional()
  @IsString({ message: 'group: se espera un solo grupo, o none' })
  group?: string;

  @ApiProperty(described.source)
  @IsOptional()
  @IsString({ message: 'source: se espera TGN, OTRAS o none' })
  source?: string;

  @ApiProperty(described.measure(originMeasures))
  @IsIn(originMeasures, { message: `measure: ${originMeasures.join(', ')}` })
  measure!: OriginMeasure;
}

export const originAskedBy = (query: OriginQuery): AskedOrigin => ({
  ...(query.by !== undefined && { by: query.by }),
  ...(query.activity !== undefined && { activity: activityPart(query.activity) }),
  ...(query.group !== undefined && { group: groupPart(query.group) }),
  ...(query.source !== undefined && { source: sourcePart(query.source) }),
  measure: query.measure,
  cutOff: cutOffOf(query),
});
