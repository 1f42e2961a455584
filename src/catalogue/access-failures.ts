import { row } from './failure-row.ts';

interface OfAccount {
  readonly account: string;
}
interface OfRole {
  readonly role: string;
  readonly ledger: string | null;
}

const where = (ledger: string | null): string =>
  ledger === null ? 'para todos los libros' : `para ${ledger}`;

/** Refusals of who is not known, or may not. */
export const accessFailures = {
  // signing in
  SIGN_IN_NEEDED: row(
    'denied',
    () => 'hace falta iniciar sesión (POST /api/v1/session) o presentar una ficha de acceso',
  ),
  SESSION_ENDED: row('denied', () => 'la sesión terminó o no existe: inicie sesión de nuevo'),
  TOKEN_NOT_VALID: row(
    'denied',
    () => 'la ficha de acceso no existe, venció o fue revocada: pida otra',
  ),
  CREDENTIALS_REFUSED: row('denied', () => 'el usuario y la contraseña no corresponden'),
  SIGN_IN_LOCKED: row<{ readonly seconds: number }>(
    'denied',
    ({ seconds }) =>
      `demasiados intentos fallidos: espere ${String(seconds)} s antes de volver a intentar`,
  ),
  CROSS_SITE_REFUSED: row(
    'denied',
    () =>
      'esto solo se hace desde las páginas de este servicio: con una sesión del navegador, lo que cambia algo lleva en X-CSRF-Token lo que la sesión dice (GET /api/v1/session)',
  ),
  INVITATION_NOT_VALID: row(
    'denied',
    () => 'la invitación no existe, ya se usó o venció: pida otra a quien administra las personas',
  ),
  PROVIDER_NOT_CONFIGURED: row(
    'missing',
    () => 'este servicio no conoce un proveedor de identidad (POA_OIDC_ISSUER)',
  ),
  PROVIDER_REFUSED: row<{ readonly problem: string }>(
    'denied',
    ({ problem }) => `el proveedor de identidad no confirma quién es: ${problem}`,
  ),
  PROVIDER_NOT_REACHED: row(
    'unavailable',
    () => 'el proveedor de identidad no responde: vuelva a intentarlo',
  ),
  SUBJECT_UNKNOWN: row<{ readonly subject: string }>(
    'denied',
    ({ subject }) =>
      `el proveedor confirma quién es («${subject}»), pero ninguna persona de este servicio lo lleva: pídalo a quien administra las personas`,
  ),

  // what somebody may
  NOT_PERMITTED: row<{ readonly roles: readonly string[]; readonly ledger: string | null }>(
    'denied',
    ({ roles, ledger }) =>
      roles.length === 0
        ? 'nadie puede hacer esto'
        : `esto lo puede quien tiene la función ${roles.join(' o ')}${ledger === null ? '' : ` en ${ledger}`}`,
  ),

  // people
  LOGIN_TAKEN: row<{ readonly login: string }>(
    'conflict',
    ({ login }) => `el usuario «${login}» ya es de alguien`,
  ),
  LOGIN_NOT_VALID: row<{ readonly login: string }>(
    'invalid',
    ({ login }) =>
      `«${login}» no sirve de usuario: de 3 a 64 letras minúsculas, cifras, puntos, guiones o @`,
  ),
  PASSWORD_NOT_ACCEPTED: row<{ readonly problem: string }>(
    'invalid',
    ({ problem }) => `la contraseña no se admite: ${problem}`,
  ),
  ACCOUNT_NOT_FOUND: row<OfAccount>(
    'missing',
    ({ account }) => `no hay ninguna persona ${account}`,
  ),
  ACCOUNT_IS_CLOSED: row<OfAccount>(
    'refused',
    ({ account }) => `la cuenta de ${account} está cerrada`,
  ),
  ACCOUNT_IS_OPEN: row<OfAccount>(
    'refused',
    ({ account }) => `la cuenta de ${account} está abierta`,
  ),
  OWN_ROLE: row('refused', () => 'nadie se da una función a sí mismo: la da otra persona'),
  ROLE_ALREADY_HELD: row<OfRole>(
    'refused',
    ({ role, ledger }) => `ya tiene la función ${role} ${where(ledger)}`,
  ),
  ROLE_NOT_HELD: row<OfRole>(
    'refused',
    ({ role, ledger }) => `no tiene la función ${role} ${where(ledger)}`,
  ),
  ROLE_OF_ALL_LEDGERS: row<{ readonly role: string }>(
    'refused',
    ({ role }) => `la función ${role} no es de un libro: se da para todos`,
  ),
  ROLES_INCOMPATIBLE: row<{ readonly role: string; readonly other: string }>(
    'refused',
    ({ role, other }) =>
      `quien audita no participa en lo que audita (Ley 1178, arts. 14 y 15): ${role} y ${other} no van juntas en un libro`,
  ),
  LAST_ADMINISTRATOR: row(
    'refused',
    () => 'es la última persona que administra: dé antes la función administration a otra',
  ),
  TOKEN_NOT_FOUND: row<{ readonly token: string }>(
    'missing',
    ({ token }) => `no hay ninguna ficha de acceso ${token}, o ya fue revocada`,
  ),

  // drafts
  DRAFT_NOT_FOUND: row<{ readonly draft: string }>(
    'missing',
    ({ draft }) => `no hay ningún borrador ${draft} en este libro, o ya se aprobó o se retiró`,
  ),
  DRAFT_NOT_REVIEWED: row(
    'refused',
    () => 'el borrador no está revisado: se revisa antes de aprobarlo',
  ),
  DRAFT_ALREADY_REVIEWED: row('refused', () => 'el borrador ya está revisado'),
  DRAFT_WAS_RETURNED: row<{ readonly reason: string }>(
    'refused',
    ({ reason }) => `el borrador fue devuelto y no sigue (${reason}): elabore otro`,
  ),
  DRAFT_OF_ANOTHER: row('denied', () => 'un borrador lo retira quien lo elaboró; devuélvalo'),
} as const;
