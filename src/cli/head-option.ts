import { Failure } from '../catalogue/failure.ts';

/** The head of a ledger as reports print it. */
export interface Head {
  readonly revision: number;
  readonly root: string;
}

export const headOption = [
  '--head <head>',
  'una cabeza guardada fuera, REGISTRO:RAÍZ, del libro de --ledger o del único que hay',
] as const;

export const head = (text: string): Head => {
  const [, revision = '', root = ''] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (root === '') {
    throw new Failure('INVALID_COMMAND', { problem: `«${text}» no tiene la forma REGISTRO:RAÍZ` });
  }
  return { revision: Number(revision), root };
};
