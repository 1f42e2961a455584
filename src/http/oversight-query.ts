import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString } from 'class-validator';
import { type AskedScope, statementLevels } from '../bus/oversight-messages.ts';
import type { StatementLevel } from '../../projections/execution-statement/execution-statement.ts';
import { CutOffQuery } from './cut-off-query.ts';
import { described } from './openapi/parameters.ts';

/** The official statement, and what its rows are. */
export class ExecutionStatementQuery extends CutOffQuery {
  @ApiProperty(described.level(statementLevels, 'activity'))
  @IsOptional()
  @IsIn(statementLevels, { message: 'by: se espera activity, group, source u overall' })
  by?: StatementLevel;
}

/** The series of an activity, of a group, or of the whole ledger. */
export class SeriesQuery extends CutOffQuery {
  @ApiProperty(described.activity)
  @IsOptional()
  @IsString({ message: 'activity: se espera un solo código de actividad, o none' })
  activity?: string;

  @ApiProperty(described.group)
  @IsOptional()
  @IsString({ message: 'group: se espera un solo grupo de gasto, o none' })
  group?: string;
}

const named = (text: string): string | null => (text === 'none' ? null : text);

export const askedScopeOf = ({ activity, group }: SeriesQuery): AskedScope => ({
  ...(activity !== undefined && { activity: named(activity) }),
  ...(group !== undefined && { group: named(group) }),
});
