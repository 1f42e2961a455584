import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { BodyClass } from '../body/kind.ts';
import { component, refusesWith } from './answers-with.ts';
import { ledgerParameter, partParameters } from './places.ts';

interface Described {
  /** what it does, for people */
  readonly summary: string;
  /** the name of the type that it answers with; nothing where it says none */
  readonly answers?: string;
  readonly status?: 200 | 201;
  readonly takes?: BodyClass;
  /** whether its path names a draft */
  readonly isOne?: true;
}

/** An operation on the drafts of a ledger. */
export const drafts = ({ summary, answers, status = 200, takes, isOne }: Described) => {
  const isReading = answers !== undefined && status === 200;
  return applyDecorators(
    ApiTags('Borradores'),
    ApiOperation({ summary }),
    ApiParam(ledgerParameter),
    ...(isOne ? [ApiParam(partParameters.draft)] : []),
    ...(takes === undefined ? [] : [ApiBody({ required: true, schema: component(takes.name) })]),
    answers === undefined
      ? ApiResponse({ status: 204, description: `${summary}.` })
      : ApiResponse({
          status,
          description: `${summary}.`,
          content: { 'application/json': { schema: component(answers) } },
        }),
    refusesWith(400, 401, 403, 404, 409, 422, 429, 500, 503),
    ...(isReading ? [] : [refusesWith(413, 415)]),
  );
};

interface Prepared {
  readonly type: string;
  readonly body: BodyClass;
  readonly summary: string;
}

/** A draft of a command, with what that takes. */
export const preparesDraft = ({ type, body, summary }: Prepared) =>
  applyDecorators(
    drafts({ summary: `Borrador: ${summary}`, answers: 'ViewedDraft', status: 201, takes: body }),
    ApiOperation({ operationId: `prepare${type}`, summary: `Borrador: ${summary}` }),
  );
