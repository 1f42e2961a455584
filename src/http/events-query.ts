import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, Matches } from 'class-validator';
import { activityPart, groupPart } from '../catalogue/cell-parts.ts';
import { civilDate } from '../catalogue/civil-date.ts';
import { eventTypes } from '../catalogue/codec.ts';
import type { BackingDocument, EventType } from '../catalogue/events.ts';
import { Failure } from '../catalogue/failure.ts';
import { known } from '../catalogue/known.ts';
import type { MomentOrDay, Searching } from '../bus/event-messages.ts';
import { cutOffOf, CutOffQuery } from './cut-off-query.ts';
import { described } from './openapi/parameters.ts';

const limitUsual = 100;
const limitMax = 500;

/** What is looked for among the events of a ledger, as a URL carries it. */
export class EventsQuery extends CutOffQuery {
  @ApiProperty(described.type)
  @IsOptional()
  @IsString({ message: 'type: se espera un solo valor, con los tipos separados por comas' })
  type?: string;

  @ApiProperty(described.activity)
  @IsOptional()
  @IsString({ message: 'activity: se espera un solo código, o none' })
  activity?: string;

  @ApiProperty(described.group)
  @IsOptional()
  @IsString({ message: 'group: se espera un solo grupo, o none' })
  group?: string;

  @ApiProperty(described.actor)
  @IsOptional()
  @IsString({ message: 'actor: se espera una sola identificación' })
  actor?: string;

  @ApiProperty(described.effectiveFrom)
  @IsOptional()
  @IsString({ message: 'effectiveFrom: se espera una sola fecha' })
  effectiveFrom?: string;

  @ApiProperty(described.effectiveTo)
  @IsOptional()
  @IsString({ message: 'effectiveTo: se espera una sola fecha' })
  effectiveTo?: string;

  @ApiProperty(described.recordedFrom)
  @IsOptional()
  @IsString({ message: 'recordedFrom: se espera un solo día o instante' })
  recordedFrom?: string;

  @ApiProperty(described.recordedTo)
  @IsOptional()
  @IsString({ message: 'recordedTo: se espera un solo día o instante' })
  recordedTo?: string;

  @ApiProperty(described.document)
  @IsOptional()
  @Matches(/^\S(.*\S)? \S+\/\d{1,9}$/, {
    message: 'document: se espera CLASE NÚMERO/SECUENCIA (C31 55/1)',
  })
  document?: string;

  @ApiProperty(described.text)
  @IsOptional()
  @Matches(/^(?=.*\S).{1,200}$/u, {
    message: 'text: se espera un solo texto, de una a doscientas letras',
  })
  text?: string;

  @ApiProperty(described.after)
  @IsOptional()
  @Matches(/^\d{1,15}$/, { message: 'after: se espera el número de un registro' })
  after?: string;

  @ApiProperty(described.limit)
  @IsOptional()
  @Matches(/^([1-9]\d?|[1-4]\d\d|500)$/, {
    message: `limit: se espera un número de 1 a ${String(limitMax)}`,
  })
  limit?: string;
}

const typesOf = (text: string): EventType[] =>
  text.split(',').map((each) => {
    const type = eventTypes.find((name) => name === each.trim());
    if (type !== undefined) return type;
    const problem = `type: «${each}» no es un tipo de registro; existen: ${eventTypes.join(', ')}`;
    throw new Failure('INVALID_COMMAND', { problem });
  });

/** "C31 55/1"; a kind may be of several words. */
const documentOf = (text: string): BackingDocument => {
  const [, kind = '', number = '', sequence = ''] = /^(.*) (\S+)\/(\d+)$/.exec(text) ?? [];
  return { kind, number, sequence: Number(sequence) };
};

const momentOf = (name: string, text: string): MomentOrDay => {
  const moment = known(text);
  if (typeof moment === 'string') return moment;
  throw new Failure('INVALID_COMMAND', {
    problem: `${name}: se espera un día o un instante con zona, no el número de un registro`,
  });
};

const recordedOf = ({ recordedFrom, recordedTo }: EventsQuery): Searching['recorded'] => ({
  ...(recordedFrom !== undefined && { from: momentOf('recordedFrom', recordedFrom) }),
  ...(recordedTo !== undefined && { to: momentOf('recordedTo', recordedTo) }),
});

const effectiveOf = ({ effectiveFrom, effectiveTo }: EventsQuery): Searching['effective'] => ({
  ...(effectiveFrom !== undefined && { from: civilDate(effectiveFrom) }),
  ...(effectiveTo !== undefined && { to: civilDate(effectiveTo) }),
});

const cellOf = ({ activity, group }: EventsQuery): Pick<Searching, 'activity' | 'group'> => ({
  ...(activity !== undefined && { activity: activityPart(activity) }),
  ...(group !== undefined && { group: groupPart(group) }),
});

const pageOf = ({ after, limit }: EventsQuery): Pick<Searching, 'after' | 'limit'> => ({
  ...(after !== undefined && { after: Number(after) }),
  limit: limit === undefined ? limitUsual : Number(limit),
});

const orNothing = <Value extends object>(value: Value | undefined): value is Value =>
  value !== undefined && Object.keys(value).length > 0;

export const searchingOf = (query: EventsQuery): Searching => {
  const { type, actor, document, text } = query;
  const [recorded, effective] = [recordedOf(query), effectiveOf(query)];
  return {
    ...(type !== undefined && { types: typesOf(type) }),
    ...cellOf(query),
    ...(actor !== undefined && { actor }),
    ...(orNothing(effective) && { effective }),
    ...(orNothing(recorded) && { recorded }),
    ...(document !== undefined && { document: documentOf(document) }),
    ...(text !== undefined && { text }),
    ...pageOf(query),
    cutOff: cutOffOf(query),
  };
};
