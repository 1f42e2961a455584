import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, Matches } from 'class-validator';
import type { TrailSearch } from '../../bus/access-messages.ts';
import { civilDate } from '../../catalogue/civil-date.ts';
import { ledgerId } from '../../catalogue/codes.ts';
import { described } from '../openapi/parameters.ts';

/** Which readings are looked for, as a URL carries it. */
export class TrailQuery {
  @ApiProperty(described.readFrom)
  @IsOptional()
  @IsString({ message: 'from: se espera una sola fecha' })
  from?: string;

  @ApiProperty(described.readTo)
  @IsOptional()
  @IsString({ message: 'to: se espera una sola fecha' })
  to?: string;

  @ApiProperty(described.reader)
  @IsOptional()
  @IsString({ message: 'account: se espera una sola cuenta' })
  account?: string;

  @ApiProperty(described.readLedger)
  @IsOptional()
  @IsString({ message: 'ledger: se espera un solo libro' })
  ledger?: string;

  @ApiProperty(described.readView)
  @IsOptional()
  @IsString({ message: 'view: se espera una sola vista' })
  view?: string;

  @ApiProperty(described.limit)
  @IsOptional()
  @Matches(/^([1-9]\d?|[1-4]\d\d|500)$/, { message: 'limit: se espera un número de 1 a 500' })
  limit?: string;
}

export const trailSearchOf = (query: TrailQuery): TrailSearch => {
  const { from, to, account, ledger, view, limit = '100' } = query;
  return {
    ...(from !== undefined && { from: civilDate(from) }),
    ...(to !== undefined && { to: civilDate(to) }),
    ...(account !== undefined && { account }),
    ...(ledger !== undefined && { ledger: ledgerId(ledger) }),
    ...(view !== undefined && { view }),
    limit: Number(limit),
  };
};
