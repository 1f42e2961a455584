import { hash, verify } from '@node-rs/argon2';
import { Failure } from '../catalogue/failure.ts';

/** argon2id, which the package takes unless it is told otherwise. @see OWASP Password Storage Cheat Sheet */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const lengthMin = 12;
const lengthMax = 200;

/** @throws PASSWORD_NOT_ACCEPTED. @see NIST SP 800-63B 5.1.1.2: long, no rules of composition */
export const assertPassword = (password: string, login: string): void => {
  const refused = (problem: string): Failure => new Failure('PASSWORD_NOT_ACCEPTED', { problem });
  const { length } = Array.from(password);
  if (length < lengthMin) throw refused(`tiene menos de ${String(lengthMin)} letras`);
  if (length > lengthMax) throw refused(`tiene más de ${String(lengthMax)} letras`);
  if (new Set(password).size < 5) throw refused('repite siempre lo mismo');
  if (login !== '' && password.toLowerCase().includes(login)) throw refused('contiene el usuario');
};

export const passwordHash = (password: string): Promise<string> =>
  hash(password.normalize('NFKC'), cost);

/** Compared where nobody is, so that it takes as long as where somebody is. */
const nobodys = passwordHash('nobody has this one');

/** @param kept null for nobody */
export const isPasswordOf = async (kept: string | null, password: string): Promise<boolean> => {
  const isRight = await verify(kept ?? (await nobodys), password.normalize('NFKC'));
  return isRight && kept !== null;
};
