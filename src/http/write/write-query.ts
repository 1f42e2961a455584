import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { described } from '../openapi/parameters.ts';

/** Whether something is written, or only what would be is said. */
export class WriteQuery {
  @ApiProperty(described.dryRun)
  @IsOptional()
  @IsIn(['true', 'false'], { message: 'dryRun: true o false' })
  dryRun?: string;
}
