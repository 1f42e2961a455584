import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches } from 'class-validator';
import { civilDate } from '../catalogue/civil-date.ts';
import type { ImportFlags } from '../catalogue/import-flags.ts';
import { instrument } from '../catalogue/printed-paper.ts';
import { describedImport as described } from './openapi/parameters.ts';
import { WriteQuery } from './write/write-query.ts';

/** What is said about a file that is sent, as a URL carries it. */
export class ImportsQuery extends WriteQuery {
  @ApiProperty(described.fileName)
  @Matches(/^[^\p{Cc}/\\]{1,200}$/u, {
    message: 'fileName: se espera el nombre del archivo, sin carpeta, de hasta 200 letras',
  })
  fileName!: string;

  @ApiProperty(described.adjustedOn)
  @IsOptional()
  @IsString({ message: 'adjustedOn: se espera una sola fecha' })
  adjustedOn?: string;

  @ApiProperty(described.effectiveOn)
  @IsOptional()
  @IsString({ message: 'effectiveOn: se espera una sola fecha' })
  effectiveOn?: string;

  @ApiProperty(described.assumeSource)
  @IsOptional()
  @IsString({ message: 'assumeSource: se espera una sola fuente' })
  assumeSource?: string;

  @ApiProperty(described.decimal)
  @IsOptional()
  @IsIn(['point', 'comma'], { message: 'decimal: point o comma' })
  decimal?: 'point' | 'comma';

  @ApiProperty(described.acceptDifferences)
  @IsOptional()
  @IsIn(['true', 'false'], { message: 'acceptDifferences: true o false' })
  acceptDifferences?: string;

  @ApiProperty(described.again)
  @IsOptional()
  @IsIn(['true', 'false'], { message: 'again: true o false' })
  again?: string;

  @ApiProperty(described.approve)
  @IsOptional()
  @Matches(/^[^:]{1,60}:[^:]{1,60}:[\d-]{1,12}$/u, {
    message: 'approve: se espera CLASE:NÚMERO:AAAA-MM-DD',
  })
  approve?: string;
}

const daysOf = ({ adjustedOn, effectiveOn }: ImportsQuery): ImportFlags => ({
  ...(adjustedOn !== undefined && { adjustedOn: civilDate(adjustedOn) }),
  ...(effectiveOn !== undefined && { effectiveOn: civilDate(effectiveOn) }),
});

export const flagsOf = (query: ImportsQuery): ImportFlags => {
  const { assumeSource, decimal, acceptDifferences, again, approve } = query;
  return {
    ...daysOf(query),
    ...(assumeSource !== undefined && { assumeSource }),
    ...(decimal !== undefined && { decimal }),
    acceptDifferences: acceptDifferences === 'true',
    again: again === 'true',
    ...(approve !== undefined && { approve: instrument(approve) }),
  };
};
