import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { BodyClass } from '../body/kind.ts';
import { component, type Refusal, refusesWith } from './answers-with.ts';
import { partParameters } from './places.ts';

interface Described {
  /** what it does, for people */
  readonly summary: string;
  readonly status: 200 | 201 | 204 | 302;
  /** the name of the type that it answers with */
  readonly answers?: string;
  /** the class of what it takes */
  readonly takes?: BodyClass;
  /** the parts of its path */
  readonly parts?: readonly (keyof typeof partParameters)[];
}

/** What only reads takes no body at all; of whatever else comes with one, its size and type count. */
const refusals = ({ status }: Described): readonly Refusal[] => [
  ...([400, 401, 403, 404, 409, 422, 429, 500, 503] as const),
  ...(status === 200 || status === 302 ? [] : ([413, 415] as const)),
];

/** An operation on who comes in, and for what. */
export const manages = (described: Described) => {
  const { summary, status, answers, takes, parts = [] } = described;
  const content =
    answers === undefined
      ? {}
      : { content: { 'application/json': { schema: component(answers) } } };
  return applyDecorators(
    ApiTags('Personas'),
    ApiOperation({ summary }),
    ApiResponse({ status, description: `${summary}.`, ...content }),
    ...parts.map((part) => ApiParam(partParameters[part])),
    ...(takes === undefined ? [] : [ApiBody({ required: true, schema: component(takes.name) })]),
    refusesWith(...refusals(described)),
  );
};
