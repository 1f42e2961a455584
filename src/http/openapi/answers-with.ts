import { applyDecorators } from '@nestjs/common';
import {
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import { lastEventHeader, ledgerParameter } from './places.ts';

export const component = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** Why a request is refused, by the status that says so. */
const refusals = {
  400: 'La solicitud está mal formada o una regla de lectura no la admite.',
  401: 'Hay que iniciar sesión.',
  403: 'Su función no lo permite.',
  404: 'No existe lo que se nombra.',
  409: 'La clave Idempotency-Key ya se usó para otra cosa.',
  412: 'El libro avanzó y ya no está en el registro de If-Match.',
  413: 'El cuerpo es demasiado grande.',
  415: 'El cuerpo es de otro tipo, o va comprimido.',
  422: 'Una regla del libro lo impide.',
  429: 'Demasiadas solicitudes: repita después de lo que dice Retry-After.',
  500: 'Lo guardado no es lo que se escribió.',
  503: 'El almacén no puede responder ahora.',
} as const;

export type Refusal = keyof typeof refusals;

/** Answers with problem details. @see RFC 9457 */
export const refusesWith = (...statuses: readonly Refusal[]) =>
  applyDecorators(
    ...statuses.map((status) =>
      ApiResponse({
        status,
        description: refusals[status],
        content: { 'application/problem+json': { schema: component('Problem') } },
      }),
    ),
  );

const etag = {
  ETag: {
    description: 'La versión de la respuesta, para If-None-Match.',
    schema: { type: 'string' as const },
  },
};

interface Described {
  /** what it answers, for people */
  readonly summary: string;
  readonly statuses?: readonly Refusal[];
}

/** An operation that answers with a schema that is made of the type of its name. */
export const answersWith = (schema: string, { summary, statuses = [] }: Described) =>
  applyDecorators(
    ApiOperation({ summary }),
    ApiOkResponse({ description: summary, schema: component(schema) }),
    refusesWith(...statuses),
  );

/** A view of a ledger: its type, under what every answer says of its ledger and cut-off. */
export const answersWithView = (view: string, summary: string) =>
  applyDecorators(
    ApiTags('Libros'),
    ApiOperation({ summary }),
    ApiParam(ledgerParameter),
    ApiOkResponse({ description: summary, headers: etag, schema: component(`${view}Answer`) }),
    ApiResponse({ status: 304, description: 'Nada cambió desde la versión de If-None-Match.' }),
    refusesWith(400, 401, 403, 404, 429, 500, 503),
  );

/** A view over several ledgers at once, by the name of its exported type. */
export const answersWithConsolidation = (schema: string, summary: string) =>
  applyDecorators(
    ApiTags('Libros'),
    answersWith(schema, { summary, statuses: [400, 401, 403, 404, 422, 429, 500, 503] }),
  );

/** Records of a ledger, one after the other, for as long as somebody listens. */
export const answersWithStream = (summary: string) =>
  applyDecorators(
    ApiTags('Libros'),
    ApiOperation({ summary }),
    ApiParam(ledgerParameter),
    ApiHeader(lastEventHeader),
    ApiOkResponse({
      description: summary,
      content: { 'text/event-stream': { schema: { type: 'string' } } },
    }),
    refusesWith(400, 401, 403, 404, 429, 500, 503),
  );
