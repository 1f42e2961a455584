import { Failure } from '../catalogue/failure.ts';

/** The number of a record in the path of a URL. */
export const revisionPart = (text: string): number => {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new Failure('INVALID_COMMAND', {
    problem: `«${text}» no es el número de un registro: se espera un entero desde 0`,
  });
};
