import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import { Failure } from '../catalogue/failure.ts';
import { described } from './openapi/parameters.ts';

const revision = /^(-1|\d{1,15})$/;

/** After which record a stream begins. */
export class StreamQuery {
  @ApiProperty(described.afterRecord)
  @IsOptional()
  @Matches(revision, { message: 'after: se espera el número de un registro, o -1 para todos' })
  after?: string;
}

/** What a reader had last counts before what its address says, which stays as it was. */
export const streamAfter = (
  { after }: StreamQuery,
  lastEventId: string | undefined,
): number | undefined => {
  if (lastEventId === undefined || lastEventId === '') {
    return after === undefined ? undefined : Number(after);
  }
  if (revision.test(lastEventId)) return Number(lastEventId);
  throw new Failure('INVALID_COMMAND', {
    problem: `Last-Event-ID: «${lastEventId}» no es el número de un registro`,
  });
};
