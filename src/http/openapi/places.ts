import type { ApiHeaderOptions, ApiParamOptions } from '@nestjs/swagger';
import { keyPattern, revisionTagPattern } from '../write/asked-write.ts';

/** The record that a path names. */
export const revisionParameter: ApiParamOptions = {
  name: 'revision',
  description: 'El número del registro.',
  schema: { type: 'string', pattern: String.raw`^\d{1,15}$`, example: '3' },
};

/** What a reader of the stream had last. */
export const lastEventHeader: ApiHeaderOptions = {
  name: 'last-event-id',
  required: false,
  description: 'El último registro que se recibió; cuenta antes que after.',
  schema: { type: 'string', pattern: String.raw`^(-1|\d{1,15})?$`, example: '40' },
};

const part = (name: string, description: string, pattern: string, example: string) => ({
  name,
  description,
  schema: { type: 'string', pattern, example },
});

/** What the paths of people and tokens name. */
export const partParameters = {
  account: part('account', 'La cuenta de una persona.', '^.+$', 'u0123456789ab'),
  draft: part('draft', 'El número de un borrador.', '^.+$', 'd0123456789ab'),
  token: part('token', 'El número de una ficha de acceso.', '^.+$', 't0123456789ab'),
  role: part('role', 'Una función.', String.raw`^\w+$`, 'audit'),
  scope: part('scope', 'Un libro, o all: todos.', '^.+$', 'all'),
} as const satisfies Record<string, ApiParamOptions>;

/** The ledger that a path names. */
export const ledgerParameter: ApiParamOptions = {
  name: 'ledger',
  description: 'El libro: entidad, sigla del área y gestión.',
  schema: {
    type: 'string',
    pattern: String.raw`^\d{1,6}-[A-Z0-9ÁÉÍÓÚÑ]{1,30}-\d{4}$`,
    example: '41-SENAVEX-2020',
  },
};

/** Known by it, a request that comes twice is written once. */
export const keyHeader: ApiHeaderOptions = {
  name: 'idempotency-key',
  required: false,
  description:
    'La identificación del pedido: repetido con la misma no se escribe dos veces. Hace falta, salvo con dryRun=true.',
  schema: { type: 'string', pattern: keyPattern, example: 'c31-55-devengado' },
};

/** A write that is decided on one revision or not at all. */
export const ifMatchHeader: ApiHeaderOptions = {
  name: 'if-match',
  required: false,
  description:
    'El último registro que se conoce, entre comillas: si el libro avanzó, no se escribe.',
  schema: { type: 'string', pattern: revisionTagPattern, example: '"48"' },
};
