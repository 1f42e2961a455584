import { applyDecorators } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { component, refusesWith } from './answers-with.ts';
import { ifMatchHeader, keyHeader, ledgerParameter } from './places.ts';

const location = {
  Location: {
    description: 'El último registro de lo escrito.',
    schema: { type: 'string' as const },
  },
};

interface Answers {
  readonly written: string;
  readonly previewed: string;
}

/** What every write is told, and how it answers. */
const writes = ({ written, previewed }: Answers) =>
  applyDecorators(
    ApiTags('Órdenes'),
    ApiParam(ledgerParameter),
    ApiHeader(keyHeader),
    ApiHeader(ifMatchHeader),
    ApiCreatedResponse({
      description: 'Quedó registrado.',
      headers: location,
      schema: component(written),
    }),
    ApiOkResponse({
      description:
        'Ya estaba registrado, o no había nada que escribir; con dryRun, lo que se escribiría.',
      headers: location,
      schema: { anyOf: [component(written), component(previewed)] },
    }),
    refusesWith(400, 401, 403, 404, 409, 412, 413, 415, 422, 429, 500, 503),
  );

/** The name of an operation: "executeBudget". */
const operationIdOf = (type: string): string => type.charAt(0).toLowerCase() + type.slice(1);

interface Described {
  readonly type: string;
  readonly body: { readonly name: string };
  readonly summary: string;
}

/** A command of a ledger, with what it takes. */
export const writesCommand = ({ type, body, summary }: Described) =>
  applyDecorators(
    ApiOperation({ operationId: operationIdOf(type), summary }),
    ApiBody({ required: true, schema: component(body.name) }),
    writes({ written: 'WrittenChange', previewed: 'PreviewedChange' }),
  );

/** A file that a ledger takes in. */
export const writesFile = () =>
  applyDecorators(
    ApiOperation({
      operationId: 'importFile',
      summary: 'Toma un Formulario N.5.B o un presupuesto original en CSV',
    }),
    ApiConsumes('application/octet-stream'),
    ApiBody({ required: true, schema: { type: 'string', format: 'binary' } }),
    writes({ written: 'TakenFile', previewed: 'PreviewedFile' }),
  );
