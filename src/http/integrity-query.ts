import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { CutOffQuery } from './cut-off-query.ts';
import { described } from './openapi/parameters.ts';

const numberOfRecords = /^[1-9]\d{0,14}$/;

/** Whether all that was recorded is to be worked out again. */
export class IntegrityQuery extends CutOffQuery {
  @ApiProperty(described.verify)
  @IsOptional()
  @IsIn(['true', 'false'], { message: 'verify: true o false' })
  verify?: string;
}

/** Of how many records the tree is, in which an event stands. */
export class InclusionQuery extends CutOffQuery {
  @ApiProperty(described.size)
  @IsOptional()
  @Matches(numberOfRecords, { message: 'size: se espera un número de registros desde 1' })
  size?: string;
}

/** Of how many records the two trees are. */
export class ConsistencyQuery extends CutOffQuery {
  @ApiProperty(described.fromSize)
  @Matches(numberOfRecords, { message: 'from: se espera un número de registros desde 1' })
  from!: string;

  @ApiProperty(described.toSize)
  @IsOptional()
  @Matches(numberOfRecords, { message: 'to: se espera un número de registros desde 1' })
  to?: string;
}
